"""Gives a feed the addresses of the static site: whole ones where its own is known, relative ones otherwise."""

from __future__ import annotations

import re
from html import escape, unescape

from morgue.publish.addresses import Address
from morgue.publish.targets import Targets

_LINK = re.compile(r'(?P<before><link\b[^>]*? |<generator )(?P<name>href|uri)="(?P<address>[^"]*)"(?P<after>[^>]*>)')


def standing_alone(feed: str, address: Address, targets: Targets, base_url: str) -> str:
    """The feed of an address for the static site. Links that lead nowhere there go."""
    up = "../" * address.place.count("/")

    def link(match: re.Match[str]) -> str:
        target = targets.of(unescape(match["address"]).removeprefix(base_url))
        if target is None:
            return "" if match["name"] == "href" else f"<generator{match['after']}"
        whole = f"{base_url}/{target}" if base_url else up + target or "./"
        return f'{match["before"]}{match["name"]}="{escape(whole)}"{match["after"]}'

    return _LINK.sub(link, feed)
