"""Village and township affairs disclosure: YAML in, a law-cited check, pages, posters and open data out."""

__version__ = "0.1.0"
