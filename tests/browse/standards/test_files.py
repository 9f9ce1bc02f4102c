"""The files that programs ask for: sitemap, rules for crawlers, OpenSearch, llms.txt."""

from __future__ import annotations

import re
import sqlite3
from xml.etree import ElementTree as ET

import pytest

from morgue.browse.standards import sitemap as sitemaps
from morgue.browse.standards.llms import llms
from morgue.browse.standards.opensearch import opensearch
from morgue.browse.standards.robots import robots
from morgue.browse.standards.sitemap import NAMESPACE, Sitemap, sitemap, sitemap_part

pytestmark = pytest.mark.unit

ROOT = "https://archive.example/a&b"
SITEMAP = f"{{{NAMESPACE}}}"


def locations(found: Sitemap | None) -> list[str]:
    """The addresses that a program reads in a sitemap."""
    assert found is not None
    return [str(each.text) for each in ET.fromstring(found.text("", ROOT)).iter(f"{SITEMAP}loc")]  # noqa: S314 - ours


def part(db: sqlite3.Connection, name: str) -> Sitemap | None:
    """One part of the sitemap."""
    kind, number = name.split("-")
    return sitemap_part(db, {"kind": kind, "number": number}, {})


def test_the_index_leads_to_every_part(db: sqlite3.Connection) -> None:
    """Each file that the index names is there, and has addresses."""
    parts = [re.search(r"/sitemaps/(.+)\.xml$", each) for each in locations(sitemap(db, {}, {}))]

    assert all(locations(part(db, found[1])) for found in parts if found)
    assert len(parts) == 6


def test_every_article_is_listed(db: sqlite3.Connection) -> None:
    """With its whole address, in order."""
    uids = [uid for (uid,) in db.execute("SELECT uid FROM articles ORDER BY id")]

    assert locations(part(db, "articles-1")) == [f"{ROOT}/articles/{uid}" for uid in uids]


def test_an_article_changed_when_its_file_was_read(db: sqlite3.Connection) -> None:
    """The time of an article's last change is told."""
    found = part(db, "articles-1")
    assert found is not None
    (read_at,) = db.execute("SELECT read_at FROM documents d JOIN articles a ON a.document_id = d.id").fetchone()

    assert found.listed[0].changed == read_at


def test_parts_are_no_longer_than_allowed(db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not go into one file goes into several, and nothing is listed twice or left out."""
    whole = locations(part(db, "entities-1"))
    monkeypatch.setattr(sitemaps, "MOST", 5)
    names = re.findall(r"entities-\d+", sitemap(db, {}, {}).text("", ROOT))
    parts = [locations(part(db, name)) for name in names]

    assert len(parts) == -(-len(whole) // 5)
    assert all(len(each) <= 5 for each in parts)
    assert [address for each in parts for address in each] == whole


@pytest.mark.parametrize("name", ["articles-2", "pages-2", "raw-1"])
def test_there_are_no_other_parts(db: sqlite3.Connection, name: str) -> None:
    """A number beyond the last, and what is no kind of page."""
    assert part(db, name) is None


def test_crawlers_are_led_to_the_sitemap_and_away_from_searches(db: sqlite3.Connection) -> None:
    """Endless choices are not for crawlers."""
    rules = robots(db, {}, {}).text("", ROOT)

    assert "Disallow: /search?\n" in rules
    assert f"Sitemap: {ROOT}/sitemap.xml" in rules
    assert "Sitemap" not in robots(db, {}, {}).text("", "")


def test_browsers_learn_how_to_search(db: sqlite3.Connection) -> None:
    """The description has a short name within the limit and the address of the search page."""
    described = opensearch(db, {}, {}).text("The Morgue of Port Verity & District", ROOT)
    found = ET.fromstring(described)  # noqa: S314 - ours
    inner = "{http://a9.com/-/spec/opensearch/1.1/}"

    assert len(found.findtext(f"{inner}ShortName") or "") in range(1, 17)
    urls = {each.get("type"): each.get("template") for each in found.iter(f"{inner}Url")}
    assert urls["text/html"] == f"{ROOT}/search?q={{searchTerms}}"


def test_language_models_learn_what_the_pages_are(db: sqlite3.Connection) -> None:
    """The text names the pages and what to beware of when counting."""
    told = llms(db, {}, {}).text("The Morgue", ROOT)

    assert told.startswith("# The Morgue\n")
    assert f"{ROOT}/stories" in told
    assert "count stories, not articles" in told
    assert "$" not in told


def test_language_models_are_told_of_tables_only_where_there_are_any(db: sqlite3.Connection) -> None:
    """A folder of files has no tables to ask."""
    found = llms(db, {}, {})

    assert "/archive" in found.text("", ROOT)
    assert "/archive." not in type(found)(1, 1, 1, "", is_served=False).text("", "")
