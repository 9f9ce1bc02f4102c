"""Turns of a printed conversation, which have a label in place of quotation marks: `Q: …`, `SMITH: …`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from morgue.extract.attribution.speech import speech
from morgue.model import Mention, Paragraph, Quote

LABEL = re.compile(r"[“\"]?(?P<label>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})(?: \([^)]*\))?:\s+(?=[^\W\d]|[“\"‘$£(\[])")
FEWEST_TURNS = 3
MOST_WORDS_OF_NAME = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of a conversation as a quote."""

    paragraph: int
    quote: Quote


def find_turns(text: str, paragraphs: Sequence[Paragraph], mentions: Sequence[Mention]) -> tuple[Turn, ...]:
    """The turns of a text, if it prints a conversation: at least three labelled paragraphs, some label again."""
    labelled = [
        (number, match)
        for number, paragraph in enumerate(paragraphs)
        if (match := LABEL.match(text, paragraph.start, paragraph.end)) and _is_speaker(match["label"])
    ]
    counts = Counter(match["label"] for _, match in labelled)
    again = [label for label, count in counts.items() if count > 1]
    if len(labelled) < FEWEST_TURNS or len(counts) == 1 or not again:
        return ()
    return tuple(Turn(n, _quote(text, paragraphs[n], m, mentions)) for n, m in labelled)


def _is_speaker(label: str) -> bool:
    return label.casefold() not in speech().labels and (label.isupper() or len(label.split()) <= MOST_WORDS_OF_NAME)


def _quote(text: str, paragraph: Paragraph, match: re.Match[str], mentions: Sequence[Mention]) -> Quote:
    start, label = match.end(), match["label"]
    end = start + len(text[start : paragraph.end].rstrip('”"' if match[0][0] in '“"' else None))
    return Quote(
        start=start,
        end=end,
        text=text[start:end],
        form="direct",
        cue=None,
        speaker_text=label,
        speaker_mention=_named(label, mentions),
        rule="transcript label",
        confidence=0.8,
    )


def _named(label: str, mentions: Sequence[Mention]) -> int | None:
    """The first person whose surname the label is."""
    surname = label.rsplit(maxsplit=1)[-1].casefold()
    return next(
        (n for n, m in enumerate(mentions) if m.kind == "person" and m.text.split()[-1].casefold() == surname), None
    )
