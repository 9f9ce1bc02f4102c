"""Common given names."""

from __future__ import annotations

from functools import cache

from morgue.extract.vocabulary import vocabulary


def is_given(word: str) -> bool:
    """Whether persons are commonly called so."""
    return word.casefold() in given_names()


@cache
def given_names() -> frozenset[str]:
    """All given names of the vocabulary, in lower case."""
    return frozenset(name for names in vocabulary("given_names").values() for name in names.split())
