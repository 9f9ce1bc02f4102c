"""Rewrites the addresses in a page for the static site, so that they hold at any sub-path and none leads nowhere.

This is done to every page, so it looks for the few places where an address stands instead of reading all of the HTML:
Jinja escapes what it puts into a page, so `="/` and `href="?` stand nowhere but at the beginning of an address of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from html import escape, unescape
from importlib.resources import files
from urllib.parse import parse_qsl

import yaml

from morgue.publish.addresses import Address

Target = Callable[[str], str | None]

_ADDRESS = re.compile(r'(?:="(?=/)|(?<=href)="(?=\?))([^"]*)"')
_FORM = re.compile(r'action="(?P<path>[^"?]*)\?(?P<query>[^"]*)"(?P<rest>[^>]*>)')
_WITHIN = re.compile(r'href="#([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_EMPTY = re.compile(r"<(p|li|ul)\b[^>]*>\s*</\1>")
_NOWHERE = "=nowhere"  # in place of an address, while a page is rewritten
_BETWEEN = " · "  # stands between links in a line
REMEMBERED = 50_000  # addresses: names recur on many pages


def above(address: Address) -> str:
    """What leads from the page of an address to the beginning of the site."""
    return "../" * (address.place.count("/") + 1) if address.place else ""


def rewritten(html: str, begin: str, target: Target, path: str = "") -> str:
    """The HTML of a page with its links as the site has them.

    Args:
        html: The page as the server would give it, with addresses from the root of the server.
        begin: What leads from the page to the beginning of the site ("../../").
        target: From an address of the server to a path within the site; None where it leads nowhere.
        path: Of the page on the server: an address that begins with its question mark is another page of the same list.
    """
    parts = _ADDRESS.split(html)  # words and addresses in turn
    parts[1::2] = [_led(path + written if written[0] == "?" else written, begin, target) for written in parts[1::2]]
    found = _FORM.sub(_sent, "".join(parts))
    found = _WITHIN.sub(lambda link: link[0] if _is_within(link[1], found) else f"href{_NOWHERE}", found)
    return _EMPTY.sub("", "".join(_alive(found))) if _NOWHERE in found else found


def _is_within(place: str, html: str) -> bool:
    """Whether a page has a place, or it is the page's beginning."""
    return not place or f'id="{place}"' in html


@lru_cache(REMEMBERED)
def _led(written: str, begin: str, target: Target) -> str:
    """What an address as it is written becomes, with the sign before it: `_NOWHERE` where it leads nowhere."""
    found = target(unescape(written))
    return _NOWHERE if found is None else f'="{escape(begin + found) or "./"}"'


def _sent(form: re.Match[str]) -> str:
    """A form with the parameters of its address, which a browser would drop, as fields."""
    fields = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in parse_qsl(unescape(form["query"]))
    )
    return f'action="{form["path"] or "./"}"{form["rest"]}{fields}'


def _alive(html: str) -> Iterator[str]:
    """The page without links that lead nowhere. Of a link its words stay, unless they say nothing by themselves."""
    at = 0
    while (dead := html.find(_NOWHERE, at)) >= 0:
        start, end = html.rindex("<", 0, dead), html.index(">", dead) + 1
        element = html[start + 1 : end].partition(" ")[0]
        if element == "a":
            close = html.index("</a>", end)
            words = html[end:close]
            yield html[at:start].removesuffix(_BETWEEN) if _says_nothing(words) else html[at:start] + words
            at = close + len("</a>")
        elif element in ("link", "script"):
            yield html[at:start]
            at = end if element == "link" else html.index("</script>", end) + len("</script>")
        else:  # an attribute for a script, which does without it
            name = html.rindex(" ", 0, dead)
            yield html[at:name]
            at = dead + len(_NOWHERE)
    yield html[at:]


@lru_cache
def _says_nothing(words: str) -> bool:
    return bool(_alone().fullmatch(" ".join(unescape(_TAG.sub("", words)).split())))


@cache
def _alone() -> re.Pattern[str]:
    text = files("morgue.publish").joinpath("links.yml").read_text(encoding="utf-8")
    return re.compile("|".join(f"(?:{pattern})" for pattern in yaml.safe_load(text)["alone"]), re.IGNORECASE)
