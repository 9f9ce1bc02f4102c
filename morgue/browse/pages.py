"""The table of our addresses. A page is a path: to add one, add a line here, a module beside and a template."""

from __future__ import annotations

from morgue.browse.addresses import Page
from morgue.browse.home import home
from morgue.browse.search import search_page

PAGES: tuple[Page, ...] = (
    Page(r"/", "home.html", home),
    Page(r"/search", "search.html", search_page),
)
