"""Floor 7: what views become, one file each: page, poster, tiles, picture, script, table, data, feed."""
