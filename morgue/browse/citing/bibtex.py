"""Citations as BibTeX, in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from morgue.browse.citing.archived import Archive
from morgue.browse.citing.citation import Citation
from morgue.browse.citing.names import Name

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# BibTeX counts braces even behind a backslash, so a lone brace must be a command of its own.
SPECIAL = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
})  # fmt: skip
# An address is printed letter for letter; only what would end the field is written another way.
IN_ADDRESSES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def bibtex(citation: Citation, archive: Archive) -> str:
    """The citation as one entry: an article of its source, or `misc` where the source isn't known."""
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(citation, archive))
    return f"@{'article' if citation.source else 'misc'}{{{citation.key},\n{fields}}}\n"


def escaped(text: str) -> str:
    """A text with what TeX would take for commands made harmless; white space is made single."""
    return " ".join(text.split()).translate(SPECIAL)


def _fields(citation: Citation, archive: Archive) -> Iterator[tuple[str, str]]:
    if citation.creators:
        yield "author", _braced(" and ".join(map(_author, citation.creators)))
    yield "title", _braced(_braced(escaped(citation.title)))  # the second pair keeps capitals
    if citation.source:
        yield "journal", _braced(_braced(escaped(citation.source)))
    yield from _date(citation.date_parts)
    if url := archive.url(citation):
        yield "url", _braced(url.translate(IN_ADDRESSES))
    if citation.accessed:
        yield "urldate", _braced(citation.accessed)
    if citation.language:
        yield "language", _braced(escaped(citation.language))
    yield "note", _braced(escaped(archive.note(citation)))


def _date(parts: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    if parts:
        yield "year", _braced(f"{parts[0]:04}")
    if parts[1:]:
        yield "month", MONTHS[parts[1] - 1]
    if parts[2:]:
        yield "day", _braced(str(parts[2]))


def _author(of: Name) -> str:
    """A name, family name first. One that is whole has braces, or it would be taken apart at its spaces."""
    if not of.given:
        return _braced(escaped(of.family))
    return ", ".join(escaped(part) for part in (of.family, of.suffix, of.given) if part)


def _braced(text: str) -> str:
    return f"{{{text}}}"
