"""Family PRV: numbers of persons."""
