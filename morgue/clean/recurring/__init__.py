"""What recurs over many documents of a source is furniture: boxes, notices, bylines of the house.

Only the archive as a whole can tell, so this comes after all its documents have been cleaned. `heap.py` knows what
recurs and where, `verdict.py` which of it is furniture, `limits.yml` how much is enough, `removal.py` takes it off.
"""

from __future__ import annotations

from collections.abc import Sequence

from morgue.clean.recurring.heap import Heap
from morgue.clean.recurring.removal import without
from morgue.clean.recurring.verdict import Verdict
from morgue.model import Article


def recurring(articles: Sequence[Article]) -> list[Article]:
    """The articles, in their order, without the paragraphs that their sources print in many of them.

    These are in `removed`, under the rule "recurring". The order of the articles makes no difference to what is
    removed, and no article is emptied. Time grows with the text; beside the articles, memory holds 8 bytes a paragraph
    and the few that recur.
    """
    verdict = Verdict(Heap(articles))
    return [without(article, verdict.furniture(number)) for number, article in enumerate(articles)]
