"""Article → facts: mentions, roles, quotes, figures, dates. One article at a time, nothing shared.

`load(model)` gives an `Extractor`; `extractor.facts(article)` gives the `Facts`.
"""
