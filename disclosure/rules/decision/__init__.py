"""Family DEC: who decided, how the votes stood, and whether money followed."""
