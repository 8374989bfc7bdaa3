"""Copies of row files with what is wrong written into them: workbooks as comments, texts as a last column."""
