"""One page of hits: folded to one hit a story (or a saying), sorted, continued from where the last page ended."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from morgue.browse.search.hits import COMPLETE, Hits
from morgue.browse.search.matches import RANK, Match
from morgue.browse.search.request import Request

Place = tuple[float, float]
Group = Sequence[Match]
_LATE = 1e12  # added to a number, puts it behind all others


@dataclass(frozen=True, slots=True)
class Leader:
    """A row that stands for its group: with its score, and those of its group that match, itself included."""

    id: int
    score: float
    group: int
    members: tuple[Match, ...]

    @property
    def matching(self) -> int:
        """How many of its group match."""
        return len(self.members)


@dataclass(frozen=True, slots=True)
class Leaders:
    """The hits of one page, the token for the next page (None at the end), and the number of groups on all pages."""

    leaders: tuple[Leader, ...]
    next: str | None
    groups: int


# What hits ascend by, in each order; the matches of a group are there best first. Articles and quotes are numbered in
# order of publication, the undated first: but they stand last either way.
def _best(group: Group) -> Place:
    return -group[0].score, -_last(group)


def _newest(group: Group) -> Place:
    return -max(match.article for match in group), min(match.id for match in group)


def _oldest(group: Group) -> Place:
    dated = [match.article for match in group if match.day]
    return min(dated) if dated else _LATE + max(match.article for match in group), min(match.id for match in group)


def _printed(group: Group) -> Place:
    return -group[0].printed, -_last(group)


def _altered(group: Group) -> Place:
    return -group[0].altered, -_last(group)


def _covered(group: Group) -> Place:
    """Entities: those with all the words first (see COMPLETE), then by coverage."""
    return -group[0].score * _LATE / COMPLETE - group[0].printed, group[0].id


def _last(group: Group) -> int:
    return group[0].id if len(group) == 1 else max(match.id for match in group)


_ORDERS: Mapping[str, Callable[[Group], Place]] = {
    "relevance": _best,
    "newest": _newest,
    "oldest": _oldest,
    "printed": _printed,
    "altered": _altered,
}


def leaders(asked: Request, hits: Hits) -> Leaders:
    """One page of hits: which groups stand on it, and which row stands for each of them."""
    groups = _grouped(hits.matches) if asked.fold else {match.id: [match] for match in hits.matches}
    order = _order(asked, words=bool(hits.expression))
    after = _place(asked.after)
    placed = ((order(group), number) for number, group in groups.items())
    behind = placed if after is None else (each for each in placed if each[0] > after)
    page = nsmallest(asked.size + 1, _enough(behind, asked.size) if order is _best else behind)
    shown = page[: asked.size]
    found = tuple(_leader(number, groups[number]) for _, number in shown)
    count = len(groups) if asked.fold else len({match.group for match in hits.matches})
    return Leaders(found, _token(shown[-1][0]) if len(page) > asked.size else None, count)


def _enough(descending: Iterable[tuple[Place, int]], size: int) -> Iterator[tuple[Place, int]]:
    """Of groups that come best first, as many as a page needs, with those that are as good as the last."""
    last = 0.0
    for number, each in enumerate(descending):
        if number > size and each[0][0] > last:
            return
        last = each[0][0]
        yield each


def _order(asked: Request, *, words: bool) -> Callable[[Group], Place]:
    if asked.shelf == "entities":
        return _covered
    sort = asked.sort or asked.usual_sort(words=words)
    of_quotes = sort in ("printed", "altered")
    return _newest if of_quotes and asked.shelf != "quotes" else _ORDERS[sort]


def _grouped(matches: Iterable[Match]) -> dict[int, list[Match]]:
    groups: dict[int, list[Match]] = {}
    for match in matches:
        groups.setdefault(match.group, []).append(match)
    return groups


def _leader(number: int, group: Sequence[Match]) -> Leader:
    """The origin of the story stands for it if it matches, else the best."""
    first = max(group, key=lambda match: (match.is_origin, *RANK(match)))
    return Leader(first.id, group[0].score, number, tuple(group))


def _token(place: Place) -> str:
    written = json.dumps(list(place), separators=(",", ":"))
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def _place(token: str) -> Place | None:
    """The place that a token tells; None for one that is not of ours, which begins again at the first page."""
    try:
        first, second = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        return float(first), float(second)
    except (ValueError, TypeError, binascii.Error, RecursionError):
        return None
