"""A text as rules of attribution see it: sentences in which each quote is one closed piece, and what stands outside."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from morgue.extract.attribution.speech import speech
from morgue.extract.quotes.marks import Stretch
from morgue.model import Mention, Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Gender = Literal["male", "female", "unknown"]

# A quote is masked by INSIDE; its last character tells whether its words end a sentence.
INSIDE, ENDS_SENTENCE, ENDS_NONE = "\x01", "\x02", "\x03"
SENTENCE_END = re.compile(r"(?:(?<=[.?!…])[)\]”\"’']*|(?<=\x02)[)\]]*)\s+(?=[(\[]?[A-Z0-9À-Þ\x01])")
LONGEST_INITIALS = 4  # "a.m", "u.s.a"
LAST_WORD = re.compile(r"[\w.'’-]+$")


@dataclass(frozen=True)
class Frame:
    """A sentence of the writer's: its span, the numbers of the stretches in it and of the tokens outside them."""

    start: int
    end: int
    number: int
    paragraph: int
    stretches: tuple[int, ...]
    tokens: tuple[int, ...]


class Reading:
    """One text with its stretches, names and frames, and the questions that rules ask about them."""

    def __init__(
        self, doc: Doc, paragraphs: Sequence[Paragraph], stretches: Sequence[Stretch], mentions: Sequence[Mention]
    ) -> None:
        self.doc = doc
        self.text: str = doc.text
        self.paragraphs = paragraphs
        self.stretches = stretches
        self.mentions = mentions
        self.genders: dict[str, Gender] = {}
        self._starts = [token.idx for token in doc]
        self._mention_at = self._numbers([(m.start, m.end) for m in mentions])
        self._stretch_at = self._numbers([(s.opening, s.closing) for s in stretches])

    def _numbers(self, spans: Sequence[tuple[int, int]]) -> dict[int, int]:
        """Token number → number of the span in which it lies."""
        return {i: n for n, (start, end) in enumerate(spans) for i in self.token_range(start, end)}

    def token_range(self, start: int, end: int) -> range:
        """The numbers of the tokens that begin between two characters; the first may begin before `start`."""
        first = bisect_right(self._starts, start) - 1
        if first >= 0 and self._starts[first] + len(self.doc[first]) <= start:
            first += 1
        return range(max(first, 0), bisect_right(self._starts, end - 1))

    def mention_of(self, token: Token) -> int | None:
        """The number of the mention in which a token lies."""
        return self._mention_at.get(token.i)

    def namesakes(self, surname: str) -> list[Mention]:
        """The persons named with this last word."""
        return [m for m in self.mentions if m.kind == "person" and m.text.split()[-1] == surname]

    def is_quoted(self, token: Token) -> bool:
        """True if the token lies in a stretch or is one of its marks."""
        return token.i in self._stretch_at

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """All frames in order."""
        made: list[Frame] = []
        for number, paragraph in enumerate(self.paragraphs):
            for start, end in self._sentences(number, paragraph):
                inside = tuple(n for n, s in enumerate(self.stretches) if start <= s.opening < end)
                tokens = tuple(i for i in self.token_range(start, end) if i not in self._stretch_at)
                made.append(Frame(start, end, len(made), number, inside, tokens))
        return tuple(made)

    @cached_property
    def _frame_starts(self) -> list[int]:
        return [frame.start for frame in self.frames]

    def frame_at(self, char: int) -> Frame:
        """The frame in which a character lies."""
        return self.frames[max(0, bisect_right(self._frame_starts, char) - 1)]

    def _sentences(self, number: int, paragraph: Paragraph) -> list[tuple[int, int]]:
        masked = self._masked(number, paragraph)
        cuts = [0]
        for end in SENTENCE_END.finditer(masked):
            if not _abbreviated(masked[cuts[-1] : end.start()]):
                cuts.append(end.end())
        cuts.append(len(masked))
        return [(paragraph.start + a, paragraph.start + b) for a, b in pairwise(cuts) if a < b]

    def _masked(self, number: int, paragraph: Paragraph) -> str:
        """The paragraph's text with each stretch replaced by marks of the same length."""
        text, base = self.text[paragraph.start : paragraph.end], paragraph.start
        for s in self.stretches:
            if s.paragraph == number:
                last = ENDS_SENTENCE if self.text[s.end - 1] in ".?!…" else ENDS_NONE
                mask = INSIDE * (s.closing - s.opening - 1) + last
                text = text[: s.opening - base] + mask + text[s.closing - base :]
        return text


def _abbreviated(sentence: str) -> bool:
    """True if the full stop at the end belongs to an abbreviation or an initial."""
    if not sentence.endswith("."):
        return False
    word = LAST_WORD.search(sentence)
    stem = word.group()[:-1].casefold() if word else ""
    return len(stem) == 1 or stem in speech().abbreviations or ("." in stem and len(stem) <= LONGEST_INITIALS)
