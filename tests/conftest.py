"""What all tests share: laws are tried without a clock, so that a busy machine fails none."""

from hypothesis import HealthCheck
from hypothesis import settings

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
