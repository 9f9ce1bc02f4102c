"""Makes the files of one address: the page, the same as JSON, citations, the original."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, NamedTuple
from urllib.parse import parse_qs

from morgue.browse.addresses import HTML, File, Moved, Page
from morgue.browse.api.answers import as_json
from morgue.browse.articles import Article
from morgue.browse.corrections import Dropped
from morgue.browse.opening import Connection
from morgue.browse.originals import original
from morgue.browse.pages import PAGES
from morgue.publish import links
from morgue.publish.addresses import Address
from morgue.publish.feeds import standing_alone
from morgue.publish.for_programs import as_static
from morgue.publish.lists import longest
from morgue.publish.options import Options
from morgue.publish.rendering import Renderer
from morgue.publish.targets import Targets
from morgue.publish.withholding import without_texts

_told = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
NOTHING: Mapping[str, str] = {}
_ORIGINAL = re.compile(r'href="(/articles/[0-9a-f]{12}/original(?:/[0-9a-f]{12})?)" download')


class Made(NamedTuple):
    """A file of the site."""

    path: str
    content: bytes


class Press:
    """What is needed to make pages of an archive, made once in a process."""

    def __init__(self, connection: Connection, options: Options) -> None:
        self.connection, self.options = connection, options
        self.targets = Targets(connection, options)
        self.renderer = Renderer(connection, options, self.targets)
        self._pages = tuple((re.compile(page.pattern), page) for page in PAGES)

    def files(self, address: Address) -> Iterator[Made]:
        """The files of an address; of a list, those of all its pages as far as they are published."""
        page, matched = self._find(address.path)
        content = page.content(self.connection, matched, parse_qs(address.query))
        yield from self._made(page, address, content)
        while page.media_type == HTML and _has_more(content) and address.number < longest(address):
            address = address.page(address.number + 1)
            asked = parse_qs(address.query)
            if page.further:
                content = page.further(self.connection, content, asked)
            else:
                content = page.content(self.connection, matched, asked)
            yield from self._made(page, address, content)

    def _find(self, path: str) -> tuple[Page, Mapping[str, str]]:
        for pattern, page in self._pages:
            if match := pattern.fullmatch(path):
                return page, match.groupdict()
        raise LookupError(f"No page has the address {path}.")

    def _made(self, page: Page, address: Address, content: Any) -> Iterator[Made]:
        if content is None:
            return
        if isinstance(content, Moved):
            yield Made(address.page_file, self._moved(address, content))
        elif isinstance(content, Dropped):
            yield Made(address.page_file, self._page("gone.html", address, None, dropped=content, json_address=None))
        elif page.has_json:
            yield from self._page_with_others(page, address, content)
        elif isinstance(content, File):
            yield Made(address.place, self._text(as_static(content, self.targets)))
        else:
            text = self.renderer.page(page.template, address, content)
            yield Made(address.place, standing_alone(text, address, self.targets.of, self.options.base_url).encode())

    def _page_with_others(self, page: Page, address: Address, content: Any) -> Iterator[Made]:
        shown = content if self.options.bodies else without_texts(content)
        named: dict[str, str] = {}
        if isinstance(shown, Article):
            yield from self._originals(shown, named)
        yield Made(address.page_file, self._page(page.template, address, shown, named=named))
        if self.options.has("json"):
            yield Made(address.json_file, _told(as_json(shown)).encode())
        if self.options.has("citations"):
            for cited in getattr(shown, "citations", ()):
                if self.targets.of(cited.address) == cited.address.lstrip("/"):
                    yield Made(cited.address.lstrip("/"), self._text(cited))

    def _originals(self, article: Article, named: dict[str, str]) -> Iterator[Made]:
        """The files that an article was read from; `named` is told the name of each by its address on the server."""
        addresses = {f"{article.address}/original", *(capture.original for capture in article.captures)}
        for address in sorted(addresses):
            if path := self.targets.of(address):
                found = original(self.connection, article.uid, _digest(address))
                if found:
                    named[address] = found.name
                    yield Made(path, found.content)

    def _page(
        self, template: str, address: Address, page: Any, named: Mapping[str, str] = NOTHING, **more: Any
    ) -> bytes:
        html = self.renderer.page(template, address, page, **more)
        if named:
            html = _ORIGINAL.sub(lambda match: f'href="{match[1]}" download="{escape(named.get(match[1], ""))}"', html)
        return links.rewritten(html, links.above(address), self.targets.of, address.path).encode()

    def _text(self, content: File) -> bytes:
        return content.text(self.renderer.title, self.options.base_url).encode()

    def _moved(self, address: Address, content: Moved) -> bytes:
        there = f"{links.above(address)}{self.targets.of(content.address)}"
        return self._page("moved.html", address, None, moved=content, moved_to=there, json_address=None)


def _has_more(content: Any) -> bool:
    """Whether it is a page of a list that goes on."""
    return bool(getattr(getattr(content, "paging", None), "more", False))


def _digest(original_address: str) -> str | None:
    """What tells an original from the others of its article, as it stands in its address."""
    return original_address.partition("/original/")[2] or None
