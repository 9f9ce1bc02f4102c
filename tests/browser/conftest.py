"""Real servers and a real browser."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.page_types import Server
from tests.served import link_site, site_folder

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# A test browser makes no connections of its own, and runs as root in a container.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what drives a browser; without one, it is skipped and says so."""
    missing = pytest.mark.skip(reason="no Chromium on this machine (Debian: apt-get install chromium)")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(missing)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Where a server of this folder answers, on a port that the system chose."""
    command = [sys.executable, "-m", "datasette", str(folder), "--host", "127.0.0.1", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        told = next(found for line in server.stderr if (found := re.search(r"running on (http://\S+)", line)))
        yield told[1]
        server.terminate()


@pytest.fixture(scope="session")
def folders(served_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[Server, Path]:
    """By name: a folder for each server that pages are asked of."""
    made: dict[Server, Path] = {"seeds": served_folder, "sample": site_folder(tmp_path_factory.mktemp("sample"))}
    for name in ("broken", "bare"):
        link_site(folder := tmp_path_factory.mktemp(name))
        made[name] = folder
    with closing(sqlite3.connect(made["broken"] / "archive.db")) as database:
        database.execute("CREATE TABLE nothing_of_ours (id)")
    return made


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
    """One Chromium for a module. Its event loop must end before the tests that run one of their own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """An empty tab as wide as a laptop; addresses are relative to the server's."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
