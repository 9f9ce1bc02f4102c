"""Which rare names are established enough to be somebody: what speaks for and against each, weighed by evidence.yml.

A name that is not stays a mention, with its place, rule and confidence, and its words are found; but no entity is made
of it. A table, a third article or a correction by hand establishes any name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from morgue.link.entities.doubted.sights import PLACE, sight
from morgue.link.entities.doubted.signs import FORM
from morgue.link.entities.kinds import majority
from morgue.link.entities.lore import Lore
from morgue.link.entities.verdicts import LEFT_OPEN, Identity, Members, Verdict
from morgue.link.vocabulary import table
from morgue.model import Clipping, MentionKey

PERSON: Final = "person"
OTHERS: Final = "others"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a name and against it: the signs that it shows, with their points."""

    signs: Mapping[str, int]

    @property
    def points(self) -> int:
        """All points together."""
        return sum(self.signs.values())


def unestablished(
    members: Mapping[Identity, Members],
    verdicts: Mapping[MentionKey, Verdict],
    clippings: Sequence[Clipping],
    lore: Lore,
) -> dict[Identity, Evidence]:
    """The identities of which no entity should be made, with the reasons.

    Args:
        members: All identities with their mentions.
        verdicts: By which rule each mention was given to its identity.
        clippings: All articles.
        lore: What the archive knows of words and names.

    Returns:
        Lone names that several bear, however often they are printed (no signs: nothing is weighed), and rare names
        whose evidence falls short.
    """
    if len(clippings) < table("evidence")["archive"]:
        return {}
    texts = {clipping.id: clipping.article.text for clipping in clippings}
    doubted: dict[Identity, Evidence] = {}
    for identity, mentions in members.items():
        if identity.name:
            continue
        if all(verdicts[key].decided_by == LEFT_OPEN for key in mentions):
            doubted[identity] = Evidence({})
        elif len({clipping for clipping, _ in mentions}) <= table("evidence")["rare"]:
            evidence = weigh(identity, mentions, texts, lore)
            if evidence.points < table("evidence")["enough"]:
                doubted[identity] = evidence
    return doubted


def weigh(identity: Identity, mentions: Members, texts: Mapping[int, str], lore: Lore) -> Evidence:
    """The evidence for one name, by its commonest form and the places where this is printed."""
    name = commonest(mentions)
    kind = identity.kind or majority(mentions.values(), identity.key)
    points: Mapping[str, int] = table("evidence")[PERSON if kind == "person" else OTHERS]
    sights = [sight(texts[key[0]], mention) for key, mention in mentions.items() if mention.text == name]
    shown = {sign for sign, shows in FORM.items() if sign in points and shows(name, lore)}
    for sign, shows in PLACE.items():
        if sign in points and (any if points[sign] > 0 else all)(shows(at) for at in sights):
            shown.add(sign)
    if len(mentions) > len({clipping for clipping, _ in mentions}):
        shown.add("repeated")
    return Evidence({sign: points[sign] for sign in points if sign == "base" or sign in shown})


def commonest(mentions: Members) -> str:
    """The form that is printed most, the longer of two."""
    texts = [mention.text for mention in mentions.values()]
    if texts.count(texts[0]) == len(texts):  # most names, so that nothing need be counted
        return texts[0]
    forms = Counter(texts)
    return max(forms, key=lambda form: (" " in form, forms[form], len(form), form))
