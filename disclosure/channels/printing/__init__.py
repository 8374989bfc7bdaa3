"""Paper: sheet formats, fitting letters to a sheet, fonts, laying out and looking at what was laid out."""
