"""Forms that name nobody, however they came to be taken for names: what their own words tell.

“Video Video”, “C. A”, “Facebook, Google”, “Belgian Authorities”, “the Clintons”, “Teachers Guild Ada Okafor”.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from morgue.link.entities.doubted.form import KNOWN, RARE, Form, form_of, known_names
from morgue.link.entities.doubted.pieces import PIECES
from morgue.link.entities.doubted.signs import is_noun
from morgue.link.entities.known import known
from morgue.link.entities.lore import Lore
from morgue.link.entities.names import fold, fold_body
from morgue.link.entities.persons.alike import well_known
from morgue.link.entities.places.gazetteer import is_city, spot
from morgue.link.entities.verdicts import Bearers, Identity
from morgue.link.vocabulary import words

_INITIALS = re.compile(r"[A-Z]\.?(?: ?[A-Z]\.?){0,2}")
_SHARE = re.compile(r"[A-Z]{2,5}\.(?:[A-Z]|[A-Z]{2})")  # of a firm, at an exchange: VRTY.N
_MARK = re.compile(r"[. ]")
_FIRM = re.compile(r" (?:&|and) ")
_OWNED = re.compile(r"(?:['’]s|s['’]) ([A-Z]\w+) [A-Z][\w'’-]+$")
_FIGURE = re.compile(r"\d$")
_NUMBERED = re.compile(  # of which every state or town has one: the 6th District, Ward 5
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
    r"(?: congressional| legislative| senate)? district|(?:district|precinct|ward) \d+"
)


def nobody(members: Bearers, lore: Lore) -> frozenset[Identity]:
    """The identities that are nobody.

    Args:
        members: All identities with their mentions.
        lore: What the archive knows of words and surnames.

    Returns:
        Those whose commonest form is no name of one person, body or place. What a table names is left alone.
    """
    archive = known_names(members)
    found = []
    for identity, mentions in members.items():
        form = form_of(identity, mentions, lore, archive)
        if _furniture(form) or (not identity.name and any(rule(form) for rule in RULES)):
            found.append(identity)
    return frozenset(found)


def _furniture(form: Form) -> bool:
    """Nothing but words that pages print around articles: Caption, Video Video, Read More."""
    return words("evidence", "furniture").issuperset(fold(form.text).split())


def _twice(form: Form) -> bool:
    """One word twice, unless a person or a town is called so: Boutros Boutros, Walla Walla."""
    tokens = form.text.split()
    return form.kind != "person" and len(tokens) > 1 == len(set(tokens)) and not spot(form.text)


def _initials(form: Form) -> bool:
    """A person's initials and no name: C. A."""
    unknown = form.kind == "person" and fold_body(form.text) not in known()
    return unknown and bool(_INITIALS.fullmatch(form.text) and _MARK.search(form.text))


def _share(form: Form) -> bool:
    """The sign of a firm’s share at an exchange: VRTY.N."""
    return bool(_SHARE.fullmatch(form.text))


def _list(form: Form) -> bool:
    """Names behind each other, or a longer one cut within: what follows the comma is no town, firm or end of a name."""
    head, comma, last = form.text.rpartition(", ")
    if not comma or form.kind not in {"organization", "place", "other"}:
        return False
    if fold_body(last) in known() and fold_body(head) in known() and not spot(last):
        return True
    alone = " " not in last
    ends = fold(last.split()[-1]) in words("bodies", "legal_forms") or (not alone and is_noun(last.split()[-1]))
    return not (
        ends or _FIRM.search(f" {last}") or _FIGURE.search(last) or _is_seat(last) or fold_body(last) in known()
    )


def _is_seat(name: str) -> bool:
    """Whether a body may be told apart by this place: a state, a country or a large town."""
    where = spot(name)
    return where is not None and (where.latitude is None or is_city(fold_body(name)))


def _officials(form: Form) -> bool:
    """A nation or party and a common noun: the US Administration."""
    rest, _, last = fold_body(form.text).rpartition(" ")
    whose = known().get(rest) if last in words("evidence", "officials") else None
    return whose is not None and whose.kind in {"place", "group"}


def _general(form: Form) -> bool:
    """What many bodies or places are called: the Executive Committee, the 6th District."""
    folded = fold_body(form.text)
    return form.kind != "person" and (folded in words("evidence", "general") or bool(_NUMBERED.fullmatch(folded)))


def _sentence(form: Form) -> bool:
    """A word of a sentence between names: “Verity buys Tribune”."""
    usual = words("bodies", "small_words") | words("names", "particles") | words("names", "articles")
    between = [word for word in form.text.split()[1:] if word.isalpha() and word.islower() and word not in usual]
    common = any(word in form.lore.common and not is_noun(word.capitalize()) for word in between)
    return form.count <= RARE and form.kind not in {"person", "work"} and common


def _several(form: Form) -> bool:
    """The plural of a well-known surname or person: the Clintons, John Kennedys. The Simpsons may be a work."""
    given, _, last = fold(form.text).rpartition(" ")
    if form.kind in {"work", "place", "group"} or last not in form.lore.families:
        return False
    return not given or any(f"{given} {last.removesuffix(end)}" in form.archive.people for end in ("s", "es"))


def _run_together(form: Form) -> bool:
    """A body and a person whom the archive knows, without a mark between them."""
    *body, given, surname = ["", "", *form.text.split()]
    if form.kind in {"person", "work"} or form.count > RARE or fold(f"{given} {surname}") not in form.archive.people:
        return False
    if not body[-1][:1].isupper() or body[-1].rstrip(".") in {"USS", "HMS", "Fort", "Camp", "St", "San", "Port"}:
        return False
    named = well_known(fold(given)) and not is_noun(surname)
    return named or is_noun(body[-1]) or fold_body(" ".join(body)) in known()


def _owned(form: Form) -> bool:
    """A body and the person who is its own: “Harbour Guild’s Ada Okafor”."""
    owned = _OWNED.search(form.text) if form.kind != "person" else None
    return owned is not None and well_known(fold(owned[1]))


def _between(form: Form) -> bool:
    """Two nations: the U.S.-Norway border."""
    one, hyphen, other = fold(form.text).partition("-")
    nations = [known().get(fold_body(name)) for name in (one, other)] if hyphen else []
    return bool(nations) and all(nation and nation.kind in {"place", "group"} for nation in nations)


def _adjective(form: Form) -> bool:
    """What no body ends in: the Texas Democratic primary."""
    *others, last = fold(form.text).split() or [""]
    return bool(others) and form.kind != "person" and last in words("evidence", "adjectives")


def _clause(form: Form) -> bool:
    """A piece of a sentence, by a pronoun or quantity before it or a verb within: Several Boats, Boats Are Late."""
    first, *others = fold(form.text).split() or [""]
    named = form.kind in {"person", "work", "event", "group"} or is_noun(form.text.split()[-1])
    if named or not others or form.count > KNOWN:
        return False
    return first in words("evidence", "before") or not words("evidence", "verbs").isdisjoint(others)


RULES: Final[tuple[Callable[[Form], bool], ...]] = (
    *(_twice, _initials, _share, _list, _general, _sentence, _officials, _several),
    *(_run_together, _owned, _between, _adjective, _clause),
    *PIECES,
)
