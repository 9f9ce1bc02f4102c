"""Articles that print one common name and have nothing else in common: whether they mean one person, nobody can tell.

David Anderson of Duke University, and a gunman of that name. How common a name is, the archive itself tells: by how
many bear the given name, and how many the surname. The best known of them keeps the name; the others are left open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from morgue.link.entities.company import Company
from morgue.link.entities.doubles.differ import Called
from morgue.link.entities.doubles.likeness import Named, Scale
from morgue.link.entities.persons.names import PersonName, parse
from morgue.link.vocabulary import table
from morgue.model import Mention

Printed = Mapping[int, Sequence[Mention]]  # the full names of one person, by the articles that print them
Callings = Mapping[int, frozenset[str]]  # what the articles tell that the person is


@dataclass(frozen=True, slots=True)
class Coincidences:
    """What tells whether two articles mean one person: how common names are, and what the articles have in common."""

    people: Called
    company: Company
    scale: Scale

    def strays(self, printed: Printed, callings: Callings) -> frozenset[int]:
        """The articles in which a common name may be anybody's.

        Args:
            printed: The full names of one person, by article.
            callings: What the articles tell of the person.

        Returns:
            All that nothing connects with those that name the person most; none where the name is rare.
        """
        names = {parse(mention.text) for found in printed.values() for mention in found}
        if len(printed) > table("likeness")["coincidence"]["articles"] or not all(map(self._common, names)):
            return frozenset()
        groups = sorted(
            self._groups(printed, callings), key=lambda group: (-len(group), -_times(group, printed), group)
        )
        return frozenset(number for group in groups[1:] for number in group)

    def _common(self, name: PersonName) -> bool:
        """Whether so many bear the given name, and so many the surname, that two may bear both."""
        bearers = self.people.given.get(name.given[0], 0) * self.people.surnames.get(name.surname, 0)
        plain = len(name.given) == 1 and not name.suffix and not name.family_first
        return plain and bearers >= table("likeness")["coincidence"]["bearers"]

    def _groups(self, printed: Printed, callings: Callings) -> list[list[int]]:
        """Articles put together that have anything in common."""
        names = {number: _named(number, found) for number, found in printed.items()}
        groups: list[list[int]] = []
        for number in sorted(printed):
            near = [g for g in groups if any(self._near(names[number], names[other], callings) for other in g)]
            joined = sorted([number, *(each for group in near for each in group)])
            groups = [*(group for group in groups if group not in near), joined]
        return groups

    def _near(self, one: Named, other: Named, callings: Callings) -> bool:
        (here,), (there,) = one.articles, other.articles
        if not callings[here].isdisjoint(callings[there]):
            return True
        least: Mapping[str, float] = table("likeness")["coincidence"]
        themselves = frozenset((*one.name.tokens, *other.name.tokens))
        shared = self.company.shared([here], [there], themselves)
        if shared.closest >= least["close"] or shared.known >= least["share"]:
            return True
        return self.scale.rarity_beside(one, other, themselves) >= least["role"]


def _named(number: int, found: Sequence[Mention]) -> Named:
    return Named(parse(found[0].text), tuple((number, mention.start, mention.end) for mention in found))


def _times(group: Sequence[int], printed: Printed) -> int:
    return sum(len(printed[number]) for number in group)
