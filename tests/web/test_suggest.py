"""Names offered while somebody types: the client on a published database against the server on the archive."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from morgue.browse.search.suggest import suggest
from morgue.model.names import lookup_key
from morgue.publish.options import Options
from morgue.publish.search.write import write
from morgue.publish.writing import SiteWriter
from tests.browse.crowd import write_crowd
from tests.web.conftest import Run

pytestmark = pytest.mark.unit
ROOT = Path(__file__).parents[2]
ODD = (
    "", " ", "i", "“", "zzzz", "  Ida   B", "IDA", "ída", "brandt", "ida brandt and more than that there is of it", "%",
    "\u0130stanbul", "Straße", "\ufb01re", "हिन्दी", "Ελλάς", "a\u0345b", "k\u0327a", "½ way", "東京", "-x-", "\x00id",
)  # fmt: skip
MOST = 48 * 8192  # bytes of names, beside the pages that lead to them and the rows of those who are offered


@pytest.fixture(scope="module")
def archive(crowd: Path) -> Path:
    """The crowd of articles, as built."""
    return crowd


def beginnings(archive: Path) -> Sequence[str]:
    """Every two and every three letters that a name of the archive begins with, some names, and odd things."""
    with closing(sqlite3.connect(archive)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM entities UNION SELECT name FROM sources")]
    keys = {lookup_key(name)[:length] for name in names for length in (2, 3)}
    return (*sorted(keys), *sorted(names)[:60], *ODD)


def test_the_client_offers_what_the_server_offers(node: Run, archive: Path, published: Path) -> None:
    """The same names in the same order with the same numbers, for whatever is typed."""
    typed = beginnings(archive)
    found = node("suggest.mjs", {"site": str(published), "typed": typed})
    with closing(sqlite3.connect(archive)) as connection:
        told = [[asdict(each) for each in suggest(connection, {}, {"q": [each]}).suggestions] for each in typed]
    assert [each for each, here, there in zip(typed, found, told, strict=True) if here["offers"] != there] == []
    assert sum(map(bool, told)) > len(typed) // 2


def test_names_are_looked_up_alike(node: Run, published: Path) -> None:
    """Case, accents, ligatures, marks and signs fall away as they do in Python."""
    found = node("suggest.mjs", {"site": str(published), "typed": ODD})
    assert [each["key"] for each in found] == [lookup_key(each) for each in ODD]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, packages: Path) -> Path:
    """The search of an archive with very many names that begin alike."""
    assert packages.is_dir()
    folder = tmp_path_factory.mktemp("many")
    archive = write_crowd(folder / "archive.db")
    with closing(sqlite3.connect(archive)) as connection, connection:
        rows = [(f"vi{n:06} harbour", "person", 1, f"Vi{n:06} Harbour", n) for n in range(40_000)]
        connection.executemany("INSERT INTO name_keys VALUES (?, ?, ?, ?, ?)", rows)
    write(archive, SiteWriter(folder), Options(archive, folder, ROOT))
    return folder


def test_what_is_read_is_bounded(node: Run, many: Path) -> None:
    """Where too many names begin so, nothing is read but what leads to them, until one more letter is typed."""
    wide, narrow = node("suggest.mjs", {"site": str(many), "typed": ["vi", "vi0001"]})
    assert wide["offers"] == []
    assert wide["bytes"] < MOST / 4
    assert [each["note"] for each in narrow["offers"]] == ["also Vi000199 Harbour"]
    assert 0 < narrow["bytes"] < MOST
    assert narrow["requests"] < 10


def test_it_knows_the_fields(node: Run, published: Path) -> None:
    """An offer has all that the page needs to draw it and to lead to it."""
    (found,) = node("suggest.mjs", {"site": str(published), "typed": ["ida"]})
    (offer,) = (each for each in found["offers"] if each["label"] == "Ida Brandt")
    wanted: dict[str, Any] = {"kind": "person", "parameter": "person", "address": f"/search?person={offer['value']}"}
    assert {name: offer[name] for name in wanted} == wanted
