"""What the model found, in our kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from morgue.model import EntityKind, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

# The model's labels (OntoNotes, and CoNLL's PER and MISC). What is missing here is no name: dates, amounts, ordinals.
KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "other",
    "PRODUCT": "other",
    "LANGUAGE": "other",
    "MISC": "other",
}
LABELS: dict[EntityKind, str] = {"person": "PERSON", "organization": "ORG", "place": "GPE", "group": "NORP"}
CONFIDENCE = 0.7


def model_mentions(doc: Doc) -> tuple[Mention, ...]:
    """The model's names as mentions, untouched but for line breaks: a name ends where its line ends."""
    mentions = []
    for entity in doc.ents:
        kind = KINDS.get(entity.label_)
        if kind:
            text = entity.text.split("\n")[0]
            start = entity.start_char
            mentions.append(Mention(start, start + len(text), text, entity.label_, kind, "model", CONFIDENCE))
    return tuple(mentions)
