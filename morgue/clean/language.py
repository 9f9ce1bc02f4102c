"""Which language an article is in."""

from __future__ import annotations

import re

import py3langid

ENOUGH = 400  # characters: more does not change the answer, and costs time
LEAST = 5  # words
CODE = re.compile(r"([a-z]{2})(?:[-_][a-z]{2,4})?", re.IGNORECASE)


def language(stated: str | None, text: str) -> str | None:
    """The ISO 639-1 code: stated, else told from the text; None where there is too little of it."""
    told = CODE.fullmatch(stated or "")
    if told:
        return told[1].lower()
    sample = text[:ENOUGH]
    if sample.count(" ") < LEAST:
        return None
    code: str = py3langid.classify(sample)[0]
    return code
