"""What two articles share, stretch by stretch: the same words, edited ones, or the same said in other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from morgue.link.versions.alignment import Aligner, Beside, whole
from morgue.link.versions.texts import Sentence, Text
from morgue.model import Passage, PassageKind, Reuse

# Sentences that keep this share of their words, in order, are edited; what keeps fewer is said in other words.
EDITED = 0.6
# Shared quotes are no passages: both may have heard them.
TAKEN = ("copy", "partial", "rewrite")


def find_passages(reuse: Sequence[Reuse], aligner: Aligner) -> tuple[Passage, ...]:
    """Lays the articles of each row side by side; rows in their order, passages in the order of the first article."""
    return tuple(
        passage for row in reuse if row.kind in TAKEN for passage in passages(aligner, row.article_id, row.other_id)
    )


def passages(aligner: Aligner, article_id: int, other_id: int) -> Iterator[Passage]:
    """The passages of two clippings: in order, and no sentence of either in two of them.

    Sentences of the same words that follow each other in both articles are one passage. `score` is the share of words
    kept in order where the same or edited, and for what was reworded how alike the two are in letters.
    """
    here, there = aligner.text(article_id), aligner.text(other_id)
    last: Passage | None = None
    before: Beside | None = None
    for beside in aligner.beside(article_id, other_id):
        passage = _passage(here, there, beside)
        if last and before and last.kind == passage.kind == "same" and _follows(before, beside):
            passage = _joined(last, passage)
        elif last:
            yield last
        last, before = passage, beside
    if last:
        yield last


def _passage(here: Text, there: Text, beside: Beside) -> Passage:
    mine = whole(here.sentences[beside.here : beside.here_end])
    other = whole(there.sentences[beside.there : beside.there_end])
    kind, score = _kind(_words(here, mine), _words(there, other), beside.likeness)
    return Passage(here.id, mine.start, mine.end, there.id, other.start, other.end, kind, round(score, 4))


def _kind(mine: list[int], other: list[int], likeness: float) -> tuple[PassageKind, float]:
    if mine == other:
        return "same", 1.0
    kept = Indel.normalized_similarity(mine, other)
    return ("edited", kept) if kept >= EDITED else ("reworded", min(likeness, 1.0))


def _words(text: Text, sentence: Sentence) -> list[int]:
    words: list[int] = text.words[sentence.first : sentence.last].tolist()
    return words


def _follows(before: Beside, after: Beside) -> bool:
    return (before.here_end, before.there_end) == (after.here, after.there)


def _joined(one: Passage, two: Passage) -> Passage:
    return Passage(
        one.article_id, one.start, two.end, one.other_id, one.other_start, two.other_end, one.kind, one.score
    )
