"""The files of a site that are no pages of the archive: styles, the page for what is missing, files for programs."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from morgue.browse.holdings import sources
from morgue.browse.standards.sitemap import sitemap
from morgue.publish import links
from morgue.publish.addresses import Address
from morgue.publish.press import Made, Press

MISSING = "404.html"
SEARCH = Address("/search")
DATASETTE = Address("/datasette")


def extras(press: Press) -> Iterator[Made]:
    """All of these files."""
    yield from _static(press)
    yield _missing(press)
    yield _search(press)
    if press.options.has("datasette"):
        yield _datasette(press)
    for address in (*_for_programs(press), *_feeds(press)):
        yield from press.files(Address(address))


def _static(press: Press) -> Iterator[Made]:
    folder = press.options.folder / "static"
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield Made(f"static/{file.relative_to(folder).as_posix()}", file.read_bytes())


def _missing(press: Press) -> Made:
    """What a host shows for an address that isn't there, at whatever depth: its links begin at the host's root.

    Where nobody knows at which path the site stands, it has no links.
    """
    base = urlsplit(press.options.base_url).path.rstrip("/")
    html = press.renderer.page("404.html", Address("/404"), None, address=None, json_address=None)
    target = press.targets.of if press.options.base_url else _nowhere
    return Made(MISSING, links.rewritten(html, f"{base}/", target).encode())


def _nowhere(_address: str) -> None:
    return None


def _search(press: Press) -> Made:
    """The page of search in the browser, or one that tells how to go about without."""
    template = "static_search.html" if press.options.has("search") else "no_search.html"
    html = press.renderer.page(template, SEARCH, None, json_address=None)
    return Made(SEARCH.page_file, links.rewritten(html, links.above(SEARCH), press.targets.of).encode())


def _datasette(press: Press) -> Made:
    """The page that Datasette runs in."""
    html = press.renderer.page("static_datasette.html", DATASETTE, None, address=None, json_address=None)
    return Made(DATASETTE.page_file, links.rewritten(html, links.above(DATASETTE), press.targets.of).encode())


def _for_programs(press: Press) -> Iterator[str]:
    """What crawlers and programs look for. Most of it is made of whole addresses, so the site's own must be known."""
    yield from ("/robots.txt", "/llms.txt")
    if press.options.base_url:
        parts = sitemap(press.connection, {}, {}).listed
        yield from ("/sitemap.xml", *(part.address for part in parts))
        if press.options.has("search"):
            yield "/opensearch.xml"


def _feeds(press: Press) -> Iterator[str]:
    if press.options.has("feeds"):
        yield "/feed.atom"
        yield from (f"/sources/{number}.atom" for number, _ in sources(press.connection))
