"""Family PRT: what goes on the wall."""
