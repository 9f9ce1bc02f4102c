"""Every link of a published site leads somewhere, on that site, from wherever it is served."""

from __future__ import annotations

from pathlib import Path

import pytest

from morgue.publish.options import BESIDE_SEARCH
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
