"""Family PLC: places, settings and files."""
