"""Family FIN: figures that must agree."""
