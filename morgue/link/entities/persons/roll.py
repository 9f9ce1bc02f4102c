"""The roll: every full name of a person in the archive, and which of them are one person.

Names meet by the sound of the surname and the first letter of the given name; never all pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from morgue.link.entities.persons import alike
from morgue.link.entities.persons.names import PersonName
from morgue.link.entities.persons.variants import FAR_COMMONER, turned, variants
from morgue.link.entities.verdicts import Identity

SLIP: Final = 0.02  # share of a person's mentions that a misspelt given name has at most
MOSTLY_SHORT: Final = 20  # times that a short form may be commoner than the long ones
SAME_NAME: Final = "same name"
GIVEN_NAME_ALIKE: Final = "given name alike"
OTHER_ORDER: Final = "other order"

ToldApart = Callable[[PersonName, PersonName], bool]


@dataclass(frozen=True, slots=True, eq=False)
class Bearer:
    """A person of the archive: the commonest full name, every full name, and the sounds of all short forms.

    `uses` tells how often the full names are printed, `suffixes` what stands behind them: Jr., or nothing.
    """

    identity: Identity
    name: PersonName
    names: tuple[PersonName, ...]
    calls: tuple[str, ...]
    uses: int
    suffixes: frozenset[str]

    def rule(self, name: PersonName) -> str:
        """The rule that gave this full name to the person."""
        if name.key == self.name.key:
            return SAME_NAME
        return OTHER_ORDER if any(turned(name) == other.key for other in self.names) else GIVEN_NAME_ALIKE


@dataclass(frozen=True, slots=True)
class Roll:
    """`bearer_of` by `PersonName.key`; `called` by the sound of a short form ("putin"), in the order of the roll.

    `given` are the sounds of what more persons of the archive bear as a given name than as a surname. `printed` is how
    often the archive prints full names.
    """

    bearer_of: Mapping[str, Bearer]
    called: Mapping[str, tuple[Bearer, ...]]
    given: frozenset[str] = frozenset()
    printed: int = 0


def never(_one: PersonName, _other: PersonName) -> bool:
    """Names that can be one person's are taken for one."""
    return False


def call_roll(articles: Iterable[Sequence[PersonName]], told_apart: ToldApart = never) -> Roll:
    """Tell the persons of the archive apart.

    Args:
        articles: The names printed in each article, in order, repeated as often as they are printed.
        told_apart: Whether two names are two people's although their given names are forms of one.

    Returns:
        The roll of all that are full names.
    """
    counts: Counter[PersonName] = Counter()
    short: dict[str, set[str]] = defaultdict(set)
    for printed in articles:
        counts.update(name for name in printed if name.full or name.regal)
        for key, whole in _short_forms(printed):
            short[key].add(whole)
    uses: Counter[str] = Counter()
    for name, count in counts.items():
        uses[name.key] += count
    first = _one_for_each_key(counts, _really_short(short, uses))
    for key in _in_jest(first.values(), uses):
        del first[key]
    longer = variants(first, uses)
    blocks: dict[str, list[PersonName]] = defaultdict(list)
    for name in first.values():
        if name.key not in longer:
            blocks[alike.surname_block(name.surname)].append(name)
    return _roll([group for key in sorted(blocks) for group in _groups(blocks[key], uses, told_apart)], uses, longer)


def _one_for_each_key(counts: Mapping[PersonName, int], short: set[str]) -> dict[str, PersonName]:
    kept = sorted((name for name in counts if name.key not in short), key=lambda name: (-counts[name], name.printed))
    first: dict[str, PersonName] = {}
    for name in kept:
        first.setdefault(name.key, name)
    return first


def _in_jest(names: Iterable[PersonName], uses: Mapping[str, int]) -> list[str]:
    """Crowns for people who have none: “King Obama”, where far more full names end in Obama."""
    surnames: Counter[str] = Counter()
    regal = []
    for name in names:
        if name.regal:
            regal.append(name)
        else:
            surnames[alike.sound(name.surname)] += uses[name.key]
    return [name.key for name in regal if surnames[alike.sound(name.surname)] > uses[name.key]]


def _short_forms(printed: Sequence[PersonName]) -> Iterator[tuple[str, str]]:
    """Names like "Suu Kyi" and "López Obrador" that look full but end a longer name of the same article, with that."""
    names = {name.key: name for name in printed if name.full}.values()
    tails = [(tail, name.key) for name in names for tail in name.tails if " " in tail]
    ends = {" ".join(name.tokens): name.key for name in names if not alike.well_known(name.tokens[0])}
    return ((ends[tail], longer) for tail, longer in tails if tail in ends)


def _really_short(short: Mapping[str, set[str]], uses: Mapping[str, int]) -> set[str]:
    """Those that are not by far the commonest name: one “Texan Beto Marlov” makes no short form of all Beto Marlovs."""
    return {key for key, longer in short.items() if uses[key] < MOSTLY_SHORT * sum(uses[other] for other in longer)}


def _groups(block: Sequence[PersonName], uses: Mapping[str, int], told_apart: ToldApart) -> list[list[PersonName]]:
    """Full names whose surnames sound alike, put together by given name; the longest, which tell most, first."""
    groups: list[list[PersonName]] = []
    begins: dict[str, list[list[PersonName]]] = defaultdict(list)
    for name in sorted(block, key=lambda n: (-len(n.given), -len(" ".join(n.given)), -uses[n.key], n.key)):
        letters = sorted(alike.initials(name.given[0])) if name.given else [""]
        near = {id(group): group for letter in letters for group in begins[letter]}
        home = _home(name, [group for group in near.values() if not _strangers(name, group, told_apart)], uses)
        if home is None:
            home = []
            groups.append(home)
        home.append(name)
        for letter in letters:
            if all(home is not group for group in begins[letter]):
                begins[letter].append(home)
    return groups


def _strangers(name: PersonName, group: Sequence[PersonName], told_apart: ToldApart) -> bool:
    """Whether the name is told apart from all that can be the same person's."""
    near = [other for other in group if name.given and alike.can_be_one(name, other)]
    return bool(near) and all(told_apart(name, other) for other in near)


def _home(name: PersonName, groups: Sequence[list[PersonName]], uses: Mapping[str, int]) -> list[PersonName] | None:
    """The one group that every member of allows; between several the very same given name decides, or far more use."""
    if not name.given:
        return next((group for group in groups if group[0].key == name.key), None)
    fits = [group for group in groups if _allows(group, name, uses)]
    if len(fits) > 1:
        same = [group for group in fits if any(other.given == name.given for other in group)]
        fits = same or _far_commoner(fits, uses)
    return fits[0] if len(fits) == 1 else None


def _allows(group: Sequence[PersonName], name: PersonName, uses: Mapping[str, int]) -> bool:
    """Whether all of a group can be called so, but for a slip: one Willam Barr keeps no Bill from many Williams."""
    against = [other for other in group if not alike.can_be_one(name, other)]
    others = sum(uses[other.key] for other in group) - sum(uses[other.key] for other in against)
    return all(len(other.given) == 1 and uses[other.key] < SLIP * others for other in against)


def _far_commoner(groups: Sequence[list[PersonName]], uses: Mapping[str, int]) -> list[list[PersonName]]:
    """The one group that is printed far more often than all others: Hillary Rodham, not a once misprinted Hillary."""
    counts = [sum(uses[name.key] for name in group) for group in groups]
    return [g for g, count in zip(groups, counts, strict=True) if count >= FAR_COMMONER * (sum(counts) - count)]


def _roll(groups: Sequence[list[PersonName]], uses: Counter[str], longer: Mapping[str, str]) -> Roll:
    bearer_of: dict[str, Bearer] = {}
    called: dict[str, list[Bearer]] = defaultdict(list)
    taken: set[str] = set()
    for group in groups:
        bearer = _bearer(group, uses, taken)
        bearer_of.update((name.key, bearer) for name in group)
        for call in bearer.calls:
            called[call].append(bearer)
    bearer_of.update((key, bearer_of[rest]) for key, rest in longer.items() if rest in bearer_of)
    return Roll(
        bearer_of, {tail: tuple(bearers) for tail, bearers in called.items()}, _given(groups, uses), uses.total()
    )


def _given(groups: Sequence[list[PersonName]], uses: Mapping[str, int]) -> frozenset[str]:
    """What several bear as a given name, and fewer or less known ones as a surname."""
    given: Counter[str] = Counter()
    surnames: Counter[str] = Counter()
    bearers: Counter[str] = Counter()
    for group in groups:
        bearers.update({alike.sound(name.given[0]) for name in group if name.given})
        for name in group:
            surnames[alike.sound(name.surname)] += uses[name.key]
            if name.given:
                given[alike.sound(name.given[0])] += uses[name.key]
    return frozenset(name for name, count in given.items() if bearers[name] > 1 and count > surnames[name])


def _bearer(group: Sequence[PersonName], uses: Mapping[str, int], taken: set[str]) -> Bearer:
    best = max(group, key=lambda name: (uses[name.key], len(name.printed), name.key))
    key = lasting_key(_lasting(group, uses))
    if key in taken:
        key = f"{key} ({max(name.key for name in group)})"
    taken.add(key)
    calls = sorted({alike.sound(tail) for name in group for tail in name.tails})
    suffixes = frozenset(name.suffix for name in group)
    used = sum(uses[name.key] for name in group)
    return Bearer(Identity(key, "person"), best, tuple(group), tuple(calls), used, suffixes)


def _lasting(group: Sequence[PersonName], uses: Mapping[str, int]) -> PersonName:
    """The name to make a key of: one without a second given name, if any, so that nobody else ever gets that key."""
    return max(group, key=lambda name: (not name.given[1:], uses[name.key], len(name.printed), name.key))


def lasting_key(name: PersonName) -> str:
    """The key of a full name's bearer, the same for other spellings and short forms of it.

    Second given names tell people apart, so they are in it, where there are any, as they are spelt.
    """
    given = alike.formal(name.given[0]) if name.given else ""
    key = " ".join(part for part in (given, alike.sound(name.surname), name.suffix) if part)
    return f"{key} ({name.key})" if name.given[1:] else key
