"""Laws are tried without a stopwatch: on a busy machine a slow moment is no failure."""

from hypothesis import settings

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
