"""No kind of page goes unproved."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from morgue.browse.addresses import HTML, Page
from morgue.browse.home import home
from morgue.browse.pages import PAGES
from tests.browser.page_types import own, page_types
from tests.sample import write_sample

OWN = [page for page in PAGES if page.template and page.media_type == HTML]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    """The sample archive."""
    return sqlite3.connect(write_sample(tmp_path_factory.mktemp("sample") / "archive.db"))


@pytest.mark.parametrize("page", OWN, ids=[page.template for page in OWN])
def test_every_page_of_ours_is_visited(page: Page, archive: Path, sample: sqlite3.Connection) -> None:
    """Each row of PAGES has an example whose address it matches."""
    kind = own(page)
    with sqlite3.connect(archive) as seeds:
        assert re.fullmatch(page.pattern, kind.path(seeds if kind.server == "seeds" else sample))


def test_a_page_without_an_example_is_refused() -> None:
    """Whoever adds a page with parts in its address is told to say where one can be seen."""
    with pytest.raises(LookupError, match="EXAMPLES"):
        own(Page(r"/weather/(?P<day>[0-9]{4}(?:-[0-9]{2}){0,2}|today)", "weather.html", home))


def test_types_have_names_of_their_own() -> None:
    """By which failures and screenshots are known."""
    names = [kind.name for kind in page_types()]
    assert len(names) == len(set(names))
