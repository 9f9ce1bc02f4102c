"""The canonical form of an address: two addresses of one page have the same. What makes no difference is addresses.yml.

It is for comparing only: an article keeps its address as it was stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import translate
from functools import cache
from importlib.resources import files
from posixpath import normpath
from urllib.parse import SplitResult, quote, urlsplit

import yaml

WEB = ("http", "https")
PORTS = (None, 80, 443)  # which of the two fits depends on the scheme, which is not compared
HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|[0-9a-f:.]*:[0-9a-f:.]*")
SCHEMELESS = re.compile(r"\A(?://|(?=www\.))", re.IGNORECASE)
SCHEME = re.compile(r"\A(?:https?:/+)?", re.IGNORECASE)  # some archives write one slash
ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
UNSEEN = re.compile(r"[\x00-\x1f\x7f]+")
AMPERSAND = re.compile(r"&(?:amp;)+", re.IGNORECASE)
ROUTES = ("!", "/")  # a fragment that begins so is a page's own address in a site that lives in one page
SAFE = "%!$&'()*+,;=:@/?"


def canonical(url: str | None) -> str | None:
    """The form that all addresses of a page share; None for what is no address on the web.

    The form of a form is that form. Scheme, port, the site's mobile host, index page, fragment, and parameters that
    tell about the reader make no difference; neither do the order of the others and the ways to write a letter.
    """
    form = _form(url or "")
    while form and _unwrapped(form) != form:  # an address in an address in an address
        form = _form(form)
    return form


def address_of(stated: str | None, declared: str | None) -> str | None:
    """The canonical address of a page: the one that it declares, if that is of the site that it was found on.

    Another site's is that of whom it was taken from, and the two are not one page.
    """
    here, there = canonical(stated), canonical(declared)
    return there if there and (here is None or _one_site(here, there)) else here


def _one_site(one: str, other: str) -> bool:
    """Whether two canonical addresses have one host, or the one's host is within the other's domain."""
    hosts = sorted((urlsplit(each).netloc for each in (one, other)), key=len)
    return hosts[0] == hosts[1] or hosts[1].endswith(f".{hosts[0]}")


def _form(url: str) -> str | None:
    parts = _split(_unwrapped(UNSEEN.sub("", url).strip()))
    host = _host(parts) if parts else None
    if parts is None or host is None:
        return None
    query, fragment = _query(parts.query), parts.fragment if parts.fragment.startswith(ROUTES) else ""
    found = f"https://{host}{_path(parts.path)}"
    return found + (f"?{query}" if query else "") + (f"#{_escaped(fragment)}" if fragment else "")


def _unwrapped(url: str) -> str:
    """The address of the page itself, where that of an archive or a cache was given."""
    found = next(filter(None, (pattern.fullmatch(url) for pattern in _patterns("wrapped"))), None)
    return SCHEME.sub("https://", found["address"], count=1) if found else url


def _split(url: str) -> SplitResult | None:
    """The parts of a web address; None where it is of another kind or makes no sense."""
    try:
        parts = urlsplit(SCHEMELESS.sub("https://", AMPERSAND.sub("&", url), count=1))
        known = parts.scheme in WEB and parts.port != 0
    except ValueError:
        return None
    return parts if known else None


def _host(parts: SplitResult) -> str | None:
    """The host as the domain name system knows it, without the beginnings that stand for kinds of screens."""
    try:
        host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    if not HOST.fullmatch(host):
        return None
    first, _, rest = host.partition(".")
    while first in _words("hosts") and "." in rest:
        host = rest
        first, _, rest = host.partition(".")
    return (f"[{host}]" if ":" in host else host) + (f":{parts.port}" if parts.port not in PORTS else "")


def _path(path: str) -> str:
    """Without empty and dotted steps, and without its end where that names no page."""
    steps = normpath("/" + _escaped(path).lstrip("/")).rstrip("/").split("/")
    while steps and (last := _last(steps[-1])) != steps[-1]:
        steps[-1:] = [last] if last else []
    return "/".join(steps)


def _last(step: str) -> str:
    for pattern in _patterns("last_steps"):
        step = pattern.sub("", step)
    return step


def _query(query: str) -> str:
    """The parameters that tell which page, in alphabetical order."""
    return "&".join(sorted(_escaped(each) for each in _telling(query.split("&"))))


def _telling(parameters: Sequence[str]) -> Iterator[str]:
    for each in parameters:
        name, equals, value = each.partition("=")
        if name and (value or not equals) and not _tells_nothing().fullmatch(_escaped(name).lower()):
            yield each


def _escaped(text: str) -> str:
    """Each letter in the one way to write it: as it is where it may stand in an address, else in capital escapes."""
    escaped = ESCAPE.sub(_unescaped, STRAY.sub("%25", text))
    return quote(escaped, safe=SAFE, errors="backslashreplace")


def _unescaped(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    return letter if UNRESERVED.fullmatch(letter) else match[0].upper()


@cache
def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = yaml.safe_load(
        files("morgue.clean").joinpath("addresses.yml").read_text(encoding="utf-8")
    )
    return table


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(_table()[part])


@cache
def _patterns(part: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(each, re.IGNORECASE) for each in _table()[part])


@cache
def _tells_nothing() -> re.Pattern[str]:
    return re.compile("|".join(translate(each) for each in _table()["parameters"]))
