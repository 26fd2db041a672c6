"""Articles checked by several processes."""
