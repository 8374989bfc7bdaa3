"""Family LND: leases, transfers and compensation for land."""
