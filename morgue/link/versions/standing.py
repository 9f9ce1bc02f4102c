"""What one outlet prints again under its stories, whatever they are about: galleries, boxes, background, notes.

It is the outlet's, and no story was made from the other. Words that many articles share are found by `stock`; what only
two or three of an archive's have is told by everything around it: the articles open with different things.
"""

from __future__ import annotations

from datetime import date

from morgue.link.versions.candidates import Candidate
from morgue.link.versions.comparison import Comparison
from morgue.link.versions.vectors import Vectors
from morgue.model import Article

# Openings with a lower cosine are about different things; the more two articles share, the more alike they must be.
ALIKE = 0.1
ALIKE_OF_SHARED = 0.3
# A copy opens like its source, if only on the same subject.
OPENS_ALIKE = 0.15
# For so many days a story may run on under ever new openings.
RUNNING = 7
_DAY = len("2024-03-01")


def of_one_outlet(here: Article, there: Article) -> bool:
    """Whether one outlet printed both."""
    return here.source is not None and there.source is not None and here.source.name == there.source.name


def openings_alike(vectors: Vectors, pair: Candidate) -> float:
    """The cosine of the first words of two articles."""
    return float(vectors.openings[pair.here].multiply(vectors.openings[pair.there]).sum())


def standing(here: Article, there: Article, pair: Comparison, openings: float) -> bool:
    """Whether what two articles of one outlet share is printed under different stories, days apart."""
    return openings < max(ALIKE, ALIKE_OF_SHARED * pair.own_containment) and _days_apart(here, there) > RUNNING


def _days_apart(here: Article, there: Article) -> int:
    """0 where a day is not known."""
    days = [article.published[:_DAY] for article in (here, there) if article.published]
    if [len(day) for day in days] != [_DAY, _DAY]:
        return 0
    one, other = map(date.fromisoformat, days)
    return abs((one - other).days)
