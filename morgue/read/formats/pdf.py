"""PDF is not read: its lines do not tell columns, captions and furniture apart. This says so, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from morgue.model import Problem
from morgue.read import problems
from morgue.read.form import Format, Found, Options


def _unsupported(found: Found, _options: Options) -> Iterator[Problem]:
    yield problems.pdf(found.place)


PDF = Format("pdf", (".pdf",), (b"%pdf-",), _unsupported)
