"""Persons: full names on a roll, then lone names within their article."""
