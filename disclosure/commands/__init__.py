"""Floor 10: the command line's words, and the small verbs that only show or start something."""
