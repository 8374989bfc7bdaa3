"""What all tests share: laws are tried without a clock, so that a busy machine fails none.

The same examples come up in every run, so that a change is judged by itself and not by the day's dice;
``--hypothesis-profile=search -m hypothesis`` throws the dice and looks for examples that nobody has seen.
"""

from hypothesis import HealthCheck
from hypothesis import settings

settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", settings.get_profile("search"), derandomize=True)
settings.load_profile("steady")
