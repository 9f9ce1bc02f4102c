"""Real servers and a real browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.page_types import Server
from tests.browser.serving import CHROMIUM, chromium, folders_beside, serving


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what drives a browser; without one, it is skipped and says so."""
    missing = pytest.mark.skip(reason="no Chromium on this machine (Debian: apt-get install chromium)")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(missing)


@pytest.fixture(scope="session")
def folders(served_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[Server, Path]:
    """By name: a folder for each server that pages are asked of."""
    return folders_beside(served_folder, tmp_path_factory.mktemp("folders"))


@pytest.fixture(scope="session")
def address(folders: Mapping[Server, Path]) -> Iterator[str]:
    """Where a server of the seeds' archive answers."""
    with serving(folders["seeds"]) as told:
        yield told


@pytest.fixture(scope="session")
def sample_address(folders: Mapping[Server, Path]) -> Iterator[str]:
    """Where a server of the sample answers, whose articles have dates and sources."""
    with serving(folders["sample"]) as told:
        yield told


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a module."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """An empty tab as wide as a laptop; addresses are relative to the server's."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
