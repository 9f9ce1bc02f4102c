"""Datasette in the browser: Python packed with what it needs, on the database that search reads."""
