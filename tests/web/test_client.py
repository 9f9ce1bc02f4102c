"""What of the client is published, and what happens where its parts from npm are missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from morgue.publish import in_browser
from morgue.publish.options import Options
from morgue.publish.search import client
from tests.served import ROOT

pytestmark = pytest.mark.unit


@pytest.fixture
def options(tmp_path: Path) -> Options:
    """Options of a site with everything."""
    return Options(tmp_path / "archive.db", tmp_path / "site", ROOT)


def test_without_npm_the_search_is_left_out_and_one_line_tells_how_to_get_it(
    options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Publishing goes on without the search, and says `npm ci`."""
    monkeypatch.setattr(client, "_sqlite", lambda: None)
    assert "search" in in_browser.missing()
    (line,) = in_browser.how_to_get(options)
    assert "npm ci" in line


def test_nobody_is_told_of_what_nobody_wants(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the search is left out on purpose, nothing is said."""
    monkeypatch.setattr(client, "_sqlite", lambda: None)
    options = Options(tmp_path / "archive.db", tmp_path / "site", ROOT, without=frozenset({"search"}))
    assert in_browser.how_to_get(options) == ()


def test_modules_are_served_as_scripts(packages: Path) -> None:
    """Every module ends in .js, which every host serves as a script, and names the others by relative paths."""
    assert packages.is_dir()
    files = dict(client.client(ROOT / "templates"))
    modules = [path for path in files if not path.endswith(".bin")]
    assert all(path.endswith(".js") for path in modules)
    assert {"worker.js", "page/show.js", "page/templates.js"} <= set(modules)
    for path in modules:
        assert b'from "/' not in files[path]
        assert b"https://" not in files[path].replace(b"https://sqlite.org/fileformat2.html", b"")
