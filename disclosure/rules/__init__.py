"""Floor 4: rules, one file each: the page a user reads, its examples, and the check."""
