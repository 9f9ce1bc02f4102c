"""Document → article: furniture off; headline, byline, dateline, credit and date told apart from the body.

`clean(document)` gives the `Article`, or None, and the problems met on the way. The rooms in their order are listed in
`rooms.py`; words and patterns are data (the .yml files beside the modules).
"""

from morgue.clean.rooms import clean

__all__ = ["clean"]
