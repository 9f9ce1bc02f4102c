"""The read side: search, facets and the contents of pages as dataclasses, from an open SQLite connection."""
