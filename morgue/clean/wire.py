"""Which agency an article came from. Being named in the text makes nobody its author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from morgue.clean.agencies import agency, agency_by_style, agency_in, any_name
from morgue.clean.draft import Draft
from morgue.model import Source

# "The Associated Press contributed to this report" is an outlet's thanks for a part; an agency's own staff sign theirs.
OWN_STAFF = re.compile(
    rf"\b({any_name()})(?:[’']s?)? (?:\w+ ){{0,2}}?"
    r"(?:writer|reporter|journalist|correspondent|staff|photographer|editor|producer)s?\b"
)
SAYS_SO = ("dateline", "agency", "copyright", "source line")


def wire(draft: Draft, source: Source | None) -> str | None:
    """The full name of the agency that an article is from, or None. The best evidence counts."""
    return next(filter(None, _evidence(draft, source)), None)


def _evidence(draft: Draft, source: Source | None) -> Iterator[str | None]:
    for rule in SAYS_SO:
        yield from (agency_in(each.text) for each in draft.removed if each.rule == rule)
    yield agency_in(draft.byline or "")
    yield agency_in(draft.stated.credit or "")
    yield from (agency(match[1]) for match in OWN_STAFF.finditer(draft.credit or ""))
    yield agency_by_style(draft.credit or "")
    yield source.name if source and source.kind == "agency" else None
