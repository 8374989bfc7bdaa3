"""Family SIG: who signed, and whom to ask."""
