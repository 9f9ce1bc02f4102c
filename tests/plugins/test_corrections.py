"""What people decided, and former addresses, as a server shows them."""

from __future__ import annotations

import pytest
from datasette.app import Datasette

from morgue.model import uid

pytestmark = pytest.mark.unit

ADA, FORMER = uid("entity", "Ada Lindqvist"), uid("entity", "Lindqvist")
DROPPED = uid("entity", "Wheat Desk")


async def test_the_page_shows_note_author_and_date(datasette: Datasette) -> None:
    """The note is rendered, the other entity linked."""
    page = (await datasette.client.get(f"/entities/{ADA}")).text
    box = page.partition('aria-labelledby="corrections"')[2].partition("</aside>")[0]

    assert "Not the same as “Adam Lindqvist”." in box
    assert f'href="/entities/{uid("entity", "Adam Lindqvist")}"' in box
    assert "<em>son</em>" in box
    assert "R. Imrie" in box
    assert '<time datetime="2022-03-01">' in box


async def test_the_json_has_the_note_as_written(datasette: Datasette) -> None:
    """Programs get the Markdown."""
    answer = await datasette.client.get(f"/entities/{ADA}.json")

    assert [each["note"] for each in answer.json()["corrections"]] == ["Mother and *son*."]


@pytest.mark.parametrize("ending", ["", ".json"])
async def test_a_former_address_is_redirected(datasette: Datasette, ending: str) -> None:
    """Old links go on working, as a page and as JSON."""
    answer = await datasette.client.get(f"/entities/{FORMER}{ending}", follow_redirects=False)

    assert (answer.status_code, answer.headers["location"]) == (302, f"/entities/{ADA}{ending}")


async def test_a_dropped_address_says_who_took_it_out_and_why(datasette: Datasette) -> None:
    """What was dropped is gone, not unknown: a page of ours with the verdict, its note, author and date."""
    answer = await datasette.client.get(f"/entities/{DROPPED}")

    assert answer.status_code == 410
    assert "“Wheat Desk” (organization, 2 mentions) is no entity." in answer.text
    assert "A <em>label</em> of the page." in answer.text
    assert 'R. Imrie, <time datetime="2022-03-02">' in answer.text


async def test_a_dropped_address_says_so_to_programs(datasette: Datasette) -> None:
    """The same as JSON, in the form of every error."""
    answer = await datasette.client.get(f"/entities/{DROPPED}.json")

    assert (answer.status_code, answer.json()) == (
        410,
        {
            "ok": False,
            "status": 410,
            "title": "Taken out",
            "error": "“Wheat Desk” (organization, 2 mentions) is no entity.",
            "uid": DROPPED,
            "told": "“Wheat Desk” (organization, 2 mentions) is no entity.",
            "note": "A *label* of the page.",
            "author": "R. Imrie",
            "date": "2022-03-02",
        },
    )
