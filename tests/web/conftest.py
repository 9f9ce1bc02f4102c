"""Node to run the static site's client in, where it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from morgue.publish.options import Options
from morgue.publish.search.write import write
from morgue.publish.writing import SiteWriter
from tests.browse.crowd import write_crowd
from tests.browser.serving import chromium
from tests.publish.conftest import write_site
from tests.publish.serving import NGINX, nginx, python_server

NODE = shutil.which("node")
HERE = Path(__file__).parent
MODULES = HERE.parents[1] / "web" / "node_modules"

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a module."""
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def node() -> Run:
    """Runs a script of this folder with a JSON value as its input, and hands back what it prints as JSON."""
    if not NODE:
        pytest.skip("no Node on this machine (Debian: apt-get install nodejs)")

    def run(script: str, given: object) -> Any:
        command = [NODE, str(HERE / script)]
        done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def packages() -> Path:
    """Where `npm ci` put the packages of web/."""
    if not (MODULES / "@sqlite.org").is_dir():
        pytest.skip("no npm packages (run `npm ci` in web/)")
    return MODULES


@pytest.fixture(scope="session")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The crowd of articles, as built."""
    return write_crowd(tmp_path_factory.mktemp("crowd") / "archive.db")


@pytest.fixture(scope="session")
def published(crowd: Path, packages: Path) -> Path:
    """The search of the crowd, published; skipped without what `npm ci` brings."""
    assert packages.is_dir()
    folder = crowd.parent / "site"
    folder.mkdir()
    write(crowd, SiteWriter(folder), Options(crowd, folder, HERE.parents[1]))
    # The client's modules are imported as modules.
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    return folder


@pytest.fixture(scope="session")
def whole(crowd: Path, packages: Path) -> Path:
    """The crowd as a whole site, but for what has tests of its own."""
    assert packages.is_dir()
    site = crowd.parent / "whole"
    write_site(crowd, site, without=frozenset({"datasette", "citations"}))
    return site


@pytest.fixture(scope="session")
def served(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where that is served, by nginx if it is here."""
    with nginx(whole, tmp_path_factory.mktemp("nginx")) if NGINX else python_server(whole) as address:
        yield address
