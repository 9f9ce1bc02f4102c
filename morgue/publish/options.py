"""What a site is made from, and what of it is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# What a site can do without, each with what it is. The words are those of `morgue publish --without`.
PARTS = {
    "json": "a JSON file beside each page",
    "originals": "the files that the articles were read from",
    "citations": "a file of each citation format for each article and quote",
    "compare": "pages that set two versions side by side",
    "feeds": "Atom feeds",
    "search": "search in the browser, and the database that it reads",
    "datasette": "tables and SQL in the browser, by Datasette itself, on the database that search reads",
}
NEEDS = {"datasette": "search"}
BESIDE_SEARCH = frozenset({"json", "originals", "citations", "compare", "feeds"})  # what search can do without
FEW = 1000  # articles; a site of no more has a page for everything


@dataclass(frozen=True, slots=True)
class Options:
    """What to publish, and where.

    Attributes:
        archive: The database that `build_db.py` wrote.
        site: The folder to write.
        folder: Where `templates/`, `static/`, `plugins/`, `about.md` and `metadata.yml` are.
        base_url: Where the site will stand ("https://example.org/archive"), without a slash at the end; "" if unknown.
        bodies: Whether the texts of the articles are published, and not their beginnings alone.
        only_search: Whether there are no lists and no files beside pages: search, and the pages that its hits lead to.
        every: Whether what stands in one article only (a quote printed once, a story of one article) has its own page.
        index_names: Whether links end in "index.html", so that the site can be read without any server at all.
        without: What is left out of `PARTS`.
        workers: How many processes work at once.
    """

    archive: Path
    site: Path
    folder: Path
    base_url: str = ""
    bodies: bool = True
    only_search: bool = False
    every: bool = True
    index_names: bool = False
    without: frozenset[str] = frozenset()
    workers: int = 1

    def has(self, part: str) -> bool:
        """Whether a part is published."""
        needed = NEEDS.get(part)
        return part not in self.without and (needed is None or self.has(needed))
