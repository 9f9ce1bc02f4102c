"""Takes a picture of every kind of page at a laptop's and a phone's width, light and dark, into docs/screenshots/.

Run `python -m shots.take [FOLDER] [--only NAME …]`. The kinds are those of tests/browser/page_types.py, the archives
those of the seeds and of the tests' sample: the pictures show what everybody can make.
"""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click
from playwright.sync_api import Page, sync_playwright
from rich.console import Console

from morgue.pipeline import Options, build
from morgue.progress import Steps
from shots.gallery import Picture, write_gallery
from tests.browser.page_types import PageType, page_types
from tests.browser.serving import CHROMIUM, FLAGS, folders_beside
from tests.browser.visits import SCHEMES, WIDTHS, Visitor
from tests.served import ROOT, link_site

FOLDER = ROOT / "docs" / "screenshots"
HIGHEST = {1280: 1000, 360: 1000}  # pixels: the beginning of a long page shows what it is like
QUALITY = 28  # of WebP: letters stay sharp, and all pictures together stay small
# What looks like another kind.
LEFT_OUT = frozenset(
    {
        "article-german", "dates", "entity-place", "failed", "quotes-empty", "search", "search-misspelt",
        "search-names", "search-quotes", "sources", "story-dated", "wrong-sql",
    }
)  # fmt: skip


@contextmanager
def visiting() -> Iterator[Visitor]:
    """A browser, and servers of archives that were built for it."""
    with ExitStack() as stack:
        work = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        seeds = work / "seeds"
        seeds.mkdir()
        link_site(seeds)
        with Steps(Console(stderr=True), quiet=True) as steps:
            build(Options((ROOT / "seeds",), seeds / "archive.db"), steps)
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        stack.callback(browser.close)
        yield Visitor(browser, folders_beside(seeds, work), stack.enter_context(ExitStack()))


def take(visitor: Visitor, kind: PageType, folder: Path) -> Iterator[Picture]:
    """Every picture of one kind of page, written into the folder."""
    for width in WIDTHS:
        context = visitor.browser.new_context(
            base_url=visitor.address(kind.server), viewport={"width": width, "height": 900}
        )
        page = context.new_page()
        path = visitor.path(kind)
        page.goto(path, wait_until="load" if kind.ours else "networkidle")
        for scheme in SCHEMES:
            file = folder / f"{kind.name}-{width}-{scheme}.webp"
            page.emulate_media(color_scheme=scheme)
            file.write_bytes(_shot(page, width))
            yield Picture(kind.name, path, page.title(), width, scheme, file.name)
        context.close()


def _shot(page: Page, width: int) -> bytes:
    """The page from its top, as WebP, which Playwright itself does not write."""
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), HIGHEST[width])
    clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
    asked = {"format": "webp", "quality": QUALITY, "clip": clip, "captureBeyondViewport": True}
    return base64.b64decode(page.context.new_cdp_session(page).send("Page.captureScreenshot", asked)["data"])


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=FOLDER)
@click.option("--only", "names", multiple=True, help="Names of kinds of pages; without any, all of them.")
def main(folder: Path, names: Sequence[str]) -> None:
    """Take the pictures and write the gallery."""
    if not CHROMIUM:
        raise click.ClickException("There is no Chromium on this machine (Debian: apt-get install chromium).")
    folder.mkdir(parents=True, exist_ok=True)
    kinds = [kind for kind in page_types() if kind.name not in LEFT_OUT and (not names or kind.name in names)]
    if not names:
        for old in folder.glob("*.webp"):
            old.unlink()
    with visiting() as visitor:
        taken = [picture for kind in kinds for picture in take(visitor, kind, folder)]
    if not names:
        write_gallery(folder / "README.md", taken)
    size = sum(file.stat().st_size for file in folder.glob("*.webp"))
    click.echo(f"{len(taken)} pictures in {folder}, {size / 1e6:.1f} MB in all.")


if __name__ == "__main__":
    main()
