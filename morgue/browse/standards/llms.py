"""/llms.txt: what a language model (or any reader of plain text) should know before it reads this archive."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from string import Template

from morgue.browse.addresses import Parameters
from morgue.browse.home import home

_ROOM = files("morgue.browse.standards")


@dataclass(frozen=True, slots=True)
class Llms:
    """The text as a file. `is_served`: Datasette is there, too, with its tables and SQL."""

    articles: int
    stories: int
    quotes: int
    years: str
    is_served: bool = True
    name: str = "llms.txt"
    media_type: str = "text/plain; charset=utf-8"

    def text(self, title: str, root: str) -> str:
        """What is told of the archive of this title at `root`."""
        told = {
            "title": title,
            "root": root,
            "articles": f"{self.articles:,}",
            "stories": f"{self.stories:,}",
            "quotes": f"{self.quotes:,}",
            "years": f", {self.years}" if self.years else "",
        }
        names = ("llms.md", "llms_served.md") if self.is_served else ("llms.md",)
        return "\n".join(Template(_ROOM.joinpath(name).read_text(encoding="utf-8")).substitute(told) for name in names)


def llms(connection: sqlite3.Connection, matched: Mapping[str, str], parameters: Parameters) -> Llms:
    """What is told of this archive."""
    found = home(connection, matched, parameters)
    return Llms(found.counts["articles"], found.counts["stories"], found.counts["quotes"], found.years)
