"""The sitemap: every address worth listing, in files of at most 50,000, and an index of these files."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from morgue.browse.addresses import Parameters
from morgue.browse.rows import all_rows, one_row

MOST = 50_000  # addresses in a file, by the protocol
MEDIA_TYPE = "application/xml; charset=utf-8"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

PAGES = ("/", "/stories", "/entities", "/names", "/quotes", "/sources", "/discrepancies", "/dates", "/about")
BUILT = "SELECT built_at FROM builds ORDER BY id DESC LIMIT 1"
UNTIMED = "SELECT '/{}/' || {} AS address, NULL AS changed FROM {} WHERE id > ? AND id <= ? ORDER BY id"
# By kind: address, and when it changed last, of those in a range of numbers. What any build may change has no time.
KINDS = {
    "articles": """
SELECT '/articles/' || a.uid AS address, d.read_at AS changed
FROM articles a JOIN documents d ON d.id = a.document_id WHERE a.id > ? AND a.id <= ? ORDER BY a.id
""",
    "stories": """
SELECT '/stories/' || s.uid AS address, max(d.read_at) AS changed
FROM stories s JOIN articles a ON a.story_id = s.id JOIN documents d ON d.id = a.document_id
WHERE s.id > ? AND s.id <= ? GROUP BY s.id ORDER BY s.id
""",
    "entities": UNTIMED.format("entities", "uid", "entities"),
    "quotes": UNTIMED.format("quotes", "uid", "utterances"),
    "sources": UNTIMED.format("sources", "id", "sources"),
}
TABLES = {kind: "utterances" if kind == "quotes" else kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Listed:
    """An address of ours, and when what it shows changed last, if that is known (ISO 8601)."""

    address: str
    changed: str | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """A file of addresses of pages, or (`is_index`) of such files."""

    name: str
    listed: tuple[Listed, ...]
    is_index: bool = False
    media_type: str = MEDIA_TYPE

    def text(self, _title: str, root: str) -> str:
        """The file, for the archive at `root`."""
        outer, inner = ("sitemapindex", "sitemap") if self.is_index else ("urlset", "url")
        lines = (f"<{inner}>{_line(each, root)}</{inner}>\n" for each in self.listed)
        opening = f'<?xml version="1.0" encoding="utf-8"?>\n<{outer} xmlns="{NAMESPACE}">\n'
        return f"{opening}{''.join(lines)}</{outer}>\n"


def sitemap(connection: sqlite3.Connection, _matched: Mapping[str, str], _parameters: Parameters) -> Sitemap:
    """The index of all parts."""
    built = _built(connection)
    parts = ["pages-1", *(f"{kind}-{number}" for kind in KINDS for number in _numbers(connection, kind))]
    return Sitemap("sitemap.xml", tuple(Listed(f"/sitemaps/{part}.xml", built) for part in parts), is_index=True)


def sitemap_part(connection: sqlite3.Connection, matched: Mapping[str, str], _parameters: Parameters) -> Sitemap | None:
    """One part: `kind` with a `number` from 1."""
    kind, number = matched["kind"], int(matched["number"])
    name = f"{kind}-{number}.xml"
    if kind == "pages" and number == 1:
        built = _built(connection)
        return Sitemap(name, tuple(Listed(address, built) for address in PAGES))
    if kind not in KINDS or number not in _numbers(connection, kind):
        return None
    found = all_rows(connection, KINDS[kind], ((number - 1) * MOST, number * MOST))
    return Sitemap(name, tuple(Listed(row["address"], row["changed"]) for row in found))


def _numbers(connection: sqlite3.Connection, kind: str) -> range:
    """The numbers of the parts of a kind. Rows are numbered from 1, so no part has more than its span of numbers."""
    row = one_row(connection, f"SELECT coalesce(max(id), 0) AS last FROM {TABLES[kind]}")
    return range(1, -(-(row["last"] if row else 0) // MOST) + 1)


def _built(connection: sqlite3.Connection) -> str | None:
    row = one_row(connection, BUILT)
    return row["built_at"] if row else None


def _line(each: Listed, root: str) -> str:
    changed = f"<lastmod>{escape(each.changed)}</lastmod>" if each.changed else ""
    return f"<loc>{escape(root + each.address)}</loc>{changed}"
