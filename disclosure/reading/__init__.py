"""Floor 1: text to nodes with spans, to values, to tables; opens no file (bytes are handed in)."""
