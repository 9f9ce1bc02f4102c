"""Numbers and amounts in the text."""

from morgue.model import DateMention, Figure


def find_figures(text: str, dates: tuple[DateMention, ...]) -> tuple[Figure, ...]:
    """Every figure in the text, in order."""
    del text, dates
    return ()
