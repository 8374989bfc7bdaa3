"""Floor 8: what to make again, who makes it, and how it comes out whole."""
