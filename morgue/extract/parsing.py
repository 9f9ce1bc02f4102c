"""Grammar only where it is needed: in the paragraphs in which somebody may be speaking.."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np

from morgue.extract.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from spacy.tokens import Doc

    Grammar = Callable[[Iterable[Doc]], Iterator[Doc]]

# Where somebody may be speaking: a double quote mark, a single one that opens a word, or a common verb of speech.
SPEECH = re.compile(
    r"[\"“”„‟«»‹›″]|``|(?<!\w)['‘’‚‛](?=\w)"
    r"|\b(?:said|says?|saying|told|tells?|asked|asks?|added|adds|argued|claimed|warned|stated|insisted|[Aa]ccording)\b"
    rf"|\b(?:{'|'.join(vocabulary('reported')['worth_parsing'].split())})"
)
PARSED: list[str | int] = [
    "TAG",
    "DEP",
    "HEAD",
]  # a head is told by its distance, so that paragraphs can be parsed apart
NORM = "NORM"
SPACE = "_SP"


def add_grammar(doc: Doc, grammar: Grammar) -> None:
    """Tags and parses the paragraphs of a document in which somebody may be speaking; the others stay as they are.

    Args:
        doc: The whole text as tokens; it is changed.
        grammar: What tags and parses documents.
    """
    from spacy.tokens import Doc  # noqa: PLC0415 - spaCy takes a second to import, and only extraction should pay for it

    words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
    spans = [(start, end) for start, end in _paragraphs(words) if SPEECH.search(doc[start:end].text)]
    if not spans:
        return
    norms: Any = doc.to_array(NORM)  # the tokenizer knows that the "n't" of "won't" is "not"; a new document does not
    pieces = (
        Doc(doc.vocab, words=words[start:end], spaces=spaces[start:end]).from_array(NORM, norms[start:end])
        for start, end in spans
    )
    parsed: Any = np.zeros((len(doc), len(PARSED)), dtype=np.uint64)
    for (start, end), piece in zip(spans, grammar(pieces), strict=True):
        parsed[start:end] = piece.to_array(PARSED)
        blank = [start + n for n, word in enumerate(words[start:end]) if word.isspace()]
        parsed[blank, 0] = doc.vocab.strings.add(SPACE)
    doc.from_array(PARSED, parsed)


def _paragraphs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first token of each paragraph and the one behind its last; the line break belongs to what it ends."""
    start = 0
    for n, word in enumerate(words):
        if "\n" in word and word.isspace():
            yield start, n + 1
            start = n + 1
    if start < len(words):
        yield start, len(words)
