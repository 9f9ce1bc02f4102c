"""What tells running text from everything else on a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from morgue.clean.draft import Line

ENDED = re.compile(r"""[.!?…]["'”’»)\]]*\s*$""")
LONG = 20  # words: longer than any furniture without a full stop
SENTENCE = 8  # words: the shortest line with a full stop that counts as text


def is_prose(text: str) -> bool:
    """Whether a line is running text: a sentence with an end, or too long for anything else."""
    words = text.count(" ") + 1
    return words >= LONG or (words >= SENTENCE and bool(ENDED.search(text)))


def first_prose(lines: Sequence[Line]) -> int:
    """The place of the first line of running text; the number of lines where there is none."""
    return next((place for place, line in enumerate(lines) if is_prose(line.text)), len(lines))


def last_prose(lines: Sequence[Line]) -> int:
    """The place of the last line of running text; -1 where there is none."""
    return next((place for place in range(len(lines) - 1, -1, -1) if is_prose(lines[place].text)), -1)


def same(text: str) -> str:
    """A line reduced to what makes two lines the same headline: letters and digits, small."""
    return "".join(filter(str.isalnum, text.casefold()))
