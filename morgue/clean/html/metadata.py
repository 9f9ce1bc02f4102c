"""What a page says of itself: headline, authors, date, address, source, section, language.

Each is asked for in the order of trust: JSON-LD, then Open Graph and other meta fields, then the page's own marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from morgue.clean.draft import Known
from morgue.clean.html.authors import signed
from morgue.clean.html.boxes import Element
from morgue.clean.html.dates import dates_of
from morgue.clean.html.jsonld import Json, article_of, listed, strings
from morgue.clean.html.microdata import marked_article
from morgue.clean.html.titles import headline
from morgue.clean.lines import squeezed
from morgue.model import Stated

LOCALE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2,4})?", re.IGNORECASE)


class Told(NamedTuple):
    """What a page says of itself: what it states, its text where it has that twice, its address."""

    stated: Stated
    body: str
    canonical: str | None = None


def told(stated: Stated, tree: Element) -> Told:
    """What the input states, and where it is silent what the page says, with what that is from."""
    article, meta = {**marked_article(tree), **article_of(tree)}, meta_of(tree)
    canonical = address(tree, meta)
    url = stated.url or canonical
    site = _site(article, meta)
    published, updated = dates_of(tree, article, meta)
    section = next(iter(strings(article.get("articleSection"))), None) or meta.get("article:section")
    found = {
        "url": Known(url, "metadata"),
        "headline": headline(tree, article, meta, (site, _host(url))),
        "byline": signed(tree, article, meta, site),
        "source": Known(site, "metadata"),
        "published": published,
        "updated": updated,
        "section": Known(section, "metadata"),
        "language": Known(_language(tree, article, meta), "metadata"),
    }
    return Told(_filled(stated, found), squeezed(" ".join(strings(article.get("articleBody")))), canonical)


def _filled(stated: Stated, found: Mapping[str, Known]) -> Stated:
    """What is stated, and in the fields that are not, what was found."""
    new = {name: known for name, known in found.items() if known.value and not getattr(stated, name)}
    bases = {**stated.bases, **{name: known.basis for name, known in new.items()}}
    values: dict[str, Any] = {name: known.value for name, known in new.items()}
    return replace(stated, **values, bases=bases)


def meta_of(tree: Element) -> dict[str, str]:
    """The page's meta fields, the first of each name; names in small letters."""
    meta: dict[str, str] = {}
    for each in tree.iter("meta"):
        content = squeezed(unescape(each.get("content") or ""))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := each.get(attribute)):
                meta.setdefault(name.strip().lower(), content)
    return meta


def address(tree: Element, meta: Mapping[str, str]) -> str | None:
    """The canonical address: absolute, on the site that the page says it is on, and not that of its front page."""
    canonical = next(
        (each.get("href") for each in tree.iter("link") if (each.get("rel") or "").lower() == "canonical"), None
    )
    here = [url for url in (meta.get("og:url"), canonical) if url and _is_article(url.strip())]
    if not here:
        return None
    own = here[-1] if len({_host(url) for url in here}) == 1 else here[0]
    return own.strip()


def _is_article(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and bool(parts.path.strip("/") or parts.query)


def _host(url: str | None) -> str:
    try:
        return (urlsplit((url or "").strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _site(article: Json, meta: Mapping[str, str]) -> str | None:
    publishers = (each.get("name") for each in listed(article.get("publisher")) if isinstance(each, dict))
    names = [meta.get("og:site_name"), *(name for each in publishers for name in strings(each))]
    return next((site for name in names if name and (site := _name(unescape(name)))), None)


def _name(text: str) -> str:
    """A site's name without its address or what it says of itself: "The Paper | News that matters" → "The Paper"."""
    return _host(text) if text.startswith("http") else re.split(r"\s[|–—]\s", text)[0].strip()


def _language(tree: Element, article: Json, meta: Mapping[str, str]) -> str | None:
    html = tree if tree.tag == "html" else next(tree.iter("html"), tree)
    said = [html.get("lang"), html.get("{http://www.w3.org/XML/1998/namespace}lang"), html.get("xml:lang")]
    said += [*strings(article.get("inLanguage")), meta.get("content-language"), meta.get("og:locale")]
    return next((each.strip() for each in said if each and LOCALE.fullmatch(each.strip())), None)
