"""Family XLV: what two levels say of the same money."""
