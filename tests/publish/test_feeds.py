"""The feeds of a site: of all that is new, of each source, of each entity and speaker worth following."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from morgue.publish import feeds
from morgue.publish.manifest import read_manifest
from tests.publish.conftest import write_site
from tests.served import ROOT

GRAMMAR = etree.RelaxNG(file=str(ROOT / "tests" / "browse" / "atom.rng"))
NAMED = re.compile(r'type="application/atom\+xml" title="[^"]*" href="([^"]*)"')


def feeds_of(site: Path) -> set[str]:
    """The paths of all feeds."""
    return {file.relative_to(site).as_posix() for file in site.rglob("*.atom")}


def named(site: Path) -> set[str]:
    """The feeds that the heads of pages name, as paths within the site."""
    found = set()
    for page in site.rglob("index.html"):
        for link in NAMED.findall(page.read_text("utf-8")):
            found.add((page.parent / link).resolve().relative_to(site.resolve()).as_posix())
    return found


def test_whoever_has_a_page_has_a_feed(of_sample: Path, sample: Path) -> None:
    """Every entity that articles name one of these articles, every speaker one of quotes, every source one."""
    with closing(sqlite3.connect(sample)) as db:
        entities = [uid for (uid,) in db.execute("SELECT uid FROM entities WHERE article_count > 0")]
        speakers = [
            uid
            for (uid,) in db.execute("SELECT DISTINCT e.uid FROM entities e JOIN utterances u ON u.speaker_id = e.id")
        ]
        sources = [number for (number,) in db.execute("SELECT id FROM sources")]
    wanted = {"feed.atom", *(f"entities/{uid}.atom" for uid in entities), *(f"sources/{n}.atom" for n in sources)}
    assert feeds_of(of_sample) == wanted | {f"entities/{uid}/quotes.atom" for uid in speakers}
    assert speakers


def test_pages_name_the_feeds_that_there_are(of_sample: Path) -> None:
    """Each is named by a page, and none that isn't there."""
    assert named(of_sample) == feeds_of(of_sample)


def test_every_feed_is_valid(sample: Path, tmp_path: Path) -> None:
    """By the grammar of RFC 4287, with whole addresses, and by a feed reader; and the checksums know it."""
    write_site(sample, tmp_path / "site", base_url="https://archive.example/news")
    known = read_manifest(tmp_path / "site")
    for path in sorted(feeds_of(tmp_path / "site")):
        content = (tmp_path / "site" / path).read_bytes()
        GRAMMAR.assertValid(etree.fromstring(content))
        read = feedparser.parse(content)
        assert (read.bozo, bool(read.entries)) == (False, True), path
        assert path in known


def test_of_a_large_archive_only_those_have_feeds_who_are_often_told_of(
    crowd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number is bounded, and no page names one that was left out."""
    with closing(sqlite3.connect(crowd)) as db:
        counted = dict(db.execute("SELECT uid, article_count FROM entities"))
    few = sorted(counted.values())[-4]
    monkeypatch.setattr(feeds, "FEW", few)
    write_site(crowd, tmp_path / "site", every=False)
    often = {f"entities/{uid}.atom" for uid, number in counted.items() if number >= few}
    there = {path for path in feeds_of(tmp_path / "site") if re.fullmatch(r"entities/\w+\.atom", path)}
    assert there == often
    assert 0 < len(there) < len(counted)
    assert named(tmp_path / "site") == feeds_of(tmp_path / "site")


def test_feeds_can_be_left_out(sample: Path, tmp_path: Path) -> None:
    """All of them, and every word that leads to one."""
    write_site(sample, tmp_path / "site", without=frozenset({"search", "feeds"}))
    assert feeds_of(tmp_path / "site") == set()
    assert not any("atom" in file.read_text("utf-8").lower() for file in (tmp_path / "site").rglob("index.html"))
