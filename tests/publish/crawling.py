"""Follows every link of a folder of pages, as a host would answer it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

BASE = "http://host.example/a/site/"
LINKS = ("href", "src", "action", "srcset", "data-suggest")


class Links(HTMLParser):
    """What a page links to, and the places within it that can be linked to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.places: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collects from one element."""
        known = dict(attrs)
        self.targets += [target for name in LINKS if (target := known.get(name)) is not None]
        if tag == "meta" and (known.get("http-equiv") or "").lower() == "refresh":
            self.targets.append((known["content"] or "").partition("url=")[2])
        self.places |= {place for place in (known.get("id"),) if place}


@dataclass
class Crawled:
    """What is wrong with the links of a site, each with a page that has it, and the hosts that it leads to."""

    pages: int = 0
    dead: dict[str, str] = field(default_factory=dict)
    lost: dict[str, str] = field(default_factory=dict)
    outside: dict[str, str] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)


def crawl(site: Path, without: tuple[str, ...] = ("404.html",)) -> Crawled:
    """Look at every link of every page."""
    read = {path: Links((site / path).read_text(encoding="utf-8")) for path in _pages(site) if path not in without}
    found = Crawled(len(read))
    for path, links in read.items():
        for target in links.targets:
            _follow(site, read, path, target, found)
    return found


def _pages(site: Path) -> Iterator[str]:
    yield from (file.relative_to(site).as_posix() for file in sorted(site.rglob("*.html")))


def _follow(site: Path, read: dict[str, Links], path: str, target: str, found: Crawled) -> None:
    if target.startswith("?"):  # a host gives the same page again
        found.dead[target] = path
        return
    parts = urlsplit(urljoin(BASE + path, target))
    whole = parts._replace(fragment="", query="").geturl()
    if not whole.startswith(BASE) or target.startswith(("/", BASE)):
        if parts.netloc == urlsplit(BASE).netloc:
            found.outside[target] = path
        else:
            found.hosts.add(parts.netloc)
        return
    file = whole.removeprefix(BASE)
    file = f"{file}index.html" if not file or file.endswith("/") else file
    if not (site / file).is_file():
        found.dead[target] = path
    elif file in read and parts.fragment not in {"", *read[file].places}:
        found.lost[target] = path
