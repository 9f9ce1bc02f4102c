"""Makes a feed stand by itself: with addresses of the static site, and with identifiers where no address is known."""

from __future__ import annotations

import re
from html import escape, unescape
from uuid import NAMESPACE_URL, uuid5

from morgue.publish.addresses import Address
from morgue.publish.targets import Targets

_ID = re.compile(r"<id>(/[^<]*)</id>")
_LINK = re.compile(r'(?P<before><link\b[^>]*? |<generator )(?P<name>href|uri)="(?P<address>[^"]*)"(?P<after>[^>]*>)')


def standing_alone(feed: str, address: Address, targets: Targets, base_url: str) -> str:
    """The feed of an address for the static site.

    Atom wants identifiers that are whole addresses. Where nobody knows at which host the site will stand, each is a
    UUID made from the address on the server: always the same for the same thing. Links are relative then.
    """
    up = "../" * address.place.count("/")

    def link(match: re.Match[str]) -> str:
        target = targets.of(unescape(match["address"]).removeprefix(base_url))
        if target is None:
            return "" if match["name"] == "href" else f"<generator{match['after']}"
        whole = f"{base_url}/{target}" if base_url else up + target or "./"
        return f'{match["before"]}{match["name"]}="{escape(whole)}"{match["after"]}'

    named = _ID.sub(lambda match: f"<id>{uuid5(NAMESPACE_URL, match[1]).urn}</id>", feed)
    return _LINK.sub(link, named)
