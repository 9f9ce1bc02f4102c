"""NITF, the XML in which agencies have sent articles to newspapers for twenty years (https://iptc.org/standards/nitf)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from morgue.model import Original, Problem, Stated
from morgue.read import problems
from morgue.read.form import Format, Found, Options
from morgue.read.formats.xml import noted, opened, said
from morgue.read.records import whole

# Its elements as HTML; those with the names of HTML stay, all others lose their marks and keep their words.
NAMES = {"body.content": "article", "block": "div", "hl1": "h2", "hl2": "h3", "bq": "blockquote"}
NAMES |= {"media": "figure", "media-caption": "figcaption", "nitf-table": "div"}
KEPT = {
    *NAMES.values(),
    *("p", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "em", "a", "br", "hr", "q"),
}
LOST = ("media-reference", "media-metadata", "media-object", "media-producer", "script", "style")
BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d:?\d\d)?)?")
MEDIA_TYPE = "application/nitf+xml"


def _article(found: Found, options: Options) -> Iterator[Original | Problem]:
    file = opened(found, options)
    if isinstance(file, Problem):
        yield file
        return
    raw, decoded, root = file
    content = body(root)
    if content:
        yield whole(found, raw, decoded._replace(text=content), "html", stated=stated(root), media_type=MEDIA_TYPE)
    else:
        yield problems.only_a_reference(found.place)


def body(root: Any) -> str:
    """The article as HTML, or "" where there is none."""
    content = root if root.tag == "body.content" else root.find(".//body.content")
    if content is None or not "".join(content.itertext()).strip():
        return ""
    etree.strip_elements(content, *LOST, with_tail=False)
    for element in content.iter():
        element.tag = NAMES.get(element.tag, element.tag)
        for name in set(element.attrib) - {"href"}:
            del element.attrib[name]
    etree.strip_tags(content, *sorted({element.tag for element in content.iter()} - KEPT))
    return str(etree.tostring(content, method="html", encoding="unicode", with_tail=False))


def stated(root: Any) -> Stated:
    """What the head says."""
    dateline = said(root, ".//body.head/dateline/location", ".//body.head/dateline")
    extra = {
        "dateline": dateline,
        "subhead": said(root, ".//hedline/hl2"),
        "copyright": noted(root, ".//doc.copyright", "holder"),
    }
    return Stated(
        external_id=noted(root, ".//doc-id", "id-string"),
        url=noted(root, ".//pubdata", "ex-ref"),
        headline=said(root, ".//hedline/hl1", ".//hedline", "./head/title"),
        byline=_words(root, ".//byline//person") or _words(root, ".//byline"),
        credit=said(root, ".//body.head/distributor"),
        source=noted(root, ".//pubdata", "name"),
        published=moment(noted(root, ".//pubdata", "date.publication") or noted(root, ".//date.issue", "norm")),
        section=noted(root, ".//pubdata", "position.section"),
        extra={name: value for name, value in extra.items() if value},
    )


def _words(root: Any, path: str) -> str | None:
    """The words of all elements on a path, each once."""
    return "; ".join(dict.fromkeys(filter(None, (said(each, ".") for each in root.iterfind(path))))) or None


def moment(told: str | None) -> str | None:
    """A time as ISO 8601 with its signs: "20220301T080000Z" → "2022-03-01T08:00:00Z"."""
    match = BASIC.fullmatch(told or "")
    if not match:
        return told
    day, zone = "-".join(match.groups()[:3]), match[7] or ""
    return f"{day}T{match[4]}:{match[5]}:{match[6]}{zone}" if match[4] else day


NITF = Format("nitf", (".nitf",), (b"<nitf",), _article)
