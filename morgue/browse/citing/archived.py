"""Where a cited page is kept: what the citations of all formats say of this archive."""

from __future__ import annotations

from dataclasses import dataclass

from morgue.browse.citing.citation import Citation
from morgue.browse.dating import in_words


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive's title, and where it is served ("https://example.org"; "" where that isn't known)."""

    title: str
    root: str = ""

    def address(self, citation: Citation) -> str:
        """The address of the page that is cited."""
        return f"{self.root}{citation.address}"

    def url(self, citation: Citation) -> str | None:
        """Where to read it: as it was published, else here; None where nobody knows where the archive is served."""
        return citation.url or (self.address(citation) if self.root else None)

    def kept(self, citation: Citation) -> str:
        """Where the page is kept, and of which day."""
        day = f", as of {in_words(citation.accessed, 'day')}" if citation.accessed else ""
        return f"Archived in {self.title}, {self.address(citation)}{day}."

    def note(self, citation: Citation) -> str:
        """Everything for which reference managers have no field: the quote, a date nobody printed, this archive."""
        inferred = f"Date {citation.inferred}." if citation.inferred else None
        quoted = f"Quoted: {citation.quoted}." if citation.quoted else None
        return " ".join(filter(None, (quoted, inferred, self.kept(citation))))
