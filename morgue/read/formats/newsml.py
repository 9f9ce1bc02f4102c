"""NewsML, old and G2 (https://iptc.org/standards/newsml-g2): agencies' envelope for articles in NITF, HTML or plain."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import etree

from morgue.model import Original, Problem, Stated
from morgue.read import problems
from morgue.read.form import Format, Found, Options
from morgue.read.formats import nitf
from morgue.read.formats.xml import noted, opened, said
from morgue.read.records import whole

MEDIA_TYPE = "application/vnd.iptc.g2.newsitem+xml"
INSIDE = (".//inlinexml", ".//inlinedata", ".//datacontent")


def _items(found: Found, options: Options) -> Iterator[Original | Problem]:
    file = opened(found, options)
    if isinstance(file, Problem):
        yield file
        return
    raw, decoded, root = file
    items = [root] if root.tag == "newsitem" else list(root.iterfind(".//newsitem"))
    told = [(item, _stated(item), text) for item in items if (text := _content(item))]
    if not told:
        yield problems.only_a_reference(found.place)
        return
    for number, (item, stated, text) in enumerate(told, start=1):
        place = replace(found, member=found.inside(f"item {number}")) if len(told) > 1 else found
        own = raw if len(told) == 1 else etree.tostring(item, encoding="utf-8", with_tail=False)
        yield whole(place, own, decoded._replace(text=text), "html", stated=stated, media_type=MEDIA_TYPE)


def _content(item: Any) -> str:
    """The article as HTML: the first content that holds any words."""
    for path in INSIDE:
        for inside in item.iterfind(path):
            if told := nitf.body(inside) or _page(inside) or _plain(inside):
                return told
    return ""


def _page(inside: Any) -> str:
    body = inside.find(".//body")
    if body is None or not "".join(body.itertext()).strip():
        return ""
    return str(etree.tostring(body, method="html", encoding="unicode", with_tail=False))


def _plain(inside: Any) -> str:
    """Plain text, or paragraphs without a page around them."""
    if len(inside) and inside.find(".//p") is None:
        return ""
    if len(inside):
        return "".join(etree.tostring(each, method="html", encoding="unicode") for each in inside)
    paragraphs = (html.escape(each.strip()) for each in (inside.text or "").split("\n\n"))
    return "".join(f"<p>{each}</p>" for each in paragraphs if each)


def _stated(item: Any) -> Stated:
    """What the envelope says; where it is silent, what the article in it does."""
    inner = nitf.stated(item)
    names = [said(each, "./name", ".") for each in (*item.iterfind(".//contentmeta/by"), *item.iterfind(".//byline"))]
    dateline = said(item, ".//contentmeta/dateline", ".//newslines/dateline")
    times = said(item, ".//contentmeta/contentcreated", ".//itemmeta/firstcreated", ".//newsmanagement/firstcreated")
    times = times or said(item, ".//itemmeta/versioncreated", ".//newsmanagement/thisrevisioncreated")
    updated = said(item, ".//contentmeta/contentmodified", ".//itemmeta/versioncreated")
    return replace(
        inner,
        external_id=item.get("guid")
        or said(item, ".//newsidentifier/publicidentifier", ".//newsitemid")
        or inner.external_id,
        headline=said(item, ".//contentmeta/headline", ".//newslines/headline") or inner.headline,
        byline="; ".join(dict.fromkeys(filter(None, names)))
        or said(item, ".//contentmeta/creator/name")
        or inner.byline,
        credit=said(item, ".//contentmeta/creditline", ".//newslines/creditline") or inner.credit,
        source=said(item, ".//itemmeta/provider/name")
        or noted(item, ".//itemmeta/provider", "literal")
        or inner.source,
        published=nitf.moment(times) or inner.published,
        updated=nitf.moment(updated) if times and updated != times else None,
        language=noted(item, ".//contentmeta/language", "tag") or inner.language,
        extra={**inner.extra, **({"dateline": dateline} if dateline else {})},
    )


NEWSML = Format("newsml", (".newsml",), (b"<newsitem", b"<newsmessage", b"<newsml"), _items)
