"""Every kind of page at a laptop's and a phone's width, light and dark: pictures to look at, and what must hold in all.

The pictures land in screenshots/, which is not part of the repository.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.served import ROOT

SCREENSHOTS = ROOT / "screenshots"
WIDTHS = (1280, 360)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PAGES = (
    "home", "search", "search-empty", "article", "compare", "stories", "story", "entities", "entity", "quotes",
    "quotes-empty", "quote", "sources", "discrepancies", "about", "not-found", "table", "canned-query", "search-all",
)  # fmt: skip


@pytest.fixture(scope="session")
def paths(archive: Path) -> Mapping[str, str]:
    """By kind of page: an address in the archive of the seeds."""
    with sqlite3.connect(archive) as db:
        (origin, story), (rewrite,) = (
            db.execute(sql).fetchone()
            for sql in (
                "select a.uid, s.uid from articles a join stories s on a.id = s.origin_id order by article_count desc",
                "select uid from articles where derivation = 'rewrite' order by id",
            )
        )
        (entity,) = db.execute("select uid from entities order by mention_count desc").fetchone()
        (quote,) = db.execute("select uid from utterances order by wording_count desc, length(text) desc").fetchone()
    return {
        "home": "/",
        "search": "/search?q=security+demands",
        "search-empty": "/search?q=xylophone",
        "article": f"/articles/{rewrite}",
        "compare": f"/articles/{rewrite}/compare/{origin}",
        "stories": "/stories",
        "story": f"/stories/{story}",
        "entities": "/entities",
        "entity": f"/entities/{entity}",
        "quotes": "/quotes",
        "quotes-empty": "/quotes?q=xylophone&form=direct",
        "quote": f"/quotes/{quote}",
        "sources": "/sources",
        "discrepancies": "/discrepancies",
        "about": "/about",
        "not-found": "/articles/000000000000",
        "table": "/archive/articles",
        "canned-query": "/archive/most_quoted",
        "search-all": "/-/search?q=Lavrov",
    }


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_the_page_fits_and_stays_at_home(
    browser: Browser, address: str, paths: Mapping[str, str], name: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    """Nothing is wider than the window, no script fails, and nothing is asked of another host."""
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on(
        "console", lambda message: failed.append(message.text) if "Content Security Policy" in message.text else None
    )
    page.goto(paths[name], wait_until="networkidle")
    page.screenshot(path=SCREENSHOTS / f"{name}-{width}-{scheme}.png", full_page=True)
    inner = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert failed == []
    assert inner <= width
