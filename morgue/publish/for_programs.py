"""Files for crawlers and programs, as a site without a server has them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import singledispatch

from morgue.browse.addresses import File
from morgue.browse.standards.llms import Llms
from morgue.browse.standards.opensearch import OpenSearch
from morgue.browse.standards.sitemap import Sitemap
from morgue.publish.addresses import read_address
from morgue.publish.targets import Targets

_FEED = re.compile(r'<Url type="application/atom\+xml"[^>]*>\n?')


@singledispatch
def as_static(content: File, _targets: Targets) -> File:
    """The file for the static site. Most are the same there."""
    return content


@as_static.register
def _(content: Sitemap, targets: Targets) -> Sitemap:
    """What has a page of its own, or a file, under the address that it has on the site."""
    listed = []
    for each in content.listed:
        target = targets.of(each.address)
        if target is not None and target.removesuffix("/") == read_address(each.address).place:
            listed.append(replace(each, address=f"/{target}"))
    return replace(content, listed=tuple(listed))


@as_static.register
def _(content: Llms, _targets: Targets) -> Llms:
    return replace(content, is_served=False)


@dataclass(frozen=True, slots=True)
class _StaticOpenSearch:
    """The description of search in the browser, which gives no feeds."""

    described: OpenSearch
    search: str

    @property
    def name(self) -> str:
        return self.described.name

    @property
    def media_type(self) -> str:
        return self.described.media_type

    def text(self, title: str, root: str) -> str:
        text = self.described.text(title, root)
        return _FEED.sub("", text).replace(f"{root}/search?", f"{root}/{self.search}?")


@as_static.register
def _(content: OpenSearch, targets: Targets) -> File:
    return _StaticOpenSearch(content, targets.search() or "")
