"""Rewrites the addresses in a page for the static site, so that they hold at any sub-path and none leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import escape, unescape
from importlib.resources import files
from urllib.parse import parse_qsl

import yaml

from morgue.publish.addresses import Address

Target = Callable[[str], str | None]

# Jinja escapes what it puts into attributes, so that none holds a quote mark or ends an element.
_ATTRIBUTE = re.compile(r'(?<=[\s])(href|src|data-[a-z-]+)="(/[^"]*)"')
_FORM = re.compile(r'(<form\b[^>]*?) action="(/[^"]*)"([^>]*>)')
_WITHIN = re.compile(r'href="#([^"]*)"')
_PLACE = re.compile(r'\sid="([^"]*)"')
_NOWHERE = "href=nowhere"
_DEAD_ANCHOR = re.compile(rf"(?P<before>\s*·\s*)?<a\b[^>]*?{_NOWHERE}[^>]*>(?P<words>.*?)</a>", re.DOTALL)
_DEAD_OTHER = re.compile(rf"<link\b[^>]*?{_NOWHERE}[^>]*>\n?|<script\b[^>]*?{_NOWHERE}[^>]*></script>\n?|\s?{_NOWHERE}")
_EMPTY = re.compile(r"<(p|li|ul)\b[^>]*>\s*</\1>")
_TAG = re.compile(r"<[^>]*>")


def above(address: Address) -> str:
    """What leads from the page of an address to the beginning of the site."""
    return "../" * (address.place.count("/") + 1) if address.place else ""


def rewritten(html: str, begin: str, target: Target) -> str:
    """The HTML of a page with its links as the site has them.

    Args:
        html: The page as the server would give it, with addresses from the root of the server.
        begin: What leads from the page to the beginning of the site ("../../").
        target: From an address of the server to a path within the site; None where it leads nowhere.
    """

    def attribute(match: re.Match[str]) -> str:
        found = target(unescape(match[2]) if "&" in match[2] else match[2])
        if found is None:
            return _NOWHERE
        return f'{match[1]}="{escape(begin + found) or "./"}"'

    def form(match: re.Match[str]) -> str:
        found = target(match[2]) or ""
        path, _, query = found.partition("?")
        hidden = "".join(f'<input type="hidden" name="{escape(n)}" value="{escape(v)}">' for n, v in parse_qsl(query))
        return f'{match[1]} action="{escape(begin + path) or "./"}"{match[3]}{hidden}'

    return _alive(_FORM.sub(form, _ATTRIBUTE.sub(attribute, html)))


def _alive(html: str) -> str:
    """A page without what leads nowhere: a place that it lacks, or what is not published."""
    places = set(_PLACE.findall(html)) | {""}
    html = _WITHIN.sub(lambda match: match[0] if match[1] in places else _NOWHERE, html)
    if _NOWHERE not in html:
        return html
    return _EMPTY.sub("", _DEAD_OTHER.sub("", _DEAD_ANCHOR.sub(_without_link, html)))


def _without_link(match: re.Match[str]) -> str:
    """The words of a link without it, unless they say nothing by themselves."""
    words = " ".join(unescape(_TAG.sub("", match["words"])).split())
    return "" if _says_nothing().fullmatch(words) else f"{match['before'] or ''}{match['words']}"


@cache
def _says_nothing() -> re.Pattern[str]:
    text = files("morgue.publish").joinpath("links.yml").read_text(encoding="utf-8")
    return re.compile("|".join(f"(?:{pattern})" for pattern in yaml.safe_load(text)["alone"]), re.IGNORECASE)
