"""Which feeds a static site has, with its own addresses: whole ones where they are known, relative ones otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from morgue.browse.holdings import Feeding
from morgue.publish.addresses import Address
from morgue.publish.options import Options

FEW = 50  # articles or quotes; where not everything has a page, whoever has fewer has no feed
_LINK = re.compile(r'(?P<before><link\b[^>]*? |<generator )(?P<name>href|uri)="(?P<address>[^"]*)"(?P<after>[^>]*>)')


def least(options: Options) -> int:
    """How many articles an entity must be named in, or quotes it must have, to have a feed of these."""
    return 1 if options.every else FEW


def feed_of(of: Feeding, uid: str) -> Address:
    """The feed of the articles that name an entity, or of its quotes."""
    return Address(f"/entities/{uid}.atom" if of == "articles" else f"/entities/{uid}/quotes.atom")


def standing_alone(feed: str, address: Address, target_of: Callable[[str], str | None], base_url: str) -> str:
    """The feed of an address for the static site. Links that lead nowhere there go."""
    up = "../" * address.place.count("/")

    def link(match: re.Match[str]) -> str:
        target = target_of(unescape(match["address"]).removeprefix(base_url))
        if target is None:
            return "" if match["name"] == "href" else f"<generator{match['after']}"
        whole = f"{base_url}/{target}" if base_url else up + target or "./"
        return f'{match["before"]}{match["name"]}="{escape(whole)}"{match["after"]}'

    return _LINK.sub(link, feed)
