"""Sports tables: where towns are teams. A line that is nothing but names and scores names bodies, not places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from morgue.extract.mentions.certain import is_certain
from morgue.extract.mentions.merge import merged
from morgue.model import Mention

TEAM = r"([A-Z][A-Za-z.'’&-]*(?:[ -][A-Z][A-Za-z.'’&-]*){0,3})"
LINES = tuple(
    re.compile(rf"^{pattern}$", re.MULTILINE)
    for pattern in (
        rf"{TEAM}(?: (?:[\d.+-][\d./+-]*|-)){{3,}}",  # a league table: LEITH 74 59 .556 -
        rf"{TEAM} \d+ {TEAM} \d+(?: \([^()\n]*\))?",  # a result: Leith 3 Port Verity 1
        rf"{TEAM} AT {TEAM}",  # a fixture: LEITH AT PORT VERITY
    )
)


def teams_in_tables(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The names in tables, results and fixtures as bodies. Countries stay: a national team is its country."""
    return merged(mentions, _teams(text))


def _teams(text: str) -> Iterator[Mention]:
    for line in LINES:
        for match in line.finditer(text):
            for number in range(1, line.groups + 1):
                name, (start, end) = match[number], match.span(number)
                if not is_certain(name):
                    yield Mention(start, end, name, "ORG", "organization", "sports table", 0.8)
