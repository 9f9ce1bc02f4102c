"""Who published an article, and its identity."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

import yaml

from morgue.clean.addresses import canonical
from morgue.clean.agencies import agency, agency_of
from morgue.clean.draft import basis_of
from morgue.model import Basis, Document, Source, Stated, uid

DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)


def source(stated: Stated) -> Source | None:
    """The stated source, else the site that the address belongs to; None where neither is known.

    A site goes by the name of its paper where that is known (sources.yml), else by its domain.
    """
    domain = _domain(stated.url)
    name = stated.source or domain
    if name is None:
        return None
    if DOMAIN.fullmatch(name):
        name = name.lower().removeprefix("www.")
        domain = domain or name
        name = _paper(name) or name
    known = agency(name) or agency_of(domain)
    return Source(known or name, domain, "agency" if known else "outlet")


def source_basis(stated: Stated) -> Basis:
    """What the source is from: stated, or told by the address."""
    return basis_of(stated, "source") if stated.source else "url"


def identity(document: Document) -> str:
    """The article's uid: from its address in canonical form, else from the id in its source, else from its bytes."""
    told = document.stated
    if told.url:
        return uid("url", canonical(told.url) or told.url)
    if told.external_id:
        return uid("id", told.source or "", told.external_id)
    return uid("content", document.sha256)


def _paper(domain: str) -> str | None:
    """The paper at a domain, or at the one that it is part of: "edition.cnn.com" → CNN."""
    parts = domain.split(".")
    return next((name for n in range(len(parts) - 1) if (name := _papers().get(".".join(parts[n:])))), None)


@cache
def _papers() -> dict[str, str]:
    table = yaml.safe_load(files("morgue.clean").joinpath("sources.yml").read_text(encoding="utf-8"))
    return {domain: name for name, domains in table.items() for domain in domains}


def _domain(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # an address that is none, such as "http://[oops"
        return None
    return host.removeprefix("www.") if host else None
