"""What crawlers are asked to leave alone: searches without end, and the tables, which are for people and programs."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.addresses import Parameters

# Lists narrowed in every possible way, and what a server must compute anew for each visit.
LEAVE_ALONE = ("/search?", "/search.", "/quotes?", "/entities?q=", "/suggest.json", "/-/", "/archive", "/*/original")


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules as a file."""

    name: str = "robots.txt"
    media_type: str = "text/plain; charset=utf-8"

    def text(self, _title: str, root: str) -> str:
        """The rules of the archive at `root`."""
        rules = "".join(f"Disallow: {path}\n" for path in LEAVE_ALONE)
        return f"User-agent: *\n{rules}Allow: /\n" + (f"\nSitemap: {root}/sitemap.xml\n" if root else "")


def robots(_connection: sqlite3.Connection, _matched: Mapping[str, str], _parameters: Parameters) -> Robots:
    """The rules for crawlers."""
    return Robots()
