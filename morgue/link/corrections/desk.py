"""The desk on which entities lie while corrections are applied to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from morgue.link.corrections import telling
from morgue.link.corrections.directory import Directory
from morgue.link.entities.names import fold
from morgue.link.entities.places.gazetteer import placed
from morgue.model import (
    Applied,
    Article,
    Clipping,
    Correction,
    Entity,
    MentionKey,
    Named,
    Problem,
    uid,
)

CORRECTION: Final = "correction"


@dataclass(slots=True)
class Draft:
    """An entity on the desk. `former`: uids that verdicts let lead to it. `goes`: it is to be dropped.

    `rules` says of each mention who gave it to the entity; None as long as nothing has been done to the mentions.
    """

    entity: Entity
    rules: dict[MentionKey, str] | None = None
    former: list[str] = field(default_factory=list)
    goes: bool = False

    @property
    def empty(self) -> bool:
        """Whether it has no mentions left."""
        return not (self.entity.mentions if self.rules is None else self.rules)


@dataclass(slots=True)
class Desk:
    """Entities by number, as the directory numbers them; what was done to them, and what could not be done."""

    drafts: list[Draft]
    directory: Directory
    clippings: Mapping[int, Clipping]
    heads: dict[int, int] = field(default_factory=dict)
    notes: list[tuple[Correction, int | None, int | None, str]] = field(default_factory=list)
    taken_out: list[Applied] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _nobodys: dict[str, list[MentionKey]] | None = None

    def article(self, key: MentionKey) -> Article:
        """The article that a mention stands in."""
        return self.clippings[key[0]].article

    def printed(self, key: MentionKey) -> str:
        """A mention as printed, in one line."""
        return " ".join(self.clippings[key[0]].facts.mentions[key[1]].text.split())

    def rules(self, number: int) -> dict[MentionKey, str]:
        """Who gave an entity each of its mentions, to be changed in place."""
        draft = self.drafts[number]
        if draft.rules is None:
            by_form = {alias.name: alias.decided_by for alias in draft.entity.aliases}
            draft.rules = {key: by_form.get(self.printed(key), "") for key in draft.entity.mentions}
        return draft.rules

    def nobodys(self, form: str) -> Sequence[MentionKey]:
        """The mentions of a printed form of which the rules have made no entity, in order."""
        if self._nobodys is None:
            owned = {key for draft in self.drafts for key in draft.entity.mentions}
            self._nobodys = defaultdict(list)
            for number, clipping in self.clippings.items():
                for place, mention in enumerate(clipping.facts.mentions):
                    if (number, place) not in owned:
                        self._nobodys[fold(mention.text)].append((number, place))
        return self._nobodys.get(fold(form), ())

    def home(self, number: int) -> int:
        """The entity that another has become part of."""
        while number in self.heads:
            number = self.heads[number]
        return number

    def name(self, number: int) -> str:
        """The name that an entity is shown under at this point."""
        return self.drafts[number].entity.name

    def find(self, correction: Correction, named: Named, *, but: int | None = None) -> int | None:
        """The one entity that a verdict names; None, with a problem, where there is none or more than one."""
        found = self.directory.find(named, but=but)
        if len(found) == 1:
            return found[0]
        if found:
            self.doubt(telling.ambiguous(correction, named, [self.drafts[number].entity for number in found]))
        else:
            self.doubt(telling.unknown(correction, named, self.directory.near(named)))
        return None

    def doubt(self, problem: Problem) -> None:
        """Report a problem, once."""
        if problem not in self.problems:
            self.problems.append(problem)

    def note(self, correction: Correction, number: int | None, told: str, other: int | None = None) -> None:
        """Keep for an entity's page that a correction holds."""
        self.notes.append((correction, number, other, told))

    def take_out(self, correction: Correction, number: int) -> None:
        """Drop an entity, and keep why for its addresses."""
        draft = self.drafts[number]
        draft.goes = True
        told = telling.no_entity(draft.entity, len(draft.rules or draft.entity.mentions))
        uids = dict.fromkeys((draft.entity.uid, *draft.former))
        self.taken_out.append(Applied(correction, None, None, told, gone=tuple(uids)))

    def lead(self, uid: str, number: int) -> None:
        """Let another uid lead to an entity."""
        draft = self.drafts[number]
        if uid != draft.entity.uid and uid not in draft.former:
            draft.former.append(uid)
            self.directory.lead(uid, number)

    def join(self, number: int, head: int) -> None:
        """Make one entity part of another, with its addresses."""
        self.heads[number] = head
        for each in (self.drafts[number].entity.uid, *self.drafts[number].former):
            self.lead(each, head)

    def create(self, named: Named) -> int:
        """A new entity, without mentions as yet."""
        name, kind = named.name or "", named.kind or "other"
        entity = placed(Entity(made_uid(named), name, kind, None, (), ()))
        self.drafts.append(Draft(entity))
        return self.directory.add(entity, made=True)

    def applied(self) -> Iterator[Applied]:
        """The corrections that hold, for the pages of the entities that are left."""
        for correction, number, other, told in dict.fromkeys(self.notes):
            yield Applied(correction, self._uid(number), self._uid(other), told)
        yield from dict.fromkeys(self.taken_out)

    def _uid(self, number: int | None) -> str | None:
        draft = None if number is None else self.drafts[self.home(number)]
        return draft.entity.uid if draft and not draft.empty and not draft.goes else None


def made_uid(named: Named) -> str:
    """The uid of an entity that a verdict makes, or would make if rules had not found it."""
    return uid(CORRECTION, named.kind or "other", fold(named.name or ""))


def lay_out(entities: Sequence[Entity], clippings: Sequence[Clipping]) -> Desk:
    """A desk with the entities that the rules have found."""
    return Desk(list(map(Draft, entities)), Directory(entities), {clipping.id: clipping for clipping in clippings})
