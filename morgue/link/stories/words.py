"""The words by which an article tells what happened: those of its headline and of its beginning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from scipy import sparse

from morgue.link.versions.texts import Text, Texts, words_of
from morgue.link.versions.vectors import word_rows
from morgue.link.vocabulary import words
from morgue.model import Clipping

# News tells the event first; what follows is background, which the articles of a year have in common.
BEGINNING = 300
LEAD = 60
# How many times over the words of the headline and of the lead count.
HEADLINE_COUNTS = 6
LEAD_COUNTS = 3
# What has fewer different words tells no event: a stub, a caption.
LEAST_WORDS = 15


def event_words(clippings: Sequence[Clipping], texts: Texts) -> tuple[sparse.csr_matrix, tuple[str, ...]]:
    """How much each article says each word, on a scale that flattens, and the words in the order of the columns.

    The words that every text has are left out, and so are all those of a text that is too short to tell anything.
    """
    numbers = {word: number for number, word in enumerate(texts.vocabulary)}
    said = [
        np.concatenate([*_said(clipping, text, numbers)]) for clipping, text in zip(clippings, texts.texts, strict=True)
    ]
    rows = word_rows(said, len(numbers))
    telling = np.array([word not in words("stopwords") for word in numbers], np.float32)
    rows.data = (1 + np.log(rows.data)) * telling[rows.indices]
    rows.eliminate_zeros()
    enough = np.diff(rows.indptr) >= LEAST_WORDS
    rows.data *= np.repeat(enough, np.diff(rows.indptr))
    rows.eliminate_zeros()
    return rows, tuple(numbers)


def _said(clipping: Clipping, text: Text, numbers: dict[str, int]) -> Iterator[np.ndarray]:
    """The numbers of the words, as often as they count; a headline may bring words that no text has."""
    headline = [numbers.setdefault(word, len(numbers)) for word in words_of(clipping.article.headline or "")]
    yield from [np.array(headline, np.uint32)] * HEADLINE_COUNTS
    yield from [text.words[:LEAD]] * (LEAD_COUNTS - 1)
    yield text.words[:BEGINNING]
