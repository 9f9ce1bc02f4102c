"""Reported speech on the pages: told as reported, never in quotation marks."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from datasette.app import Datasette

from tests.browse.reported import REPORTED, REPORTED_UID, write_reported
from tests.sample import ORIGINAL, article
from tests.served import link_site, serve, stop

pytestmark = pytest.mark.unit

ARTICLE = f"/articles/{article(ORIGINAL).uid}"


@pytest.fixture(scope="module")
async def datasette(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Datasette]:
    """The sample archive with reported speech, served."""
    folder: Path = tmp_path_factory.mktemp("site")
    link_site(folder)
    write_reported(folder / "archive.db")
    served = await serve(folder)
    yield served
    stop(served)


@pytest.mark.parametrize(
    "path", ["/quotes?form=indirect", f"/quotes/{REPORTED_UID}", "/search?in=quotes&q=grain", ARTICLE]
)
async def test_reported_speech_stands_in_no_marks(datasette: Datasette, path: str) -> None:
    """It is labelled instead."""
    page = (await datasette.client.get(path)).text
    assert "reported</span>" in page
    assert f"“{REPORTED}" not in page
    assert f"“<mark>{REPORTED.split()[0]}" not in page


async def test_an_article_marks_it_apart_from_quotes(datasette: Datasette) -> None:
    """Not as a quotation; with its speaker for hover and paper, and a link to its page."""
    body = (await datasette.client.get(ARTICLE)).text.partition('<div class="body"')[2]
    told = body.partition('<span class="said reported')[2].partition("</span>")[0]
    assert f'id="quote-{REPORTED_UID}"' in told
    assert 'data-speaker="Vladimir Putin, reported"' in told
    assert 'title="Vladimir Putin (reported)"' in told
    assert f'href="/quotes/{REPORTED_UID}"' in body


async def test_an_entity_lists_what_it_is_reported_to_say(datasette: Datasette) -> None:
    """Beside its own words, and apart from them."""
    with sqlite3.connect(datasette.get_database("archive").path or "") as db:
        (uid,) = db.execute("SELECT uid FROM entities WHERE name = 'Vladimir Putin'").fetchone()
    page = (await datasette.client.get(f"/entities/{uid}")).text
    assert "As reported</h2>" in page
    assert f'href="/quotes/{REPORTED_UID}">{REPORTED}</a>' in page
