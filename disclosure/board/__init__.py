"""Floor 3: places, filings and duties: the world as the villages wrote it, crossed with what is due."""
