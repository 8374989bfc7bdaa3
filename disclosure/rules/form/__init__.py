"""Family YML: how a filing is spelled."""
