"""Servers of their own for what a browser visits, and the browser's own settings."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.page_types import Server
from tests.served import link_site, site_folder

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PATIENCE = 60_000  # milliseconds that a test waits for what it expects: machines that test are busy
# A test browser makes no connections of its own, and runs as root in a container.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium. Its event loop must end before the tests that run one of their own: no longer than for a module."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Where a server of this folder answers, on a port that the system chose."""
    command = [sys.executable, "-m", "datasette", str(folder), "--host", "127.0.0.1", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        told = next(found for line in server.stderr if (found := re.search(r"running on (http://\S+)", line)))
        try:
            yield told[1]
        finally:
            server.terminate()


def folders_beside(seeds: Path, into: Path) -> Mapping[Server, Path]:
    """A folder for each server that pages are asked of: `seeds` has its archive, the others are made within `into`."""
    made: dict[Server, Path] = {"seeds": seeds}
    for name in ("sample", "broken", "bare"):
        made[name] = into / name
        made[name].mkdir()
    site_folder(made["sample"])
    link_site(made["broken"])
    link_site(made["bare"])
    with closing(sqlite3.connect(made["broken"] / "archive.db")) as database:
        database.execute("CREATE TABLE nothing_of_ours (id)")
    return made
