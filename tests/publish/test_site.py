"""What a published site consists of, and what publishing again changes."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from morgue.publish.manifest import compare, files_below
from morgue.publish.options import BESIDE_SEARCH
from tests.publish.conftest import PAGES_ALONE, write_site
from tests.served import serve, site_folder, stop


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {path: (site / path).read_bytes() for path in files_below(site)}


def times(site: Path) -> dict[str, int]:
    """When each file was last written."""
    return {path: (site / path).stat().st_mtime_ns for path in files_below(site)}


async def test_json_is_what_the_server_gives(of_sample: Path, tmp_path: Path) -> None:
    """Every JSON file of the site is, byte for byte, what the same address has on a server."""
    server = await serve(site_folder(tmp_path))
    files = sorted(path for path in files_below(of_sample) if path.endswith(".json") and ".csl." not in path)
    chosen = [path for path in files if "/" not in path]
    chosen += random.Random(7).sample([path for path in files if path not in chosen], 60)  # noqa: S311 - no secret
    for path in chosen:
        *folders, last = path.removesuffix(".json").split("/")
        parts = [*folders, last]
        is_narrowed = parts[0] in ("stories", "entities", "quotes", "discrepancies") and parts[1:2] in (
            ["sort"], ["kind"], ["altered"],
        )  # fmt: skip
        address = f"/{parts[0]}.json?{parts[1]}={parts[2]}" if is_narrowed else f"/{path}"
        answer = await server.client.get("/.json" if path == "index.json" else address)
        assert answer.content == (of_sample / path).read_bytes(), address
    stop(server)


def test_the_same_archive_gives_the_same_bytes(sample: Path, of_sample: Path, tmp_path: Path) -> None:
    """No time of the run, no order of the day: two sites of one archive are one site, however many processes wrote."""
    write_site(sample, tmp_path / "site", workers=2)
    assert contents(tmp_path / "site") == contents(of_sample)


def test_publishing_again_writes_nothing(sample: Path, of_sample: Path, tmp_path: Path) -> None:
    """What is as it should be keeps its time, so that only changes are sent to a host."""
    site = tmp_path / "site"
    shutil.copytree(of_sample, site)
    before = times(site)
    report = write_site(sample, site)
    assert (report.written, report.removed) == (0, 0)
    after = times(site)
    assert [path for path in before if before[path] != after[path] and path != "SHA256SUMS"] == []


def test_an_article_that_is_gone_takes_its_files_along(sample: Path, of_sample: Path, tmp_path: Path) -> None:
    """Its page, its JSON, its citations, its original."""
    site, archive = tmp_path / "site", tmp_path / "archive.db"
    shutil.copytree(of_sample, site)
    shutil.copy(sample, archive)
    with closing(sqlite3.connect(archive)) as db, db:
        (uid,) = db.execute("SELECT uid FROM articles WHERE derived_from IS NULL ORDER BY id DESC").fetchone()
        db.execute("UPDATE articles SET uid = 'ffffffffffff' WHERE uid = ?", (uid,))
    assert (site / f"articles/{uid}.json").is_file()
    report = write_site(archive, site)
    assert report.removed >= 4
    assert [path for path in files_below(site) if f"articles/{uid}" in path] == []
    assert (site / "articles/ffffffffffff/index.html").is_file()
    assert compare(site).is_none


def test_an_interrupted_run_goes_on(sample: Path, of_sample: Path, tmp_path: Path) -> None:
    """What it has written counts, but for the file in which it stopped."""
    site = tmp_path / "site"
    shutil.copytree(of_sample, site)
    (site / "SHA256SUMS").unlink()
    (site / "UNFINISHED").touch()
    os.truncate(site / "about/index.html", 100)
    (site / "dates/index.html").unlink()
    report = write_site(sample, site)
    assert report.written == 2
    assert contents(site) == contents(of_sample)


def test_everything_has_a_page(sample: Path, of_sample: Path) -> None:
    """Articles, stories, names, utterances, quotes, sources: as many pages as rows."""
    with closing(sqlite3.connect(sample)) as db:
        rows = {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("articles", "stories")}
        entities = db.execute("SELECT uid FROM entities UNION SELECT uid FROM former_uids").fetchall()
        said = db.execute(
            "SELECT uid FROM utterances UNION SELECT uid FROM quotes WHERE utterance_id IS NULL"
        ).fetchall()
    for folder, number in rows.items():
        assert len(list(of_sample.glob(f"{folder}/{'[0-9a-f]' * 12}/index.html"))) == number
    assert all((of_sample / f"entities/{uid}/index.html").is_file() for (uid,) in entities)
    assert all((of_sample / f"quotes/{uid}/index.html").is_file() for (uid,) in said)


def test_a_former_address_leads_on(of_sample: Path, sample: Path) -> None:
    """A browser without JavaScript follows it, and a reader sees the link."""
    with closing(sqlite3.connect(sample)) as db:
        old, new = db.execute("SELECT f.uid, e.uid FROM former_uids f JOIN entities e ON e.id = f.entity_id").fetchone()
    text = (of_sample / f"entities/{old}/index.html").read_text()
    assert f'content="0; url=../../entities/{new}/"' in text
    assert f'<a href="../../entities/{new}/">' in text


def test_originals_are_saved_under_their_names(of_seeds: Path) -> None:
    """Under an ending that no host shows as a page: what was archived must not run as a page of the archive."""
    originals = sorted(of_seeds.glob("articles/*/original.bin"))
    assert len(originals) == 5
    seeds = {path.read_bytes() for path in Path("seeds").glob("*.txt")}
    assert {path.read_bytes() for path in originals} == seeds
    page = (originals[0].parent / "index.html").read_text()
    assert f'href="../../articles/{originals[0].parent.name}/original.bin" download="00' in page


def test_a_quote_printed_once_can_do_without_a_page(sample: Path, tmp_path: Path) -> None:
    """It leads to its place in the article then; what several articles print keeps its page."""
    site = tmp_path / "site"
    write_site(sample, site, every=False)
    with closing(sqlite3.connect(sample)) as db:
        alone = db.execute("SELECT uid FROM utterances WHERE quote_count = 1").fetchall()
        shared = db.execute("SELECT uid FROM utterances WHERE quote_count > 1").fetchall()
    assert not any((site / f"quotes/{uid}").exists() for (uid,) in alone)
    assert all((site / f"quotes/{uid}/index.html").is_file() for (uid,) in shared)
    assert alone


def test_texts_can_be_kept_back(of_seeds: Path, archive: Path, tmp_path: Path) -> None:
    """Of each article the beginning is published: in no file is a sentence from its middle."""
    site = tmp_path / "site"
    write_site(archive, site, bodies=False)
    with closing(sqlite3.connect(archive)) as db:
        texts = [text for (text,) in db.execute("SELECT text FROM bodies")]
    middles = [text.split("\n\n")[5][:60] for text in texts]
    published = b"\n".join(contents(of_seeds).values()).decode()
    kept_back = b"\n".join(contents(site).values()).decode()
    assert all(any(form in published for form in _forms(words)) for words in middles)
    assert not any(form in kept_back for words in middles for form in _forms(words))
    assert list(site.glob("articles/*/original*")) == []


def _forms(words: str) -> list[str]:
    return [words, json.dumps(words, ensure_ascii=False)[1:-1]]


def test_search_alone_has_the_pages_that_hits_lead_to(sample: Path, of_sample: Path, tmp_path: Path) -> None:
    """Articles, stories, names, quotes: the same as ever, but for lists and what lies beside pages."""
    write_site(sample, tmp_path / "site", only_search=True, without=PAGES_ALONE | BESIDE_SEARCH)
    found = {path for path in files_below(tmp_path / "site") if path.endswith(".html")}
    things = {path for path in files_below(of_sample) if re.fullmatch(r"[a-z]+/[0-9a-f]{12}/index\.html", path)}
    assert found - {"404.html", "index.html", "about/index.html", "search/index.html"} == things


FILES_OF = {
    "json": re.compile(r".*(?<!\.csl)\.json"),
    "citations": re.compile(r".+/.*\.(bib|ris|csl\.json|txt)"),
    "originals": re.compile(r".*/original.*"),
    "compare": re.compile(r".*/compare/.*"),
    "feeds": re.compile(r".*\.atom"),
}


@pytest.mark.parametrize("part", FILES_OF)
def test_a_part_can_be_left_out(sample: Path, of_sample: Path, tmp_path: Path, part: str) -> None:
    """And everything else is there as before."""
    write_site(sample, tmp_path / "site", without=PAGES_ALONE | {part})
    whole, less = set(files_below(of_sample)), set(files_below(tmp_path / "site"))
    assert less <= whole
    assert {path for path in whole if FILES_OF[part].fullmatch(path)} == whole - less != set()


def test_what_a_person_took_out_says_so(of_sample: Path, sample: Path) -> None:
    """A link from elsewhere leads to the reason, and not to a page that isn't there."""
    with closing(sqlite3.connect(sample)) as db:
        found = db.execute("SELECT uid FROM dropped_uids").fetchall()
    assert found
    for (uid,) in found:
        assert "Taken out of this archive" in (of_sample / f"entities/{uid}/index.html").read_text()
