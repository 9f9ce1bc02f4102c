"""Who is named beside those whom hundreds of articles name: too much to count while somebody waits for a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from morgue.store.rows import Row

MANY: Final = 100  # articles from which on company is counted at the build; of fewer it is counted at sight
RECENT: Final = 2000  # newest articles looked at: of someone in every article they are enough
MOST: Final = 20  # companions kept

_NAMED = "SELECT article_id, entity_id FROM article_entities ORDER BY article_id, entity_id"
_KNOWN = "SELECT id FROM entities WHERE article_count > ? ORDER BY id"
_HERE = "SELECT article_id FROM article_entities WHERE entity_id = ? ORDER BY published DESC, article_id DESC LIMIT ?"

Numbers = NDArray[np.int32]


def company(db: Database) -> Iterator[Row]:
    """Those most often named in the same articles as each entity of many articles, most often first."""
    known = [number for (number,) in db.execute(_KNOWN, [MANY])]
    if not known:
        return
    rows = np.fromiter(db.execute(_NAMED), dtype=[("article", np.int32), ("entity", np.int32)])
    named = np.ascontiguousarray(rows["entity"])
    starts = np.searchsorted(rows["article"], np.arange(rows["article"][-1] + 2))
    for number in known:
        here = [article for (article,) in db.execute(_HERE, [number, RECENT])]
        beside = np.concatenate([named[starts[article] : starts[article + 1]] for article in here])
        for place, (other, count) in enumerate(_commonest(beside, number), start=1):
            yield {"entity_id": number, "place": place, "other_id": other, "article_count": count}


def _commonest(beside: Numbers, number: int) -> Iterator[tuple[int, int]]:
    """Entities and in how many articles they are, the commonest first, of two equally common the lower number."""
    others, counts = np.unique(beside[beside != number], return_counts=True)
    for n in np.argsort(-counts, kind="stable")[:MOST]:
        yield int(others[n]), int(counts[n])
