"""Files read and cleaned as a build does it, without building an archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from morgue import read
from morgue.clean import clean
from morgue.model import Article, Original


def cleaned(inputs: Sequence[Path]) -> Iterator[Article]:
    """The articles of the files or folders, each cleaned for itself."""
    for file in read.find(inputs)[0]:
        for record in read.read(file, read.Options()):
            article = clean(record)[0] if isinstance(record, Original) else None
            yield from [article] if article else []
