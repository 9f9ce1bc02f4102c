"""The kinds of pages that exist, in one place: what is proved of every page is proved of each of these.

Kinds of ours follow from `morgue.browse.pages.PAGES`: a page without parts in its address is visited as it is, one with
parts needs an example here, and `test_page_types.py` fails without. Beside them: the same pages in other states, pages
for what goes wrong, and Datasette's own.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from morgue.browse.addresses import HTML, Page
from morgue.browse.pages import PAGES

Server = Literal["seeds", "sample", "broken", "bare"]
"""The archive of the seeds; the sample, which has dates and sources; a file that is no archive; no file at all."""


@dataclass(frozen=True, slots=True)
class PageType:
    """A kind of page: an address in one of the archives, how it is answered, and whether the page is all ours.

    `address` may name parts in braces, each the first value of the query of this name in `values`.
    """

    name: str
    address: str
    values: tuple[tuple[str, str], ...] = ()
    server: Server = "seeds"
    status: int = 200
    ours: bool = True

    def path(self, archive: sqlite3.Connection) -> str:
        """The address in this archive."""
        return self.address.format(**{name: archive.execute(sql).fetchone()[0] for name, sql in self.values})


_REWRITE = "SELECT uid FROM articles WHERE derivation = 'rewrite' ORDER BY id"
_ORIGIN = "SELECT a.uid FROM articles a JOIN stories s ON a.id = s.origin_id ORDER BY s.article_count DESC, s.id"
# For the parts of an address of each template: a query for an example, and the archive that has one.
EXAMPLES: Mapping[str, tuple[Server, Mapping[str, str]]] = {
    "article": ("seeds", {"uid": _REWRITE}),
    "compare": ("seeds", {"uid": _REWRITE, "other": _ORIGIN}),
    "story": ("seeds", {"uid": "SELECT uid FROM stories ORDER BY article_count DESC, id"}),
    "entity": ("seeds", {"uid": "SELECT uid FROM entities ORDER BY kind <> 'person', mention_count DESC, id"}),
    "quote": ("seeds", {"uid": "SELECT uid FROM utterances ORDER BY wording_count DESC, length(text) DESC, id"}),
    "source": ("sample", {"id": "SELECT id FROM sources ORDER BY name DESC"}),
    "dated": ("sample", {"period": "SELECT substr(max(published), 1, 7) FROM articles"}),
    "names": ("seeds", {"letter": "SELECT 'v'"}),
}
STATES = (
    PageType("search-found", "/search?q=security+demands"),
    PageType("search-quotes", "/search?q=security&in=quotes"),
    PageType("search-names", "/search?q=Putin&in=entities"),
    PageType("search-misspelt", "/search?q=secuirty+demnads"),
    PageType("search-empty", "/search?q=xylophone"),
    PageType("search-dated", "/search", server="sample"),
    PageType("quotes-empty", "/quotes?q=xylophone&form=direct"),
    PageType("article-dated", "/articles/{uid}", (("uid", _ORIGIN),), server="sample"),
    PageType(
        "article-german", "/articles/{uid}", (("uid", "SELECT uid FROM articles WHERE language = 'de'"),), "sample"
    ),
    PageType(
        "story-dated", "/stories/{uid}", (("uid", "SELECT uid FROM stories ORDER BY article_count DESC"),), "sample"
    ),
    PageType("sources-listed", "/sources", server="sample"),
    PageType("home-dated", "/", server="sample"),
    PageType("entity-place", "/entities/{uid}", (("uid", "SELECT uid FROM entities WHERE name = 'Ukraine'"),)),
    PageType(
        "entity-dated",
        "/entities/{uid}",
        (("uid", "SELECT uid FROM entities WHERE name = 'Vladimir Putin'"),),
        "sample",
    ),
)
FAULTS = (
    PageType("not-found", "/articles/000000000000", status=404),
    PageType("failed", "/stories", server="broken", status=500),
    PageType("no-archive", "/", server="bare", status=503),
)
DATASETTES = (
    PageType("databases", "/archive", ours=False),
    PageType("table", "/archive/articles", ours=False),
    PageType("row", "/archive/articles/1", ours=False),
    PageType("sql", "/archive?sql=select+uid%2C+headline+from+articles", ours=False),
    PageType("wrong-sql", "/archive?sql=select+nope", ours=False, status=400),
    PageType("canned-query", "/archive/most_quoted", ours=False),
    PageType("search-all", "/-/search?q=Lavrov", ours=False),
)


def own(page: Page) -> PageType:
    """The type of a page of ours.

    Raises:
        LookupError: Its address has parts for which there is no example.
    """
    name = page.template.removesuffix(".html")
    server, queries = EXAMPLES.get(name, ("seeds", {}))
    address = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", r"{\1}", page.pattern).replace("\\", "")
    parts = re.findall(r"{(\w+)}", address)
    if missing := [part for part in parts if part not in queries]:
        raise LookupError(f"{page.pattern}: say in EXAMPLES what {', '.join(missing)} of {name!r} may be")
    return PageType(name, address, tuple((part, queries[part]) for part in parts), server)


def page_types() -> Iterator[PageType]:
    """Every type, each once."""
    yield from (own(page) for page in PAGES if page.template and page.media_type == HTML)
    yield from (*STATES, *FAULTS, *DATASETTES)
