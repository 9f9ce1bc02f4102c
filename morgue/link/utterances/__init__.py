"""One thing said once: the quotes of all versions that print it."""
