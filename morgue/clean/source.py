"""Who published an article, and its identity."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from morgue.clean.addresses import canonical
from morgue.clean.agencies import agency, agency_of
from morgue.model import Document, Source, Stated, uid

DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)


def source(stated: Stated) -> Source | None:
    """The stated source, else the site that the address belongs to; None where neither is known."""
    domain = _domain(stated.url)
    name = stated.source or domain
    if name is None:
        return None
    if DOMAIN.fullmatch(name):
        name = name.lower().removeprefix("www.")
        domain = domain or name
    known = agency(name) or agency_of(domain)
    return Source(known or name, domain, "agency" if known else "outlet")


def identity(document: Document) -> str:
    """The article's uid: from its address in canonical form, else from the id in its source, else from its bytes."""
    told = document.stated
    if told.url:
        return uid("url", canonical(told.url) or told.url)
    if told.external_id:
        return uid("id", told.source or "", told.external_id)
    return uid("content", document.sha256)


def _domain(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # an address that is none, such as "http://[oops"
        return None
    return host.removeprefix("www.") if host else None
