"""Versions as a tree to look at: a whole story's, or what is nearest to one article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from morgue.browse.pictures.tree import NARROW, Leaf, Tree, tree
from morgue.browse.versions import Version

NEAR = 8  # boxes beside an article's text


def leaf(version: Version, here: str | None = None) -> Leaf:
    """A version as it is drawn; `here` is the uid of the article that the reader is on."""
    card = version.card
    share = "" if version.share is None else f" {100 * version.share:.0f} %"
    facts = [
        card.source or card.wire,  # a box has no room for what is not known
        card.when if card.published else None,
        f"{card.word_count:,} words",
        f"{version.altered} of {version.quotes} quotes altered" if version.altered else None,
        f"{version.contradictions} contradiction{'s'[: version.contradictions > 1]}"
        if version.contradictions
        else None,
    ]
    mine = card.uid == here
    css = f"{card.derivation} here" if mine else card.derivation
    name = f"This: {card.title}" if mine else card.title
    return Leaf(
        card.uid,
        card.derived_from,
        name,
        f"{card.derivation}{share}",
        " · ".join(filter(None, facts)),
        card.address,
        css,
    )


def nearest(family: Sequence[Version], uid: str) -> Tree | None:
    """Where an article stands among what was made from one another; None where it stands alone."""
    if len(family) < 2:  # noqa: PLR2004 (itself and another)
        return None
    known = {version.card.uid: version for version in family}
    kept = set(list(dict.fromkeys(_by_nearness(known, uid)))[:NEAR])
    return tree([leaf(version, uid) for version in family if version.card.uid in kept], NARROW)


def _by_nearness(known: Mapping[str, Version], uid: str) -> Iterator[str]:
    """The article, what it was made from and so on back, what was made from it, what has the same source, the rest."""
    yield from _line(known, uid)
    source = known[uid].card.derived_from if uid in known else None
    for parent in (uid, source):
        yield from (each for each, version in known.items() if parent and version.card.derived_from == parent)
    yield from known


def _line(known: Mapping[str, Version], uid: str) -> Iterator[str]:
    met: set[str] = set()
    here: str | None = uid
    while here is not None and here in known and here not in met:
        met.add(here)
        yield here
        here = known[here].card.derived_from
