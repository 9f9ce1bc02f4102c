"""What other versions say, in the margin beside the passage of an article that they contradict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from morgue.browse.discrepancies import Contradiction
from morgue.browse.marking import MarkedParagraph


@dataclass(frozen=True, slots=True)
class Remark:
    """A contradiction as the reader of one of its two articles meets it: what is printed here, and what elsewhere."""

    kind: str
    here: str
    there: str
    start: int
    end: int
    other: str
    other_title: str
    other_address: str
    compare_address: str

    @property
    def anchor(self) -> str:
        """The mark in the text."""
        return f"#at-{self.start}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, and what is remarked of it."""

    paragraph: MarkedParagraph
    remarks: tuple[Remark, ...]


def remarks(found: Iterable[Contradiction], uid: str) -> tuple[Remark, ...]:
    """The contradictions as seen from the article of this uid, in the order of its text."""
    return tuple(sorted((_seen(each, uid) for each in found), key=lambda each: (each.start, each.end)))


def passages(body: Sequence[MarkedParagraph], found: Sequence[Remark]) -> Iterator[Passage]:
    """Every paragraph with the remarks on words that begin in it."""
    for paragraph in body:
        yield Passage(paragraph, tuple(each for each in found if paragraph.start <= each.start < paragraph.end))


def _seen(found: Contradiction, uid: str) -> Remark:
    mine = found.article == uid
    return Remark(
        kind=found.kind,
        here=found.here if mine else found.there,
        there=found.there if mine else found.here,
        start=(found.span if mine else found.other_span)[0],
        end=(found.span if mine else found.other_span)[1],
        other=found.other if mine else found.article,
        other_title=found.other_title if mine else found.article_title,
        other_address=found.other_address if mine else found.address,
        compare_address=found.compare_address,
    )
