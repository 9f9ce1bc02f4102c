"""Which language an article is in."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

ENOUGH = 400  # characters: more does not change the answer, and costs time
LEAST = 5  # words
SURE = 0.5  # probability: below it, names and tables tell more than the language does ("Muammar Gaddafi ruled Libya")
CODE = re.compile(r"([a-z]{2})(?:[-_][a-z]{2,4})?", re.IGNORECASE)


def language(stated: str | None, text: str, page: str | None = None) -> str | None:
    """The ISO 639-1 code: stated by the input, else told from the text; None where that is too short or unsure.

    Args:
        stated: what the input says.
        text: the article.
        page: what the page around it says. It is believed of a short text only: a template's claim is often another
            edition's.
    """
    return _code(stated) or (_code(page) if len(text) < ENOUGH else None) or _told(text)


def _code(said: str | None) -> str | None:
    match = CODE.fullmatch(said or "")
    return match[1].lower() if match else None


def _told(text: str) -> str | None:
    sample = text[:ENOUGH]
    if sample.count(" ") < LEAST:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= SURE else None


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
