"""What needs whole addresses has them where the site's own is known, and does without where it isn't."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urldefrag, urlsplit
from xml.etree import ElementTree as ET

import pytest

from tests.publish.conftest import write_site

ROOT = "https://archive.example/news"
ATOM = "{http://www.w3.org/2005/Atom}"
PLACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture(scope="module")
def addressed(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as the site of a known address."""
    site = tmp_path_factory.mktemp("addressed") / "site"
    write_site(sample, site, base_url=ROOT)
    return site


def file_of(site: Path, address: str) -> Path:
    """The file that a host answers an address of the site with."""
    path = urlsplit(address).path.removeprefix("/news/")
    return site / (f"{path}index.html" if not path or path.endswith("/") else path)


def places(file: Path) -> list[str]:
    """The addresses that a sitemap lists."""
    return [place.text or "" for place in ET.parse(file).iter(PLACE)]  # noqa: S314 - our own file


def test_the_sitemap_lists_what_is_there(addressed: Path) -> None:
    """Every part of it, and in the parts every page, each under the address that it has."""
    parts = places(addressed / "sitemap.xml")
    assert parts
    listed = [place for part in parts for place in places(file_of(addressed, part))]
    assert all(place.startswith(f"{ROOT}/") and file_of(addressed, place).is_file() for place in listed)
    assert len(listed) == len(set(listed)) > 20


def test_each_page_says_under_which_address_it_should_be_known(addressed: Path) -> None:
    """It is its own."""
    for file in addressed.glob("articles/*/index.html"):
        own = re.search(r'<link rel="canonical" href="([^"]*)"', file.read_text())
        assert own is not None
        assert file_of(addressed, own[1]) == file


def test_crawlers_are_told_of_the_sitemap(addressed: Path, of_sample: Path) -> None:
    """Where it has an address."""
    assert f"Sitemap: {ROOT}/sitemap.xml" in (addressed / "robots.txt").read_text()
    assert "Sitemap" not in (of_sample / "robots.txt").read_text()
    assert not (of_sample / "sitemap.xml").exists()


@pytest.mark.parametrize(
    "path", ["feed.atom", "sources/1.atom", "entities/{speaker}.atom", "entities/{speaker}/quotes.atom"]
)
def test_a_feed_stands_alone(addressed: Path, of_sample: Path, path: str) -> None:
    """Readers get whole addresses, or such as are relative to the feed, and identifiers that are the same in both."""
    speaker = min(file.parent.name for file in of_sample.glob("entities/*/quotes.atom"))
    path = path.format(speaker=speaker)
    here, there = (ET.parse(site / path).getroot() for site in (addressed, of_sample))  # noqa: S314 - our own files
    links = [link.get("href") or "" for link in here.iter(f"{ATOM}link")]
    assert len(links) > 2
    assert all(link.startswith(f"{ROOT}/") and file_of(addressed, link).is_file() for link in links)
    for link in there.iter(f"{ATOM}link"):
        target = (of_sample / path).parent / urldefrag(link.get("href") or "").url
        assert (target / "index.html").is_file() or target.resolve().is_file()
    assert [i.text for i in here.iter(f"{ATOM}id")] == [i.text for i in there.iter(f"{ATOM}id")]


def test_the_page_for_what_is_missing_leads_home_from_any_depth(addressed: Path, of_sample: Path) -> None:
    """A host shows it for addresses in any folder, so its links begin at the host's root, or there are none."""
    assert 'href="/news/"' in (addressed / "404.html").read_text()
    assert "href=" not in (of_sample / "404.html").read_text().replace('href="#content"', "")


def test_no_page_depends_on_the_address(addressed: Path, of_sample: Path) -> None:
    """What a reader follows is relative with the site's address and without."""
    for page in ("index.html", "stories/index.html"):
        links = [re.findall(r'<a [^>]*href="([^"]*)"', (site / page).read_text()) for site in (addressed, of_sample)]
        assert links[0] == links[1]
