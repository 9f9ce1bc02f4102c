"""A stream gives everything that a search finds, in short steps."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs

import pytest

from morgue.browse.search import hits
from morgue.browse.search.page import search_page
from morgue.browse.streams import walk as walking
from morgue.browse.streams.stream import Replaced, Row, Stream, stream
from morgue.browse.streams.walk import walk

pytestmark = pytest.mark.unit

SEARCHES = (
    "", "q=harbour", "q=council+budget", "q=%22harbour+master%22", "q=-harbour", "q=harbour+OR+library", "q=zzz",
    "derivation=original", "derivation=-original", "from=2020&to=2021", "q=harbour&sort=oldest", "in=quotes",
    "in=quotes&q=we", "in=quotes&form=direct", "in=entities", "in=entities&q=a*",
)  # fmt: skip


def asked(connection: sqlite3.Connection) -> Callable[[Callable[[sqlite3.Connection], Any]], Awaitable[Any]]:
    """Whoever asks the archive, without a server."""

    async def ask(question: Callable[[sqlite3.Connection], Any], /) -> Any:
        return question(connection)

    return ask


def read(connection: sqlite3.Connection, found: Stream, ask: Any = None) -> list[Row]:
    """All rows of a stream."""

    async def gather() -> list[Row]:
        return [row async for rows in walk(ask or asked(connection), found) for row in rows]

    return asyncio.run(gather())


def pages(connection: sqlite3.Connection, query: str) -> list[str]:
    """The uids on all pages of results, not folded."""
    found: list[str] = []
    parameters = {**parse_qs(query), "fold": ["0"], "size": ["100"]}
    while True:
        page = search_page(connection, {}, parameters)
        found += [getattr(hit, "uid", None) or hit.card.uid for hit in page.hits]  # type: ignore[union-attr]  # one of the two
        if page.next is None:
            return found
        parameters["next"] = [page.next]


@pytest.mark.parametrize("query", SEARCHES)
def test_a_stream_finds_what_the_pages_show(crowd: sqlite3.Connection, query: str) -> None:
    """Each row once, whatever the search is for."""
    uids = [row["uid"] for row in read(crowd, stream(crowd, parse_qs(query)))]
    assert sorted(map(str, uids)) == sorted(pages(crowd, query))


def test_a_stream_goes_on_where_pages_end(crowd: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages rank a part of very many; a stream gives all, and says which of them are ranked."""
    whole = read(crowd, stream(crowd, {"q": ["harbour"]}))
    monkeypatch.setattr(hits, "MOST_HITS", 5)
    rows = read(crowd, stream(crowd, {"q": ["harbour"]}))
    assert [row["uid"] for row in rows] == [row["uid"] for row in whole]
    assert sorted(row["rank"] for row in rows if row["rank"]) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("sort", "newest_first"), [("newest", True), ("relevance", True), ("oldest", False)])
def test_rows_come_in_order_of_publication(crowd: sqlite3.Connection, sort: str, *, newest_first: bool) -> None:
    """However good they are: an order that needs no knowledge of all rows."""
    dates = [str(row["published"]) for row in read(crowd, stream(crowd, {"sort": [sort]})) if row["published"]]
    assert dates == sorted(dates, reverse=newest_first)


def test_a_step_that_takes_too_long_is_made_shorter(crowd: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it fits into the time limit; nothing is left out or told twice."""
    monkeypatch.setattr(walking, "LEAST", 4)
    found = stream(crowd, {})
    widths: list[int] = []

    async def ask(question: Any, /) -> Any:
        span = question.keywords.get("span")
        widths.append(span[1] - span[0] + 1 if span else 0)
        if span and widths[-1] > walking.LEAST:
            raise sqlite3.OperationalError("interrupted")
        return question(crowd)

    assert len(read(crowd, found, ask)) == len(read(crowd, found))
    assert max(widths) > walking.LEAST


def test_what_cannot_be_made_shorter_ends_the_stream(crowd: sqlite3.Connection) -> None:
    """Sooner than that it is tried for ever."""

    async def ask(_question: Any, /) -> Any:
        raise sqlite3.OperationalError("interrupted")

    with pytest.raises(sqlite3.OperationalError):
        read(crowd, stream(crowd, {}), ask)


def test_a_new_archive_ends_the_stream_of_the_old(event: sqlite3.Connection) -> None:
    """Its rows have other numbers, so that going on would leave out some and tell others twice."""
    found = stream(event, {})
    event.execute("UPDATE builds SET built_at = '2026-02-02T00:00:00Z'")
    with pytest.raises(Replaced):
        read(event, found)


def test_addresses_are_whole_and_text_is_told_where_asked_for(db: sqlite3.Connection) -> None:
    """So that a table that has been taken away still leads back."""
    row, *_ = read(db, stream(db, {"q": ["ships"], "text": ["1"]}, "https://x.example"))
    assert row["address"] == f"https://x.example/articles/{row['uid']}"
    assert len(str(row["text"])) > len(str(row["lead"]))


@pytest.mark.parametrize("query", ["text=1", "q=harbour&text=1", "in=quotes", "in=entities"])
def test_what_is_held_does_not_grow_with_what_is_read(
    crowd: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    """No answer of the archive has more rows than are told at once; beside them only numbers of rows are kept."""
    monkeypatch.setattr(walking, "ROWS", 4)
    answers: list[Any] = []

    async def ask(question: Callable[[sqlite3.Connection], Any], /) -> Any:
        answers.append(question(crowd))
        return answers[-1]

    whole = read(crowd, stream(crowd, parse_qs(query)), ask)
    rows = [answer for answer in answers if answer and not isinstance(answer[0], int)]
    assert len(whole) == sum(map(len, rows)) > 4
    assert max(map(len, rows)) == 4
