"""Which sentence of a version says what which sentence of its source says."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from morgue.link.versions.texts import Sentence, Texts
from morgue.link.versions.vectors import Vectors, unit_rows

# Two sentences that are each other's closest say the same from this cosine on.
SAYS_THE_SAME = 0.4


class Aligner:
    """Lays two articles side by side, sentence by sentence."""

    def __init__(self, texts: Texts, vectors: Vectors) -> None:
        self._texts = texts
        self._vectors = vectors
        self._place = {text.id: place for place, text in enumerate(texts.texts)}

    def pairs(self, here: int, there: int) -> list[tuple[Sentence, Sentence]]:
        """Pairs of sentences of two clippings, each the other's closest, in the order of the first."""
        one, two = self._place[here], self._place[there]
        if not self._texts.texts[one].sentences or not self._texts.texts[two].sentences:
            return []
        close = (self._rows(one) @ self._rows(two).T).toarray()
        best = close.argmax(axis=1)
        mutual = np.flatnonzero(close.argmax(axis=0)[best] == np.arange(len(best)))
        ours, theirs = self._texts.texts[one].sentences, self._texts.texts[two].sentences
        return [(ours[row], theirs[best[row]]) for row in mutual if close[row, best[row]] >= SAYS_THE_SAME]

    def _rows(self, place: int) -> sparse.csr_matrix:
        rows = slice(self._vectors.first[place], self._vectors.first[place + 1])
        return unit_rows(self._vectors.sentences[rows] @ self._vectors.letters)
