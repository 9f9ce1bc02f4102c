"""A visit to a page: what a browser saw there, at every width and in both schemes. One load serves all questions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, Response

from tests.browser.page_types import PageType, Server
from tests.browser.serving import serving

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (1280, 360)
NARROWEST = 320  # WCAG 1.4.10: a laptop's window, magnified four times
# What breaks WCAG 2.0 to 2.2, levels A and AA. Of that the scheme changes colours only.
WCAG = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
RULES: Mapping[Scheme, Mapping[str, Any]] = {"light": WCAG, "dark": COLOURS}


@dataclass(frozen=True)
class Visit:
    """What was seen.

    `weight` counts the bytes of all that was `asked`, `failed` holds the complaints of scripts, `extents` how wide the
    page was in a window of each width, and `violations` what axe found by width and scheme.
    """

    status: int
    html: str
    asked: tuple[str, ...]
    weight: int
    failed: tuple[str, ...]
    extents: Mapping[int, int]
    violations: Mapping[tuple[int, Scheme], tuple[str, ...]]


class Visitor:
    """Visits pages, each once, and starts the servers it needs."""

    def __init__(self, browser: Browser, folders: Mapping[Server, Path], servers: ExitStack) -> None:
        """Visit with `browser` what is served from `folders`, by servers that `servers` ends."""
        self.browser, self._folders, self._servers = browser, folders, servers
        self._addresses: dict[Server, str] = {}
        self._visits: dict[str, Visit] = {}

    def address(self, server: Server) -> str:
        """Where this server answers."""
        if server not in self._addresses:
            self._addresses[server] = self._servers.enter_context(serving(self._folders[server]))
        return self._addresses[server]

    def path(self, kind: PageType) -> str:
        """The path of a page of this kind."""
        if not kind.values:
            return kind.address
        with sqlite3.connect(self._folders[kind.server] / "archive.db") as archive:
            return kind.path(archive)

    def visit(self, kind: PageType) -> Visit:
        """What was seen on a page of this kind."""
        if kind.name not in self._visits:
            with closing(self.browser.new_context(base_url=self.address(kind.server))) as context:
                self._visits[kind.name] = _look(context.new_page(), self.path(kind), ours=kind.ours)
        return self._visits[kind.name]


def _look(page: Page, path: str, *, ours: bool) -> Visit:
    asked: list[Response] = []
    failed: list[str] = []
    page.on("response", lambda response: asked.append(response))  # noqa: PLW0108 - Playwright marks its handlers
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("console", lambda said: failed.append(said.text) if "Security Policy" in said.text else None)
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    # Datasette's search over all tables asks for its results when it is there.
    answer = page.goto(path, wait_until="load" if ours else "networkidle")
    assert answer is not None
    html = answer.text()
    weight = sum(len(each.body()) for each in asked if each.ok or each is answer)
    addresses = tuple(each.url for each in asked)
    page.evaluate(AXE_SCRIPT)
    extents: dict[int, int] = {}
    violations: dict[tuple[int, Scheme], tuple[str, ...]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        extents[width] = _extent(page)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            violations[width, scheme] = tuple(_violations(page, RULES[scheme]))
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    extents[NARROWEST] = _extent(page)
    return Visit(answer.status, html, addresses, weight, tuple(failed), extents, violations)


def _extent(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


def _violations(page: Page, rules: Mapping[str, Any]) -> Iterator[str]:
    """The rule, the element, and what is wrong with it."""
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    for violation in page.evaluate("async options => (await axe.run(options)).violations", options):
        for node in violation["nodes"]:
            reasons = " ".join(node["failureSummary"].split())
            yield f"{violation['id']}: {node['target'][-1]} – {reasons[:300]}"
