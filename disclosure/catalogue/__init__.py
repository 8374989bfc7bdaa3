"""Floor 2: what the law says must be public, as data."""
