"""Family SUB: subsidies by person, by rate and by year."""
