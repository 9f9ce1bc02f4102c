"""The words for what verdicts on articles did, and for whom they could not find."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from morgue.link.corrections.telling import AMBIGUOUS, UNMATCHED
from morgue.model import Applied, Cited, Clipping, DerivedFrom, Problem, StoryCorrection

_TOLD: Final[Mapping[str, str]] = {
    "same-story": "One story with {}.",
    "not-same-story": "Not one story with {}.",
    "derived-from": "Made from {}.",
    "not-derived": "Not made from {}, nor the other way round.",
}


def unknown(verdict: StoryCorrection, cited: Cited) -> Problem:
    """No article is called so."""
    told = f"there is no article {cited} in this archive. Name it as its page does, or delete the correction."
    return _problem(verdict, UNMATCHED, told)


def ambiguous(verdict: StoryCorrection, cited: Cited, found: Sequence[Clipping]) -> Problem:
    """Several articles have stood at the URL."""
    uids = ", ".join(f"{clipping.article.uid} ({named(clipping)})" for clipping in found)
    return _problem(verdict, AMBIGUOUS, f"{cited} can be any of {uids}. Name one by these letters and digits.")


def one_only(verdict: StoryCorrection, clipping: Clipping) -> Problem:
    """All names are of one article."""
    told = f"all that it names is one article, {clipping.article.uid} ({named(clipping)}). Name two, or delete it."
    return _problem(verdict, UNMATCHED, told)


def applied(verdict: StoryCorrection, articles: Sequence[Clipping]) -> Iterator[Applied]:
    """A line for the page of each article that a verdict is about; the first stands for all in those of the others."""
    first, second = articles[:2]
    for here in articles:
        other = second if here is first else first
        told = _TOLD[verdict.verb]
        if isinstance(verdict, DerivedFrom) and here is second:
            told = "{} was made from it."
        yield Applied(verdict, None, None, told.format(named(other)), here.id, other.id)


def named(clipping: Clipping) -> str:
    """An article as messages show it."""
    return f"“{clipping.article.headline}”" if clipping.article.headline else clipping.article.document.place


def _problem(verdict: StoryCorrection, code: str, message: str) -> Problem:
    signed = verdict.signed
    whole = f"{signed.file}, line {signed.line} ({verdict.verb}): {message}"
    return Problem(signed.file, "link", "warning", code, whole)
