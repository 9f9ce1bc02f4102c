"""Citing: an article, or a quote with the article it stands in, as plain text and for reference managers."""
