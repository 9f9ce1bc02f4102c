"""Which agency an article came from. Being named in the text makes nobody its author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from morgue.clean.agencies import agency, agency_by_style, agency_in, any_name
from morgue.clean.draft import Draft, Known, basis_of
from morgue.clean.source import source_basis
from morgue.model import Source

# "The Associated Press contributed to this report" is an outlet's thanks for a part; an agency's own staff sign theirs.
OWN_STAFF = re.compile(
    rf"\b({any_name()})(?:[’']s?)? (?:\w+ ){{0,2}}?"
    r"(?:writer|reporter|journalist|correspondent|staff|photographer|editor|producer)s?\b"
)
SAYS_SO = ("dateline", "agency", "copyright", "source line")


def wire(draft: Draft, source: Source | None) -> Known:
    """The full name of the agency that an article is from, or None, and what tells it. The best evidence counts."""
    return next((each for each in _evidence(draft, source) if each.value), Known(None, "none"))


def _evidence(draft: Draft, source: Source | None) -> Iterator[Known]:
    told, credit = draft.stated, draft.credit or ""
    for rule in SAYS_SO:
        yield from (Known(agency_in(each.text), "text") for each in draft.removed if each.rule == rule)
    yield Known(agency_in(draft.byline or ""), basis_of(told, "byline"))
    yield Known(agency_in(told.credit or ""), basis_of(told, "credit"))
    yield from (Known(agency(match[1]), "text") for match in OWN_STAFF.finditer(credit))
    yield Known(agency_by_style(credit), "text")
    yield Known(source.name if source and source.kind == "agency" else None, source_basis(told))
