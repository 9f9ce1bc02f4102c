"""Names: what the model finds, then the repairs of what it gets wrong."""
