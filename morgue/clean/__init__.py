"""Document → article: furniture off; headline, byline, dateline, credit and date told apart from the body.

`clean(document)` gives the `Article`, or None, and the problems met on the way. The rooms in their order are listed in
`rooms.py`; words and patterns are data (the .yml files beside the modules). `recurring(articles)` then takes off what
only all articles together show to be furniture.
Of all articles together, `gathered(articles)` makes captures of one article one, and `unique_uids(articles)` gives each
a uid of its own.
"""

from morgue.clean.captures import gathered
from morgue.clean.recurring import recurring
from morgue.clean.rooms import clean
from morgue.clean.uids import unique_uids

__all__ = ["clean", "gathered", "recurring", "unique_uids"]
