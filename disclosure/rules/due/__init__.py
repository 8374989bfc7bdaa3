"""Family DUE: whether it came out, in time and long enough."""
