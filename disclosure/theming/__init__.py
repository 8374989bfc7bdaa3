"""Floor 6: themes, their ``extends`` chain and typed knobs, the jinja environment, relative URLs."""
