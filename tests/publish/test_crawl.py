"""Every link of a published site leads somewhere, on that site, from wherever it is served."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from morgue.publish.options import BESIDE_SEARCH
from morgue.publish.search.client import is_there
from tests.publish.conftest import PAGES_ALONE, write_site
from tests.publish.crawling import Crawled, crawl


def refused(crawled: Crawled) -> dict[str, dict[str, str]]:
    """What no site may have: links that lead nowhere, to a place that isn't there, or to the host's root."""
    assert crawled.pages > 1
    return {"dead": crawled.dead, "lost": crawled.lost, "outside": crawled.outside}


NOTHING: dict[str, dict[str, str]] = {"dead": {}, "lost": {}, "outside": {}}


def test_every_link_of_the_seeds_resolves(of_seeds: Path) -> None:
    """Each address, each place in a page, each form and each style is there, and all are relative."""
    assert refused(crawl(of_seeds)) == NOTHING


def test_nothing_is_fetched_from_elsewhere(of_seeds: Path) -> None:
    """The only other host named is that of the geographers who are owed thanks; it is a link, and no page loads it."""
    assert crawl(of_seeds).hosts == {"www.geonames.org"}


def test_every_link_of_the_sample_resolves(of_sample: Path) -> None:
    """The same where every table has a row: corrections, captures, contradictions, sources, dates."""
    assert refused(crawl(of_sample)) == NOTHING


@pytest.mark.parametrize(
    "wanted",
    [
        {"every": False},
        {"bodies": False},
        {"bodies": False, "every": False},
        {"index_names": True},
        {"without": PAGES_ALONE | {"json"}},
        {"without": PAGES_ALONE | {"compare", "citations", "originals", "feeds"}},
        {"only_search": True, "without": PAGES_ALONE | BESIDE_SEARCH},
    ],
    ids=str,
)
def test_every_link_resolves_whatever_is_left_out(sample: Path, tmp_path: Path, wanted: dict[str, object]) -> None:
    """What is not published is not linked to, or its link leads to where the same is told."""
    write_site(sample, tmp_path / "site", **wanted)
    crawled = crawl(tmp_path / "site")
    assert {"dead": crawled.dead, "lost": crawled.lost, "outside": crawled.outside} == NOTHING


@pytest.mark.parametrize("every", [True, False])
def test_long_lists_can_be_turned_to_their_end(
    crowd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, every: bool
) -> None:
    """From the first page of a list each next one is there."""
    for module in ("paging", "quotes"):
        monkeypatch.setattr(f"morgue.browse.{module}.SIZE", 4)
    write_site(crowd, tmp_path / "site", every=every)
    assert refused(crawl(tmp_path / "site")) == NOTHING
    assert (tmp_path / "site/stories/page/5/index.html").is_file()
    assert list((tmp_path / "site/entities").glob("*/page/2/index.html"))
    assert list((tmp_path / "site/dates").glob("*/page/2/index.html"))
    turned = list(turned_over(tmp_path / "site/stories/index.html"))
    assert len(turned) == len(set(turned)) == 1 + len(list((tmp_path / "site/stories/page").glob("*/index.html")))


def turned_over(page: Path) -> Iterator[Path]:
    """A page of a list and those behind it, as "Next page" leads to them."""
    yield page
    following = re.search('<a rel="next" href="([^"]*)">', page.read_text("utf-8"))
    if following:
        yield from turned_over((page.parent / following[1] / "index.html").resolve())


@pytest.fixture(scope="module")
def cut(crowd: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The crowd with short lists, of which those that another repeats end after two pages."""
    if not is_there():
        pytest.skip("no npm packages (run `npm ci` in web/)")
    site = tmp_path_factory.mktemp("cut") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("morgue.publish.lists.MOST", 2)
        for module in ("paging", "quotes"):
            patch.setattr(f"morgue.browse.{module}.SIZE", 1)
        write_site(crowd, site, without=frozenset({"datasette", *BESIDE_SEARCH}))
    return site


@pytest.mark.parametrize(
    ("page", "leads"),
    [
        ("entities/page/2", '<a href="../../../names/">All names from A to Z</a>'),
        ("entities/kind/person/page/2", '<a href="../../../../../names/">All names from A to Z</a>'),
        ("quotes/page/2", '<a href="../../../search/?in=quotes">Search goes on with it</a>'),
        ("stories/sort/largest/page/2", '<a href="../../../../../stories/">All stories, newest first</a>'),
    ],
)
def test_a_list_that_is_cut_says_so_and_leads_on(cut: Path, page: str, leads: str) -> None:
    """Nobody takes the last page that was published for the end of the list."""
    html = (cut / page / "index.html").read_text("utf-8")
    assert f"This copy of the archive ends the list here. {leads}" in html
    assert 'rel="next" href' not in html.partition("</head>")[2]
    assert not (cut / page).with_name("3").exists()


def test_articles_of_a_name_go_on_in_search(cut: Path) -> None:
    """Of whoever is named in more articles than are listed."""
    ends = [file.read_text("utf-8") for file in cut.glob("entities/*/page/2/index.html")]
    cut_off = [html for html in ends if "ends the list here" in html]
    assert cut_off
    leads = re.compile(r'search/\?\w+=[0-9a-f]{12}&amp;sort=newest">Search goes on with it')
    assert all(leads.search(html) for html in cut_off)
