"""Which article a verdict names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from morgue.model import Cited, Clipping

# What makes no difference to a person who copies an address from a browser.
_IDLE = re.compile(r"^https?://(?:www\.)?|[?#]$|/$|#[^/?#]*$", re.IGNORECASE)


class Index:
    """The articles by uid and by URL."""

    def __init__(self, clippings: Sequence[Clipping]) -> None:
        self._by_uid = {clipping.article.uid: clipping.id for clipping in clippings}
        self._by_url: dict[str, list[int]] = defaultdict(list)
        for clipping in clippings:
            for url in {bare(url) for url in (clipping.article.url, clipping.article.address) if url}:
                self._by_url[url].append(clipping.id)

    def find(self, cited: Cited) -> tuple[int, ...]:
        """Every article that can be meant, in the order of their numbers. A URL can be that of this archive's page."""
        if found := self._by_url.get(bare(cited.url or "")):
            return tuple(found)
        number = self._by_uid.get(cited.uid or (cited.url or "").rpartition("/articles/")[2])
        return () if number is None else (number,)


def bare(url: str) -> str:
    """A URL without scheme, “www.”, fragment and last slash."""
    return _IDLE.sub("", _IDLE.sub("", url))
