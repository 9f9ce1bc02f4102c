"""Bodies and places under two spellings: together or apart, with “and” or without it, one or more of them.

“ThinkProgress” and “Think Progress”, “Blue Cross & Blue Shield” and “Blue Cross Blue Shield”, “the Revolutionary Guards
Corps” and “Guard Corps”. Persons are left alone: Robert is not Roberts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Final

from morgue.link.entities.kinds import majority
from morgue.link.entities.names import fold_body
from morgue.link.entities.verdicts import Bearers, Identity

SHORTEST: Final = 8  # letters of a name that two spellings do not make two names
APART: Final = ("person", "group")  # kinds of which a plural is somebody else

_PLURAL: Final = re.compile(r"(?<=ch|sh)es$|(?<=[^siu'])s$")
_TOGETHER: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_INITIALS: Final = re.compile(r"[A-Z]{2,5}s?")


def spelled_alike(members: Bearers) -> dict[Identity, Identity]:
    """The rarer spellings of a name and, for each, the identity of the commonest one of the same kind.

    What is spelled the same and still stands apart has been told apart for a reason, and stays so.
    """
    bearers: dict[tuple[str, str], list[tuple[str, Identity]]] = defaultdict(list)
    for identity, mentions in members.items():
        kind = identity.kind or majority(mentions.values(), identity.key)
        if kind in APART or identity.about is not None:
            continue
        form = Counter([mention.text for mention in mentions.values()]).most_common(1)[0][0]
        if key := spelling(form):
            bearers["place" if kind == "place" else "body", key].append((fold_body(form), identity))
    found = {}
    for alike in bearers.values():
        (first, meant), *others = sorted(alike, key=lambda each: (-len(members[each[1]]), each[1].key))
        found.update({other: meant for form, other in others if form != first and not other.name})
    return found


def spelling(name: str) -> str:
    """What all spellings of a name have in common; "" for one too short to tell.

    Several words lose their plurals and “and”; initials lose the "s" of several things that bear them. Capitals show
    where words are written together: a Townhall is no town hall.
    """
    if _INITIALS.fullmatch(name):
        return name.rstrip("s").casefold()
    words = [word for word in fold_body(_TOGETHER.sub(" ", name)).split() if word != "and"]
    if len(words) > 1:
        words = [_PLURAL.sub("", word) for word in words]
    joined = " ".join(words)
    return joined if len(joined) >= SHORTEST else ""
