"""Two names that an article says are one bearer's: “Stephanie Clifford, also known as Stormy Daniels”.

Also a name and its initials with “or” between them, whatever kind the model took these for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from morgue.link.entities.bodies.in_article import initials
from morgue.link.entities.doubted.established import commonest
from morgue.link.entities.names import fold_body
from morgue.link.entities.verdicts import Bearers, Identity
from morgue.model import Clipping, Mention, MentionKey

NEAREST: Final = 4  # characters at least between the two names
FARTHEST: Final = 40  # and at most
RARE: Final = 100  # mentions up to which a name may be another's second one, whatever an article says
CUE: Final = re.compile(  # behind a comma or a bracket: “McConnell also called Obama” says nothing of names
    r"""["”’]?(?:,|[ ]\()[ ]?(?:who[ ](?:is|was)[ ])?
    (?:(?:also|better|commonly|formerly|once|otherwise|popularly|previously|widely)[ ]known[ ]as|a\.?k\.?a\.?)
    ,?[ ](?:the[ ]|by[ ])?[“"‘']?""",
    re.VERBOSE,
)
BODYS: Final = re.compile(  # between two bodies: “Institute of Medicine, now known as”, “the Units known as the YPG”
    r""",?[ ]\(?(?:(?:formerly|now|once|originally|previously|then)[ ](?:known[ ]as|called)|formerly|known[ ]as)
    [ ](?:the[ ])?[“"‘']?""",
    re.VERBOSE,
)
NO_BODIES: Final = frozenset({"person", "place", "group"})
OR: Final = re.compile(r",? \(?or (?:the )?[“\"‘']?")


def introduced(members: Bearers, clippings: Sequence[Clipping]) -> dict[Identity, Identity]:
    """The bearers whose second name an article introduces.

    Args:
        members: All identities with their mentions.
        clippings: All articles.

    Returns:
        The rarer identity of each such pair → the commoner. What a table knows, and persons by one name alone, are
        left as they are; so is whoever would be two others.
    """
    pairs = [pair for clipping in clippings for pair in _pairs(clipping)]
    asked = {key for pair in pairs for key in pair}
    whose = {key: identity for identity, mentions in members.items() for key in mentions if key in asked}
    meant: dict[Identity, set[Identity]] = defaultdict(set)
    for one, other in pairs:
        both = sorted({whose[one], whose[other]}, key=lambda identity: (len(members[identity]), identity.key))
        if (
            len(both) > 1
            and len(members[both[0]]) <= RARE
            and not any(_left_alone(identity, members) for identity in both)
        ):
            meant[both[0]].add(both[1])
    found = {rare: known.pop() for rare, known in meant.items() if len(known) == 1}
    return {rare: known for rare, known in found.items() if known not in meant}


def _pairs(clipping: Clipping) -> Iterator[tuple[MentionKey, MentionKey]]:
    """Neighbouring mentions with words between them that say they are one."""
    mentions, text = clipping.facts.mentions, clipping.article.text
    places = sorted(range(len(mentions)), key=lambda place: mentions[place].start)
    for one, other in pairwise(places):
        end, start = mentions[one].end, mentions[other].start
        if not NEAREST <= start - end <= FARTHEST:
            continue
        between = text[end:start]
        short = OR.fullmatch(between) and fold_body(mentions[other].text) in initials(mentions[one].text)
        both = (mentions[one], mentions[other])
        bodys = NO_BODIES.isdisjoint(mention.kind for mention in both) and BODYS.fullmatch(between)
        if short or bodys or (CUE.fullmatch(between) and not any(map(_lone, both))):
            yield (clipping.id, one), (clipping.id, other)


def _lone(mention: Mention) -> bool:
    """Whether it is a person's surname or given name alone, which may be somebody else's."""
    return mention.kind == "person" and " " not in mention.text


def _left_alone(identity: Identity, members: Bearers) -> bool:
    """Whether a table knows it, or it is a person by one name and no initials."""
    form = commonest(members[identity])
    return identity.name is not None or (identity.kind == "person" and " " not in form and not form.isupper())
