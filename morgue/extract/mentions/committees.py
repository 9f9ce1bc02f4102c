"""Committees whose names are lists, which the model cuts: "Senate Health, Education and Boats Committee"."""

from __future__ import annotations

import re

from morgue.extract.mentions.merge import merged, touching
from morgue.model import Mention

CONFIDENCE = 0.85
SUBJECT = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}"
LISTED = re.compile(
    rf"\b(?:House|Senate) (?:{SUBJECT}, ){{1,3}}(?:{SUBJECT},? )?(?:and|&) {SUBJECT} (?:Subc|C)ommittee\b"
)


def listed_committees(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Each such committee as one name, but where a person's name stands within."""
    found = [
        Mention(hit.start(), hit.end(), hit[0], "ORG", "organization", "committee", CONFIDENCE)
        for hit in LISTED.finditer(text)
    ]
    return merged(
        mentions, [name for name in found if all(m.kind != "person" for m in touching(mentions, name.start, name.end))]
    )
