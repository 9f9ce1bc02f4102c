"""What a rule of attribution gets to see, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from morgue.extract.quotes.frames import Frame, Reading
from morgue.extract.quotes.marks import Stretch

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a stretch: the speaker's head token, the speech verb's token, which rule found them, how surely."""

    speaker: int
    cue: int | None
    rule: str
    confidence: float


@dataclass(frozen=True)
class Case:
    """One stretch in its text, as rules see it."""

    reading: Reading
    number: int

    @cached_property
    def stretch(self) -> Stretch:
        """The words in question."""
        return self.reading.stretches[self.number]

    @cached_property
    def frame(self) -> Frame:
        """The writer's sentence in which the stretch stands."""
        return self.reading.frame_at(self.stretch.opening)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens outside all quotes."""
        return tuple(self.reading.doc[i] for i in self.frame.tokens)

    @cached_property
    def before(self) -> tuple[Token, ...]:
        """The tokens between the quote before, or the sentence's start, and the opening mark."""
        start = max((self.reading.stretches[n].closing for n in self.frame.stretches if n < self.number), default=0)
        return tuple(t for t in self.tokens if start <= t.idx < self.stretch.opening)

    @cached_property
    def after(self) -> tuple[Token, ...]:
        """The tokens between the closing mark and the next quote, or the sentence's end."""
        end = min(
            (self.reading.stretches[n].opening for n in self.frame.stretches if n > self.number), default=self.frame.end
        )
        return tuple(t for t in self.tokens if self.stretch.closing <= t.idx < end)

    @cached_property
    def inner(self) -> tuple[Token, ...]:
        """The tokens between the marks."""
        return tuple(self.reading.doc[i] for i in self.reading.token_range(self.stretch.start, self.stretch.end))

    @cached_property
    def is_whole_sentence(self) -> bool:
        """True if the writer's sentence is nothing but quotes."""
        return not any(t.is_alpha for t in self.tokens)

    def following_frame(self) -> Frame | None:
        """The next sentence in the same paragraph."""
        frames, number = self.reading.frames, self.frame.number + 1
        return frames[number] if number < len(frames) and frames[number].paragraph == self.frame.paragraph else None

    def preceding_frame(self) -> Frame | None:
        """The sentence before, in whatever paragraph."""
        return self.reading.frames[self.frame.number - 1] if self.frame.number else None
