"""Dates in the text."""

from morgue.model import DateMention


def find_dates(text: str, published: str | None) -> tuple[DateMention, ...]:
    """Every date in the text, in order."""
    del text, published
    return ()
