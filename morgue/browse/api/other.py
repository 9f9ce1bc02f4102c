"""What a server hands out beside the pages: streams of a search, original files, the archive itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_UID = {"name": "uid", "in": "path", "required": True, "description": "Uid of the article",
        "schema": {"type": "string", "pattern": "^[0-9a-f]{12}$"}}  # fmt: skip
_NONE = ("404", "There is nothing at this address.")
_OFF = ("403", "The archivist has switched this off.")
_STREAM = """\
Everything that matches, without a limit, in order of publication (sort=oldest turns it round), a row for each article,
quote or entity. The words are read as on the page of results, so the same is found, also beyond what pages rank.
`rank` is the place of a row on the page of results, not folded; it is empty without words, and beyond the 20,000 rows
that are ranked.
"""


@dataclass(frozen=True, slots=True)
class Other:
    """An address that is no page: `parameters` are those of that name in parameters.yml."""

    path: str
    name: str
    summary: str
    media_type: str
    about: str = ""
    parameters: str = ""
    in_path: Sequence[Mapping[str, Any]] = ()
    failures: Sequence[tuple[str, str]] = ()


OTHER = (
    Other("/search.csv", "search_csv", "Any search as a table.", "text/csv", _STREAM, "search_stream", failures=[_OFF]),
    Other(
        "/search.jsonl", "search_jsonl", "Any search as JSON lines.", "application/jsonl", _STREAM, "search_stream",
        failures=[_OFF],
    ),
    Other(
        "/articles/{uid}/original", "original", "The file that an article was read from, byte for byte.", "*/*",
        in_path=[_UID], failures=[_NONE],
    ),
    Other(
        "/archive.db", "archive_database", "The whole archive as an SQLite database.", "application/vnd.sqlite3",
        "Can be continued with a Range header.", failures=[_OFF],
    ),
)  # fmt: skip
