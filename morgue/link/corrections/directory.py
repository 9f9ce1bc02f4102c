"""Whom a verdict names: by uid, or by a name that a verdict makes, that is shown, that a verdict gives, or printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from morgue.link.entities.names import fold
from morgue.model import Entity, EntityKind, Named

NEAR = 80  # of 100: a name so alike is offered as what may have been meant


class Directory:
    """The entities by what they are called. Numbers are places in the sequence of entities, those added at its end."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._by_uid: dict[str, int] = {}
        self._made: dict[str, list[int]] = defaultdict(list)
        self._shown: dict[str, list[int]] = defaultdict(list)
        self._given: dict[str, list[int]] = defaultdict(list)
        self._printed: dict[str, list[int]] = defaultdict(list)
        self._reprinted: dict[int, frozenset[str]] = {}
        self._kinds: list[set[EntityKind]] = []
        self._names: list[str] = []
        for entity in entities:
            self.add(entity)
        for number, entity in enumerate(entities):
            for former in entity.former_uids:
                self._by_uid.setdefault(former, number)

    def add(self, entity: Entity, *, made: bool = False) -> int:
        """Enter an entity, `made` by a verdict or found by rules; its number."""
        number = len(self._names)
        self._by_uid[entity.uid] = number
        (self._made if made else self._shown)[fold(entity.name)].append(number)
        for alias in entity.aliases:
            self._printed[fold(alias.name)].append(number)
        self._kinds.append({entity.kind})
        self._names.append(entity.name)
        return number

    def call(self, number: int, name: str) -> None:
        """Note a name that a verdict gives to an entity: other verdicts may call it so."""
        self._given[fold(name)].append(number)

    def cast(self, number: int, kind: EntityKind) -> None:
        """Note a kind that a verdict gives to an entity."""
        self._kinds[number].add(kind)

    def reprint(self, number: int, name: str, forms: Sequence[str]) -> None:
        """Note the name and the printed forms that an entity is left with."""
        self._shown[fold(self._names[number])] = [n for n in self._shown[fold(self._names[number])] if n != number]
        self._shown[fold(name)].append(number)
        self._names[number] = name
        self._reprinted[number] = frozenset(map(fold, forms))
        for form in sorted(self._reprinted[number]):
            self._printed[form].append(number)

    def lead(self, uid: str, number: int) -> None:
        """Note another uid of an entity."""
        self._by_uid.setdefault(uid, number)

    def find(self, named: Named, *, but: int | None = None) -> tuple[int, ...]:
        """Everyone who can be meant, in the order of their numbers: nobody, one, or several of one name.

        Args:
            named: Whom a verdict names.
            but: An entity that cannot be meant.
        """
        if named.uid:
            return (self._by_uid[named.uid],) if named.uid in self._by_uid else ()
        folded = fold(named.name or "")
        indexes = (self._made, self._shown, self._given)
        for numbers in (*(index.get(folded, []) for index in indexes), self._printing(folded)):
            if found := tuple(n for n in self._of_kind(numbers, named) if n != but):
                return found
        return ()

    def printing(self, form: str) -> tuple[int, ...]:
        """Everyone of whose name this is a printed form."""
        return tuple(dict.fromkeys(self._printing(fold(form))))

    def near(self, named: Named) -> tuple[str, ...]:
        """Who may have been meant: the same name of another kind, or else a name much alike."""
        folded = fold(named.name or "")
        same = [*self._shown.get(folded, ()), *self._printing(folded)]
        if not same and named.name:
            alike = process.extractOne(folded, sorted(self._shown), scorer=fuzz.ratio, score_cutoff=NEAR)
            same = self._shown[alike[0]] if alike else []
        told = [f"{{{kind}: {self._names[number]}}}" for number in same for kind in sorted(self._kinds[number])]
        return tuple(dict.fromkeys(told))

    def _printing(self, folded: str) -> list[int]:
        return [n for n in self._printed.get(folded, ()) if folded in self._reprinted.get(n, (folded,))]

    def _of_kind(self, numbers: Sequence[int], named: Named) -> tuple[int, ...]:
        return tuple(sorted({number for number in numbers if named.kind in self._kinds[number]}))
