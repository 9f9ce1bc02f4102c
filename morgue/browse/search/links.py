"""The links around search results: filters to take off, facets to put on, other orders and shelves. All permanent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from morgue.browse.search.facets import Facets, FacetValue
from morgue.browse.search.filters import Chosen
from morgue.browse.search.request import ENTITY_FACETS, Filter, Request, Shelf, Sort

LABELS = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "group": "Group",
    "source": "Source",
    "wire": "Agency",
    "speaker": "Speaker",
    "derivation": "Derivation",
    "language": "Language",
    "story": "Story",
    "form": "Form",
    "about": "Names",
    "altered": "Wording",
}
PAGES = {
    **dict.fromkeys((*ENTITY_FACETS, "speaker", "about"), "entities"),
    "source": "sources",
    "story": "stories",
}
TRIVIAL_ALONE = ("wire", "derivation", "language", "form")  # not worth a place where all hits have the same
SHELVES: dict[Shelf, str] = {"articles": "Articles", "quotes": "Quotes", "entities": "People, bodies & places"}
SORTS: dict[Sort, str] = {"relevance": "Best first", "newest": "Newest first", "oldest": "Oldest first",
                           "printed": "Most printed first", "altered": "Most altered first"}  # fmt: skip
OF_QUOTES = ("printed", "altered")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several ways to see the results."""

    label: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use, the search without it, and the page of what it names ("" where it names nothing with one)."""

    label: str
    without: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A value, the search with it put on or taken off, and the search that leaves it out."""

    value: FacetValue
    toggle: str
    exclude: str


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """A facet with its values; `top` is the count of the commonest."""

    name: str
    label: str
    links: tuple[FacetLink, ...]
    top: int

    @property
    def in_use(self) -> bool:
        """Whether the search is narrowed by it."""
        return any(link.value.selected or link.value.excluded for link in self.links)


def chips(asked: Request, narrowed: Sequence[Chosen]) -> tuple[Chip, ...]:
    """Everything that narrows the search but its words."""
    named = (Chip(_said(each), asked.without_filters(each.filter).address, _page(each)) for each in narrowed)
    return (*named, *_dates(asked))


def _page(each: Chosen) -> str:
    folder = PAGES.get(each.filter.name)
    return f"/{folder}/{each.values[0]}" if folder and each.values else ""


def _said(each: Chosen) -> str:
    name = LABELS[each.filter.name]
    known = "" if each.keys else " (not in this archive)"
    return f"{f'Not {name.lower()}' if each.filter.excluded else name}: {each.label}{known}"


def _dates(asked: Request) -> Iterator[Chip]:
    if asked.start and asked.start == asked.end:
        yield Chip(f"In {asked.start}", replace(asked, start="", end="", after="").address)
        return
    if asked.start:
        yield Chip(f"From {asked.start}", replace(asked, start="", after="").address)
    if asked.end:
        yield Chip(f"To {asked.end}", replace(asked, end="", after="").address)


def sorts(asked: Request, *, words: bool) -> tuple[Choice, ...]:
    """The orders; by relevance only where there are words."""
    usual = asked.usual_sort(words=words)
    left_out = (() if words else ("relevance",)) + (() if asked.shelf == "quotes" else OF_QUOTES)
    offered = [name for name in SORTS if name not in left_out]
    return tuple(
        Choice(
            label=SORTS[name],
            address=replace(asked, sort=None if name == usual else name, after="").address,
            current=name == (asked.sort or usual),
        )
        for name in offered
    )


def shelves(asked: Request) -> tuple[Choice, ...]:
    """The same search among articles, quotes and entities."""
    return tuple(
        Choice(label, replace(asked, shelf=name, after="").address, current=name == asked.shelf)
        for name, label in SHELVES.items()
    )


def facet_groups(asked: Request, facets: Facets, narrowed: Sequence[Chosen]) -> tuple[FacetGroup, ...]:
    """The facets that have something to tell, in their order."""
    return tuple(_groups(asked, facets, narrowed))


def _groups(asked: Request, facets: Facets, narrowed: Sequence[Chosen]) -> Iterator[FacetGroup]:
    for name, values in facets.items():
        links = tuple(_link(asked, name, value, narrowed) for value in values)
        group = FacetGroup(name, LABELS[name], links, max((value.article_count for value in values), default=0))
        if len(links) > (name in TRIVIAL_ALONE) or group.in_use:
            yield group


def _link(asked: Request, name: str, value: FacetValue, narrowed: Sequence[Chosen]) -> FacetLink:
    own = [each.filter for each in narrowed if each.filter.name == name and value.value in each.values]
    bare = asked.without_filters(*own)
    toggle = bare if own else bare.with_filter(Filter(name, value.value))
    return FacetLink(value, toggle.address, bare.with_filter(Filter(name, value.value, excluded=True)).address)
