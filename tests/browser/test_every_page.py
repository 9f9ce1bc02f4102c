"""What holds on every kind of page, at a laptop's and a phone's width, light and dark."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.page_types import PageType, Server, page_types
from tests.browser.visits import NARROWEST, SCHEMES, WIDTHS, Scheme, Visitor
from tests.served import ROOT

CHECKER = ROOT / "web" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHT_ENOUGH = 100_000  # bytes of a page with its styles and scripts, unpacked

KINDS = tuple(page_types())
every_kind = pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
OURS = tuple(kind for kind in KINDS if kind.ours)
every_kind_of_ours = pytest.mark.parametrize("kind", OURS, ids=[kind.name for kind in OURS])


@pytest.fixture(scope="module")
def visitor(browser: Browser, folders: Mapping[Server, Path]) -> Iterator[Visitor]:
    """Visits each page once for all tests."""
    with ExitStack() as servers:
        yield Visitor(browser, folders, servers)


@every_kind
def test_it_answers(visitor: Visitor, kind: PageType) -> None:
    """With its status, in our frame."""
    visit = visitor.visit(kind)
    assert visit.status == kind.status
    assert 'class="masthead"' in visit.html


@every_kind
def test_it_stays_at_home(visitor: Visitor, kind: PageType) -> None:
    """Nothing is asked of another host."""
    own = (visitor.address(kind.server), "data:")
    assert [url for url in visitor.visit(kind).asked if not url.startswith(own)] == []


@every_kind
def test_no_script_fails(visitor: Visitor, kind: PageType) -> None:
    """No error, and nothing that the security policy forbids; JSON-LD is no script to it."""
    assert visitor.visit(kind).failed == ()


@pytest.mark.parametrize("width", [*WIDTHS, NARROWEST])
@every_kind
def test_it_fits(visitor: Visitor, kind: PageType, width: int) -> None:
    """Nothing is wider than the window, so nobody scrolls to the side."""
    assert visitor.visit(kind).extents[width] <= width


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@every_kind
def test_everybody_can_use_it(visitor: Visitor, kind: PageType, width: int, scheme: Scheme) -> None:
    """Axe finds nothing that breaks WCAG 2.2 AA."""
    assert visitor.visit(kind).violations[width, scheme] == ()


@pytest.fixture(scope="module")
def complaints(visitor: Visitor, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """What the Nu checker says of each kind of page. All are read in one run, as it is slow to start."""
    java = shutil.which("java")
    if not java or not CHECKER.is_file():
        pytest.skip("no Nu HTML checker on this machine (Debian: apt-get install default-jre; cd web && npm ci)")
    folder = tmp_path_factory.mktemp("html")
    for kind in KINDS:
        (folder / f"{kind.name}.html").write_text(visitor.visit(kind).html, encoding="utf-8")
    command = [java, "-Xss2m", "-jar", str(CHECKER), "--format", "json", "--stdout", "--exit-zero-always", str(folder)]
    said = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    found: dict[str, list[str]] = {kind.name: [] for kind in KINDS}
    for each in said["messages"]:
        if each["type"] != "info":
            found[Path(each["url"]).stem].append(f"line {each.get('lastLine')}: {each['message']}")
    return found


@every_kind
def test_its_html_is_valid(complaints: Mapping[str, list[str]], kind: PageType) -> None:
    """The Nu checker finds no error; Datasette's headings skip a level, which is no error of ours."""
    passed_over = "" if kind.ours else "skipping 1 heading level"
    assert [said for said in complaints[kind.name] if not passed_over or passed_over not in said] == []


@every_kind_of_ours
def test_it_is_light(visitor: Visitor, kind: PageType) -> None:
    """A page of ours is small, with all that it brings."""
    assert visitor.visit(kind).weight < LIGHT_ENOUGH
