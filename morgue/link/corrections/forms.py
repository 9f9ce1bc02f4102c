"""The forms in which an entity on the desk is printed, and the name that they leave it with."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from morgue.link.corrections.desk import CORRECTION, Desk
from morgue.link.entities.find import shouting, shown
from morgue.link.entities.names import fold
from morgue.link.entities.persons.names import parse
from morgue.model import Alias, Entity, MentionKey


def aliases_of(desk: Desk, rules: Mapping[MentionKey, str]) -> tuple[Alias, ...]:
    """Every printed form with its count and whoever gave most of it, a person before a rule."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for key, rule in rules.items():
        forms[desk.printed(key)][rule] += 1
    ordered = sorted(forms, key=lambda form: (-forms[form].total(), form))
    return tuple(Alias(form, forms[form].total(), _most(forms[form])) for form in ordered)


def _most(rules: Counter[str]) -> str:
    return min(rules, key=lambda rule: (-rules[rule], rule != CORRECTION, rule))


def name_left(entity: Entity, aliases: Sequence[Alias]) -> str:
    """The name; where it was printed and has gone with mentions that were taken away, the fullest that is left."""
    name = fold(entity.name)
    was_printed = any(fold(shown(alias.name, entity.kind)) == name for alias in entity.aliases)
    forms = [(shown(alias.name, entity.kind), alias.mention_count) for alias in aliases]
    if not forms or not was_printed or any(fold(form) == name for form, _ in forms):
        return entity.name
    best = max(forms, key=lambda form: (parse(form[0]).full, not shouting(form[0]), form[1], len(form[0]), form[0]))
    return best[0]
