"""Floor 10: watch, rebuild, and show the last good site on this machine only."""
