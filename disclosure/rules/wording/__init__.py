"""Family TXT: words."""
