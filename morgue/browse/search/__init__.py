"""The search page: filters, hits folded by story, facets, dates and snippets, as SQL that any SQLite can run."""
