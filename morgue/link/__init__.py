"""All articles together: entities, stories, derivation, the wordings of quotes.

`link(clippings)` gives the `Links`.
"""
