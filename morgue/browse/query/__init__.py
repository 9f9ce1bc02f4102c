"""What a reader types, as a query, and as the full-text expressions that SQLite takes."""
