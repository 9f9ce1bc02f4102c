"""Corrections from end to end: written in the file, obeyed by a build, shown on pages, kept by the next build."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from datasette.app import Datasette

from morgue.browse.opening import opened
from morgue.browse.suspicions import as_yaml, suspicions
from tests.forms.conftest import built
from tests.served import link_site, serve, stop

SIGNED = "  note: So it *is*.\n  author: R. Imrie\n  date: 2022-05-01\n"
VERDICTS = """
- merge: [{person: Adele}, {person: Madonna}]
- split: {person: Viktor Orban}
  forms: [Orbán Viktor]
  into: {person: Viktor Orbán the Elder}
- rename: {person: Sergey Lavrov}
  to: Sergei Lavrov
- kind: {person: Danube}
  is: place
- drop: {organization: Hotels}
- not-the-same: [{person: George H.W. Bush}, {person: George W. Bush}]
- read: Smith
  source: The Example
  as: {person: Alice Smith}
- drop: {organization: Nobody’s Guild}
"""


def uids(path: Path) -> dict[str, str]:
    """Name → uid of every entity of an archive."""
    with closing(sqlite3.connect(path)) as db:
        return dict(db.execute("SELECT name, uid FROM entities"))


def aliases(path: Path, uid: str) -> dict[str, str]:
    """Form → who decided it, of one entity."""
    with closing(sqlite3.connect(path)) as db:
        sql = "SELECT a.name, a.decided_by FROM aliases a JOIN entities e ON e.id = a.entity_id WHERE e.uid = ?"
        return dict(db.execute(sql, [uid]))


def entries(unsigned: str) -> str:
    """Verdicts with a note, an author and a date each."""
    return "".join(f"- {each.rstrip()}\n{SIGNED}" for each in unsigned.split("\n- ")[1:])


@pytest.fixture(scope="module")
def before(heap: Path) -> dict[str, str]:
    """The uids of the archive without corrections."""
    return uids(heap / "archive.db")


@pytest.fixture(scope="module")
def corrected(heap: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive built anew under the verdicts."""
    folder = tmp_path_factory.mktemp("corrected")
    shutil.copytree(heap, folder, dirs_exist_ok=True)
    (folder / "corrections.yml").write_text(entries(VERDICTS), encoding="utf-8")
    return built(folder / "heap.jsonl", folder / "archive.db", folder / "corrections.yml")


@pytest.fixture(scope="module")
async def datasette(corrected: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Datasette]:
    """The corrected archive, served."""
    folder = tmp_path_factory.mktemp("served")
    link_site(folder)
    (folder / "archive.db").symlink_to(corrected)
    served = await serve(folder)
    yield served
    stop(served)


def test_what_is_merged_stays_at_the_first_address(corrected: Path, before: dict[str, str]) -> None:
    """The first of two keeps its uid and has the forms of both; the other's name is nobody's."""
    assert "Madonna" in aliases(corrected, before["Adele"])
    assert "Madonna" not in uids(corrected)


async def test_the_address_of_what_was_merged_leads_on(datasette: Datasette, before: dict[str, str]) -> None:
    """An old link arrives where the entity is now."""
    answer = await datasette.client.get(f"/entities/{before['Madonna']}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, f"/entities/{before['Adele']}")


def test_what_is_split_has_its_forms(corrected: Path, before: dict[str, str]) -> None:
    """The forms named in the verdict are the new entity's, the rest and the address stay."""
    assert aliases(corrected, uids(corrected)["Viktor Orbán the Elder"])["Orbán Viktor"] == "correction"
    assert "Orbán Viktor" not in aliases(corrected, before["Viktor Orban"])
    assert "Viktor Orban" in aliases(corrected, before["Viktor Orban"])


def test_a_new_name_keeps_the_address(corrected: Path, before: dict[str, str]) -> None:
    """What is renamed is found under its uid."""
    assert uids(corrected)["Sergei Lavrov"] == before["Sergey Lavrov"]


async def test_the_page_shows_the_verdict(datasette: Datasette, before: dict[str, str]) -> None:
    """With what was decided, the note, the author and the date."""
    page = (await datasette.client.get(f"/entities/{before['Sergey Lavrov']}")).text
    box = page.partition('aria-labelledby="corrections"')[2].partition("</aside>")[0]
    assert "Shown as “Sergei Lavrov”." in box
    assert "<em>is</em>" in box
    assert "R. Imrie" in box


def test_a_kind_is_given(corrected: Path, before: dict[str, str]) -> None:
    """The kind changes, the uid does not."""
    with closing(sqlite3.connect(corrected)) as db:
        assert db.execute("SELECT kind FROM entities WHERE uid = ?", [before["Danube"]]).fetchone() == ("place",)


@pytest.mark.parametrize("ending", ["", ".json"])
async def test_what_is_dropped_says_why(datasette: Datasette, before: dict[str, str], ending: str) -> None:
    """Its address is not unknown, but gone, with the verdict."""
    answer = await datasette.client.get(f"/entities/{before['Hotels']}{ending}")
    assert answer.status_code == 410
    assert "(organization, 1 mention) is no entity." in answer.text
    assert "R. Imrie" in answer.text


def test_a_string_of_a_source_is_read_as_said(corrected: Path, before: dict[str, str]) -> None:
    """The lone name that the article left open is whom the verdict says."""
    assert aliases(corrected, before["Alice Smith"])["Smith"] == "correction"


def test_a_verdict_that_matches_nothing_is_reported_with_its_line(corrected: Path) -> None:
    """The others are obeyed to the letter: this is the only problem with them."""
    with closing(sqlite3.connect(corrected)) as db:
        found = db.execute("SELECT code, message FROM problems WHERE code LIKE 'correction-%'").fetchall()
    line = 1 + entries(VERDICTS).splitlines().index("- drop: {organization: Nobody’s Guild}")
    ((code, message),) = found
    assert code == "correction-unmatched"
    assert message.startswith(f"corrections.yml, line {line} (drop): ")


def test_addresses_outlast_the_next_build(corrected: Path, tmp_path: Path) -> None:
    """Built once more under the same verdicts, everything has the address that it had."""
    shutil.copytree(corrected.parent, tmp_path, dirs_exist_ok=True)
    again = built(tmp_path / "heap.jsonl", tmp_path / "archive.db", tmp_path / "corrections.yml")
    assert uids(again) == uids(corrected)


def test_what_is_suspicious_can_be_pasted_as_it_is(heap: Path, tmp_path: Path) -> None:
    """All of the list, pasted verbatim, is obeyed without a problem, and the next list asks none of it again."""
    shutil.copytree(heap, tmp_path, dirs_exist_ok=True)
    with opened(tmp_path / "archive.db") as connection:
        asked, total = suspicions(connection)
    pasted = tmp_path / "corrections.yml"
    pasted.write_text(as_yaml(asked, total, "R. Imrie", "2022-05-01"), encoding="utf-8")
    archive = built(tmp_path / "heap.jsonl", tmp_path / "archive.db", pasted)
    with opened(archive) as connection:
        left, _ = suspicions(connection)
        problems = connection.execute("SELECT message FROM problems WHERE code LIKE 'correction-%'").fetchall()

    assert total == len(asked) > 0
    assert problems == []
    assert not {frozenset(s.uid for s in each.subjects) for each in left} & {
        frozenset(s.uid for s in each.subjects) for each in asked
    }
