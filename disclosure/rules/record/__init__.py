"""Family REC: corrections and waivers."""
