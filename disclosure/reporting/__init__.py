"""Floor 7: findings for people and for machines, one file per format."""
