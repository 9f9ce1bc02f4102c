"""Document → article: furniture off; headline, byline, dateline, credit and date told apart from the body.

`clean(document)` gives the `Article`, or None, and the problems met on the way.
"""
