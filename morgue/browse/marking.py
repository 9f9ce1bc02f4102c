"""Running text with its names and quotes marked: a pure function from text, layout and spans to a tree of pieces.

Text is never changed: the pieces of a paragraph, joined, are the paragraph. A quote may hold names (a link cannot
stand inside a link, so a quote is a stretch with a small link after it), run over several paragraphs, or begin in
the middle of a name, which is then marked in two pieces. Reported speech may hold quoted words: these are marked as a
quote, and what is around them as reported.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, pairwise
from typing import TypeVar

PARAGRAPH = "paragraph"
OPENING, CLOSING = "“„«‘\"'", "”“»’\"'"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, `start` inclusive and `end` exclusive, with where it leads and what to say of it."""

    start: int
    end: int
    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Said(Span):
    """The span of a quote. What is `reported` has no marks of its own."""

    uid: str
    speaker: str
    wordings: int
    reported: bool = False


AnySpan = TypeVar("AnySpan", bound=Span)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and the name that they are part of, if any.

    `clash` is what another version contradicts, of which they are part; `opens` tells whether they are its first words.
    """

    text: str
    name: Span | None = None
    clash: Span | None = None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces that stand inside one quote, or outside any.

    Of a quote, `opens` tells whether these are its first words and `closes` whether they are its last.
    """

    pieces: tuple[Piece, ...]
    said: Said | None = None
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """A paragraph with its kind ("paragraph", "subhead", "list item", "block quote", "caption") and its place."""

    kind: str
    stretches: tuple[Stretch, ...]
    start: int = 0
    end: int = 0


def mark(
    text: str,
    layout: Iterable[tuple[int, int, str]],
    names: Sequence[Span],
    quotes: Sequence[Said],
    clashes: Sequence[Span] = (),
) -> tuple[MarkedParagraph, ...]:
    """The paragraphs of a text with names and quotes marked.

    Args:
        text: The whole text.
        layout: Start, end and kind of each paragraph. Words that it leaves out become paragraphs of their own.
        names: What to link; where two overlap, the earlier and longer one is marked.
        quotes: What to set off; the same, apart for what is reported and what stands in marks.
        clashes: What other versions contradict; the same.
    """
    marks = _Marks(
        names=_apart(names),
        quoted=_apart([_in_marks(text, quote) for quote in quotes if not quote.reported]),
        reported=tuple(_layers([quote for quote in quotes if quote.reported])),
        clashes=_apart(clashes),
    )
    whole = [(place, list(_stretches(text, place[0], place[1], marks))) for place in _whole(text, layout)]
    ends = _ends(stretch for _, stretches in whole for stretch in stretches)
    return tuple(
        MarkedParagraph(kind, tuple(map(ends, stretches)), start, end) for (start, end, kind), stretches in whole
    )


@dataclass(frozen=True, slots=True)
class _Marks:
    """What is marked: of each kind, spans in order that don't overlap.

    What is `reported` may hold what is reported in its turn: it comes in layers, the outermost first.
    """

    names: tuple[Span, ...]
    quoted: tuple[Said, ...]
    reported: tuple[tuple[Said, ...], ...]
    clashes: tuple[Span, ...]

    def within(self, start: int, end: int) -> _Marks:
        """What of it is in a paragraph: looking for a cut among the marks of a whole text takes longer."""
        return _Marks(
            names=_touching(self.names, start, end),
            quoted=_touching(self.quoted, start, end),
            reported=tuple(_touching(layer, start, end) for layer in self.reported),
            clashes=_touching(self.clashes, start, end),
        )

    def piece(self, text: str, cut: tuple[int, int]) -> Piece:
        """The words of a cut, with the name and the contradiction that they are part of."""
        clash = _around(cut, self.clashes)
        return Piece(text[slice(*cut)], _around(cut, self.names), clash, clash is not None and clash.start == cut[0])

    def said(self, cut: tuple[int, int]) -> Said | None:
        """The quote that a cut belongs to: what stands in marks before the innermost that is reported around it."""
        around = (_around(cut, layer) for layer in (self.quoted, *reversed(self.reported)))
        return next((said for said in around if said), None)


def _ends(stretches: Iterable[Stretch]) -> Callable[[Stretch], Stretch]:
    """Tells of each stretch whether it is the first and whether it is the last of its quote."""
    first: dict[Said, Stretch] = {}
    last: dict[Said, Stretch] = {}
    for stretch in stretches:
        if stretch.said:
            first.setdefault(stretch.said, stretch)
            last[stretch.said] = stretch

    def told(stretch: Stretch) -> Stretch:
        if not stretch.said:
            return stretch
        return replace(stretch, opens=first[stretch.said] is stretch, closes=last[stretch.said] is stretch)

    return told


def _in_marks(text: str, said: Said) -> Said:
    """The quote together with the quotation marks around it, if it has both."""
    before, after = text[max(said.start - 1, 0) : said.start], text[said.end : said.end + 1]
    if before and after and before in OPENING and after in CLOSING:
        return replace(said, start=said.start - 1, end=said.end + 1)
    return said


def _around(cut: tuple[int, int], spans: Sequence[AnySpan]) -> AnySpan | None:
    """The span that holds a cut. Cuts never cross the edge of a span."""
    place = bisect_right(spans, cut[0], key=lambda span: span.start) - 1
    return spans[place] if place >= 0 and cut[1] <= spans[place].end else None


def _touching(spans: Sequence[AnySpan], start: int, end: int) -> tuple[AnySpan, ...]:
    return tuple(span for span in spans if span.start < end and span.end > start)


def _apart(spans: Sequence[AnySpan]) -> tuple[AnySpan, ...]:
    """The spans that don't overlap an earlier or longer one, in order."""
    kept: list[AnySpan] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start < span.end and (not kept or span.start >= kept[-1].end):
            kept.append(span)
    return tuple(kept)


def _layers(spans: Sequence[AnySpan]) -> Iterator[tuple[AnySpan, ...]]:
    """The spans that don't overlap, then those that overlap these, and so on."""
    rest = [span for span in spans if span.start < span.end]
    while rest:
        layer = _apart(rest)
        yield layer
        rest = [span for span in rest if span not in layer]


def _whole(text: str, layout: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The layout without overlaps, and with the words that it leaves out."""
    done = 0
    for start, end, kind in sorted(layout):
        begin, stop = max(start, done), min(end, len(text))
        if begin >= stop:
            continue
        yield from _left_out(text, done, begin)
        yield begin, stop, kind
        done = stop
    yield from _left_out(text, done, len(text))


def _left_out(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    words = text[start:end].strip()
    if words:
        begin = text.index(words, start)
        yield begin, begin + len(words), PARAGRAPH


def _stretches(text: str, start: int, end: int, marks: _Marks) -> Iterator[Stretch]:
    """One paragraph cut wherever a name or a quote begins or ends, the cuts of one quote held together."""
    here = marks.within(start, end)
    spans: tuple[Span, ...] = (*here.names, *here.clashes, *here.quoted, *chain.from_iterable(here.reported))
    edges = {edge for span in spans for edge in (span.start, span.end) if start < edge < end}
    cuts = pairwise(sorted({start, end} | edges))
    inside = [(cut, here.said(cut)) for cut in cuts]
    for said, group in groupby(inside, key=lambda pair: pair[1]):
        yield Stretch(tuple(here.piece(text, cut) for cut, _ in group), said)
