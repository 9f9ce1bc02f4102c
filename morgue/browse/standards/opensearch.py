"""The OpenSearch description, by which a browser offers this archive in its address bar."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from morgue.browse.addresses import Parameters

SHORT = 16  # characters: what a ShortName may have
MEDIA_TYPE = "application/opensearchdescription+xml; charset=utf-8"

_DESCRIPTION = """\
<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{short}</ShortName>
<LongName>{title}</LongName>
<Description>Search the articles, quotes and names of {title}.</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">{root}/static/morgue.svg</Image>
<Url type="text/html" template={page}/>
<Url type="application/atom+xml" template={feed}/>
<Url type="application/opensearchdescription+xml" rel="self" template={itself}/>
</OpenSearchDescription>
"""


@dataclass(frozen=True, slots=True)
class OpenSearch:
    """The description as a file."""

    name: str = "opensearch.xml"
    media_type: str = MEDIA_TYPE

    def text(self, title: str, root: str) -> str:
        """The description of the archive of this title at `root`."""
        return _DESCRIPTION.format(
            short=escape(title[:SHORT].strip()),
            title=escape(title),
            root=escape(root),
            page=quoteattr(f"{root}/search?q={{searchTerms}}"),
            feed=quoteattr(f"{root}/search.atom?q={{searchTerms}}"),
            itself=quoteattr(f"{root}/opensearch.xml"),
        )


def opensearch(_connection: sqlite3.Connection, _matched: Mapping[str, str], _parameters: Parameters) -> OpenSearch:
    """The OpenSearch description."""
    return OpenSearch()
