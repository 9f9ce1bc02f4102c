"""Bodies and whatever else is no person: within an article, then over the archive."""
