"""Morgue: a heap of messy article files becomes one searchable archive."""

__version__ = "0.1.0"
