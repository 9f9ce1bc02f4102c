"""Which format reads which file. The one place where formats are listed."""

from __future__ import annotations

from morgue.read.form import Format, Found
from morgue.read.formats.archives import TAR, ZIP
from morgue.read.formats.compressed import BZIP2, GZIP, XZ, ZSTANDARD
from morgue.read.formats.feed import FEED
from morgue.read.formats.html import HTML
from morgue.read.formats.json_file import JSON
from morgue.read.formats.jsonl import JSONL
from morgue.read.formats.mail import EML, MBOX
from morgue.read.formats.mhtml import MHTML
from morgue.read.formats.newsml import NEWSML
from morgue.read.formats.nitf import NITF
from morgue.read.formats.pdf import PDF
from morgue.read.formats.table import CSV, TSV
from morgue.read.formats.text import MARKDOWN, TEXT
from morgue.read.formats.warc import WACZ, WARC
from morgue.read.kinds import is_page, is_prose, no_article, trade_name

FORMATS: tuple[Format, ...] = (
    *(GZIP, XZ, BZIP2, ZSTANDARD, ZIP, TAR),
    *(WARC, WACZ),
    *(MHTML, HTML, FEED, NITF, NEWSML),
    *(CSV, TSV, JSON, JSONL),
    *(EML, MBOX),
    PDF,
    *(MARKDOWN, TEXT),  # text last: any opening will do for it
)
_BY_EXTENSION = {extension: each for each in FORMATS for extension in each.extensions}
EXTENSIONS: tuple[str, ...] = tuple(sorted(each.extensions[0] for each in FORMATS if each is not PDF))  # to tell people
HEAD = 4_096


def known(name: str) -> bool:
    """Whether a file of this name may be one to read: where the name does not tell, what it holds will."""
    return _named(name) is not None or not no_article(name)


def format_of(found: Found) -> Format | None:
    """The format by which a file is read: by its name, or else by how it begins. None where it is no article."""
    form = _named(found.name)
    if form or no_article(found.name):
        return form
    with found.open() as stream:
        head = stream.read(HEAD)
    form = next((each for each in FORMATS if each.begins(head)), TEXT)
    if form not in (MARKDOWN, TEXT):
        return form
    if is_page(head):
        return HTML
    return form if is_prose(head, unnamed="." not in found.name) else None


def _named(name: str) -> Format | None:
    """The format of the longest extension that the name ends in."""
    parts = trade_name(name).lower().split(".")[1:]
    endings = ("." + ".".join(parts[start:]) for start in range(len(parts)))
    return next((_BY_EXTENSION[ending] for ending in endings if ending in _BY_EXTENSION), None)
