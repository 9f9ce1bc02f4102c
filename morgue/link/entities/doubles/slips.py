"""Names that the archive itself shows to be none: slips of the pen, shouts, torn-off words, headlines taken for works.

Only names of one or two mentions are doubted. A slip goes to the name that was meant; what is no name goes to nobody.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from morgue.link.entities import names
from morgue.link.entities.kinds import majority
from morgue.link.entities.verdicts import Bearers, Identity
from morgue.model import Clipping, Mention, MentionKey

RARE: Final = 2  # mentions up to which a name is doubted
COMMON: Final = 12  # mentions of the name that was meant
SHORTEST: Final = 8  # letters of a name in which one wrong letter is no other name
LONG: Final = 18  # letters of a name in which two wrong ones are none
SHORTEST_SWAPPED: Final = 6  # letters of a name in which two that stand the wrong way round are none
SHORTEST_WORD: Final = 5  # letters of the word that has the wrong letter

PRONOUN: Final = 3  # letters up to which places decide: US may be the pronoun
INITIALS: Final = 5  # letters up to which capitals may be initials

_QUOTED = re.compile(r"[“\"‘'«]\s*(?:[Tt]he |[Aa]n? )?$")
_SHOUT = re.compile(r"\W*[A-Z’']{2,}\W*")
_AROUND: Final = 24  # characters to look at beside a name


def slips(members: Bearers) -> dict[Identity, Identity]:
    """Rare names that are one letter away from a far commoner one, and have no word of which the archive knows more.

    Returns:
        The identity of a slip → that of the name that was meant.
    """
    common: dict[tuple[str, str, int], list[tuple[str, Identity]]] = defaultdict(list)
    heard: Counter[str] = Counter()
    rare: list[tuple[str, str, Identity]] = []
    for identity, mentions in members.items():
        kind, forms = _kind(identity, mentions), _forms(mentions)
        heard.update({word for form in forms for word in form.split()})
        if len(mentions) >= COMMON:
            for form in forms:
                for key in _keys(kind, form):
                    common[key].append((form, identity))
        elif len(mentions) <= RARE and not identity.name and kind != "group" and len(forms[0]) >= SHORTEST_SWAPPED:
            rare.append((kind, forms[0], identity))
    found = {}
    for kind, form, identity in rare:
        near = {meant for key in _keys(kind, form) for other, meant in common[key] if _is_slip(form, other, heard)}
        if len(near) == 1:
            found[identity] = near.pop()
    return found


def _kind(identity: Identity, mentions: Mapping[MentionKey, Mention]) -> str:
    """Person, place, group or anything else: the model seldom tells bodies, works and events apart."""
    kind = identity.kind or majority(mentions.values(), identity.key)
    return kind if kind in {"person", "place", "group"} else "other"


def _forms(mentions: Mapping[MentionKey, Mention]) -> list[str]:
    """The commonest form of several words and the commonest of one, folded, as far as there are such."""
    forms = Counter([names.fold(mention.text) for mention in mentions.values()])
    if len(forms) == 1:
        return list(forms)
    ranked = sorted(forms, key=lambda form: (" " not in form, -forms[form], form))
    return [ranked[0], *[form for form in ranked[1:] if " " not in form][:1]]


def _keys(kind: str, form: str) -> Iterator[tuple[str, str, int]]:
    """Names one letter apart share their beginning or their end."""
    yield kind, form[: SHORTEST // 2], len(form.split())
    yield kind, form[-SHORTEST // 2 :], -len(form.split())


def _is_slip(form: str, meant: str, heard: Mapping[str, int]) -> bool:
    """Whether one letter of one long word is wrong, missing or misplaced, in a word that no other name has."""
    letters = 1 if len(form) < LONG else 2
    if len(form) < SHORTEST and sorted(form) != sorted(meant):
        return False
    if not 0 < DamerauLevenshtein.distance(form, meant, score_cutoff=letters) <= letters:
        return False
    if sum(one != other for one, other in zip(form.split(), meant.split(), strict=True)) > 1:
        return False
    wrong, right = next((w, o) for w, o in zip(form.split(), meant.split(), strict=True) if w != o)
    another = wrong[0] != right[0] or wrong.startswith(right) or right.startswith(wrong)  # Siberian, Romans
    return not another and len(wrong) >= SHORTEST_WORD and heard[wrong] == 1 and wrong.isalpha() and right.isalpha()


def no_names(members: Bearers, clippings: Sequence[Clipping]) -> frozenset[Identity]:
    """Rare identities without a name of their own: every mention is a shout or a work that nobody quotes."""
    texts = {clipping.id: clipping.article.text for clipping in clippings}
    return frozenset(
        identity
        for identity, mentions in members.items()
        if not identity.name
        and len(mentions) <= RARE
        and all(_is_none(texts[key[0]], mention, len(mentions)) for key, mention in mentions.items())
    )


def _is_none(text: str, mention: Mention, count: int) -> bool:
    if mention.text.isupper():
        return len(mention.text) > PRONOUN and _among_capitals(text, mention)
    return mention.kind == "work" and count == 1 and not _quoted(text, mention)


def _among_capitals(text: str, mention: Mention) -> bool:
    """Whether the words beside it shout too; beside what may be initials, on both sides."""
    before = text[max(0, mention.start - _AROUND) : mention.start].split()[-1:]
    after = text[mention.end : mention.end + _AROUND].split()[:1]
    shouts = [bool(_SHOUT.fullmatch(word)) for word in before + after]
    return any(shouts) if len(mention.text) > INITIALS else len(shouts) > 1 and all(shouts)


def _quoted(text: str, mention: Mention) -> bool:
    return bool(_QUOTED.search(text, max(0, mention.start - _AROUND), mention.start))
