"""Running text with its names and quotes marked: a pure function from text, layout and spans to a tree of pieces.

Text is never changed: the pieces of a paragraph, joined, are the paragraph. A quote may hold names (a link cannot
stand inside a link, so a quote is a stretch with a small link after it), run over several paragraphs, or begin in
the middle of a name, which is then marked in two pieces. Reported speech may hold quoted words: these are marked as a
quote, and what is around them as reported.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from operator import attrgetter
from typing import TypeVar

PARAGRAPH = "paragraph"
_start, _end = attrgetter("start"), attrgetter("end")
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
        """What of it is in a paragraph."""
        return _Marks(
            names=_touching(self.names, start, end),
            quoted=_touching(self.quoted, start, end),
            reported=tuple(_touching(layer, start, end) for layer in self.reported),
            clashes=_touching(self.clashes, start, end),
        )

    @property
    def said(self) -> Iterator[tuple[Said, ...]]:
        """What was said: each layer that is reported before what is reported within, and at last what stands in marks.

        Words belong to the last that holds them.
        """
        yield from self.reported
        yield self.quoted


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
        said = stretch.said
        return Stretch(stretch.pieces, said, opens=first[said] is stretch, closes=last[said] is stretch)

    return told


def _in_marks(text: str, said: Said) -> Said:
    """The quote together with the quotation marks around it, if it has both."""
    before, after = text[max(said.start - 1, 0) : said.start], text[said.end : said.end + 1]
    if before and after and before in OPENING and after in CLOSING:
        return replace(said, start=said.start - 1, end=said.end + 1)
    return said


def _touching(spans: tuple[AnySpan, ...], start: int, end: int) -> tuple[AnySpan, ...]:
    first = bisect_right(spans, start, key=_end)
    return spans[first : bisect_left(spans, end, first, key=_start)]


def _by_cut(spans: Sequence[AnySpan], starts: Sequence[int]) -> Iterator[tuple[int, AnySpan]]:
    """The start of each cut that a span holds, with that span. Cuts never cross the edge of a span."""
    for span in spans:
        for start in starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            yield start, span


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
    spans: tuple[Span, ...] = (*here.names, *here.clashes, *chain.from_iterable(here.said))
    edges = {edge for span in spans for edge in (span.start, span.end) if start < edge < end}
    starts = sorted({start} | edges)
    names, clashes = dict(_by_cut(here.names, starts)), dict(_by_cut(here.clashes, starts))
    said = dict(chain.from_iterable(_by_cut(layer, starts) for layer in here.said))
    pieces: list[Piece] = []
    for cut, stop in pairwise([*starts, end]):
        clash = clashes.get(cut)
        pieces.append(Piece(text[cut:stop], names.get(cut), clash, clash is not None and clash.start == cut))
        if stop == end or said.get(stop) is not said.get(cut):
            yield Stretch(tuple(pieces), said.get(cut))
            pieces = []
