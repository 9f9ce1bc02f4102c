"""The formats in which every article and quote can be cited. To add one: a module beside, and a line here."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from morgue.browse.addresses import Parameters
from morgue.browse.citing.archived import Archive
from morgue.browse.citing.bibtex import bibtex
from morgue.browse.citing.citation import Citation, of_article, of_quote
from morgue.browse.citing.csl import csl
from morgue.browse.citing.plain import plain
from morgue.browse.citing.ris import ris


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, what is added to an address for it, how a browser is told of it, and who writes it."""

    name: str
    extension: str
    media_type: str
    write: Callable[[Citation, Archive], str]


FORMATS: Mapping[str, Format] = {
    each.extension: each
    for each in (
        Format("Plain text", "txt", "text/plain; charset=utf-8", plain),
        Format("BibTeX", "bib", "application/x-bibtex; charset=utf-8", bibtex),
        Format("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json; charset=utf-8", csl),
        Format("RIS", "ris", "application/x-research-info-systems; charset=utf-8", ris),
    )
}


@dataclass(frozen=True, slots=True)
class CitationFile:
    """A citation in one format, a file of its own: `morgue.browse.addresses.File`."""

    citation: Citation
    format: Format

    @property
    def name(self) -> str:
        """What to save it as."""
        return f"{self.citation.key}.{self.format.extension}"

    @property
    def media_type(self) -> str:
        """What a browser is told that it is."""
        return self.format.media_type

    @property
    def address(self) -> str:
        """The path of the file."""
        return f"{self.citation.address}.{self.format.extension}"

    def text(self, title: str, root: str) -> str:
        """The whole file, as the archive of this title gives it that is served at `root`."""
        return _written(self.format, self.citation, Archive(title, root))


@lru_cache(16)  # a page shows some of its formats, even twice, beside their files
def _written(form: Format, citation: Citation, archive: Archive) -> str:
    return form.write(citation, archive)


def in_all_formats(citation: Citation | None) -> tuple[CitationFile, ...]:
    """The files of a citation, the one for people first."""
    return tuple(CitationFile(citation, each) for each in FORMATS.values()) if citation else ()


def article_citation(
    connection: sqlite3.Connection, matched: Mapping[str, str], _parameters: Parameters
) -> CitationFile | None:
    """The citation of the article of the uid in the address, in the format of its extension."""
    return _file(of_article(connection, matched["uid"]), matched)


def quote_citation(
    connection: sqlite3.Connection, matched: Mapping[str, str], _parameters: Parameters
) -> CitationFile | None:
    """The citation of the quote or utterance of the uid in the address, in the format of its extension."""
    return _file(of_quote(connection, matched["uid"]), matched)


def _file(citation: Citation | None, matched: Mapping[str, str]) -> CitationFile | None:
    return CitationFile(citation, FORMATS[matched["format"]]) if citation else None
