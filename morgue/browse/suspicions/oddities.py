"""Single entities that look wrong: torn-off pieces, furniture, capitals, a kind that the labels gainsay."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml

from morgue.browse.rows import all_rows
from morgue.browse.suspicions.nouns import Subject, Suspicion

# Of the name in full: lone surnames are mislabelled too often to tell anything.
LABELS = """
SELECT m.entity_id, m.label, count(*) AS n FROM mentions m JOIN entities e ON e.id = m.entity_id AND e.name = m.text
GROUP BY m.entity_id, m.label
"""
DECIDED = "SELECT DISTINCT entity_id FROM aliases WHERE decided_by = 'alias table'"
FEW = 3  # mentions: fewer labels tell nothing
MAJORITY = 0.6  # share of the labels that makes another kind likely
LONGEST = 9  # words: longer ones are sentences, unless they are titles
LONGEST_ACRONYM = 6

Rule = Callable[[Subject], bool]


@cache
def _words(part: str) -> frozenset[str]:
    table = yaml.safe_load(files("morgue.browse.suspicions").joinpath("oddities.yml").read_text(encoding="utf-8"))
    return frozenset(table[part])


@cache
def _kinds() -> Mapping[str, str]:
    table = yaml.safe_load(files("morgue.browse.suspicions").joinpath("oddities.yml").read_text(encoding="utf-8"))
    return {label: kind for kind, labels in table["labels"].items() for label in labels}


def junk(subjects: Sequence[Subject]) -> Iterator[Suspicion]:
    """Names that look like no name, each with the reason."""
    peoples = frozenset(s.folded for s in subjects if s.kind == "group" and len(s.words) == 1)
    for subject in subjects:
        why = next((reason for reason, rule in _RULES if rule(subject)), None)
        if why or _people_and_noun(subject, peoples):
            yield Suspicion("drop", (subject,), why or "a people and a common noun")


def _torn_off(subject: Subject) -> bool:
    return subject.kind in ("organization", "other", "work", "place") and subject.folded in _words("lone_words")


def _furniture(subject: Subject) -> bool:
    padded = f" {subject.folded} "
    return any(f" {words} " in padded for words in _words("furniture")) or bool(re.search(r"https?:|www|@|©", padded))


def _no_letters(subject: Subject) -> bool:
    return not any(c.isalpha() for c in subject.name)


def _capitals(subject: Subject) -> bool:
    """Capitals in one article only; acronyms are short and one word."""
    long = len(subject.words) > 1 or len(subject.folded) > LONGEST_ACRONYM
    return subject.article_count == 1 and subject.name.isupper() and long


def _small(subject: Subject) -> bool:
    return subject.article_count == 1 and subject.name.islower()


def _sentence(subject: Subject) -> bool:
    return subject.article_count == 1 and subject.kind not in ("work", "event") and len(subject.words) > LONGEST


def _numbered_person(subject: Subject) -> bool:
    return subject.kind == "person" and any(c.isdigit() for c in subject.name)


_RULES: tuple[tuple[str, Rule], ...] = (
    ("a piece of a longer name", _torn_off),
    ("looks like page furniture", _furniture),
    ("no letters", _no_letters),
    ("a person with a number", _numbered_person),
    ("all capitals, in one article", _capitals),
    ("no capitals, in one article", _small),
    ("a whole sentence, in one article", _sentence),
)


def _people_and_noun(subject: Subject, peoples: frozenset[str]) -> bool:
    """A people's name before a common noun: Russian troops."""
    pair = len(subject.words) == 2 and subject.words[0] in peoples  # noqa: PLR2004 - two words
    return pair and subject.article_count == 1 and subject.name.split()[-1].islower()


def gainsaid(connection: sqlite3.Connection, subjects: Sequence[Subject]) -> Iterator[Suspicion]:
    """Entities that most mentions' labels call something else, unless a table knows better."""
    labels: dict[int, Counter[str]] = defaultdict(Counter)
    for row in all_rows(connection, LABELS):
        labels[row["entity_id"]][_kinds().get(row["label"], "other")] += row["n"]
    tabled = {row["entity_id"] for row in all_rows(connection, DECIDED)}
    for subject in subjects:
        counts = labels[subject.id]
        if subject.id in tabled or counts.total() < FEW:
            continue
        kind, count = min(counts.items(), key=lambda each: (-each[1], each[0]))
        if kind not in (subject.kind, "other") and count / counts.total() >= MAJORITY:
            yield Suspicion("kind", (subject,), f"{count} of {counts.total()} mentions are labelled so", kind)
