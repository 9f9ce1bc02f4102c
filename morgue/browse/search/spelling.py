"""What was perhaps meant, where a word is nowhere in the archive."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Mapping

from rapidfuzz import fuzz, process

from morgue.browse.query.language import Query
from morgue.browse.rows import all_rows, one_row

_LIKE_ENOUGH = 75  # of 100; "Puttin" is 91 like "Putin", "Ukrane" 92 like "Ukraine"
_SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]{3,}")

# The words of the most covered names and of the newest headlines and leads: small, ready, and what readers look for.
_NAMES = "SELECT name, article_count AS n FROM entities ORDER BY article_count DESC, id LIMIT 10000"
_HEADLINES = "SELECT headline AS name, 1 AS n FROM articles WHERE headline IS NOT NULL ORDER BY id DESC LIMIT 3000"
_LEADS = "SELECT lead AS name, 1 AS n FROM articles ORDER BY id DESC LIMIT 1000"
_KNOWN = "SELECT 1 FROM articles_fts WHERE articles_fts MATCH ? LIMIT 1"


def suggestion(connection: sqlite3.Connection, typed: str, query: Query) -> str | None:
    """What was typed, with each unknown word replaced by the known one most like it; None where there is none."""
    unknown = [word for word in _plain_words(query) if not _is_known(connection, word)]
    known = vocabulary(connection) if unknown else {}
    meant = {word: best for word in unknown if (best := _nearest(word, known))}
    better = re.sub(r"[^\W_]+", lambda match: meant.get(match[0], match[0]), typed)
    return better if better != typed else None


def _plain_words(query: Query) -> list[str]:
    terms = [term for clause in query.wanted for term in clause.terms]
    return list(dict.fromkeys(word for term in terms for words in term.words for word in _WORD.findall(words)))


def _is_known(connection: sqlite3.Connection, word: str) -> bool:
    return len(word) < _SHORTEST or one_row(connection, _KNOWN, (f'"{word}"',)) is not None


def vocabulary(connection: sqlite3.Connection) -> Mapping[str, int]:
    """Known words, each in the form that is met most, with how often it is met in any."""
    forms: Counter[str] = Counter()
    for asked in (_NAMES, _HEADLINES, _LEADS):
        for row in all_rows(connection, asked):
            for word in _WORD.findall(row["name"]):
                forms[word] += row["n"]
    commonest: dict[str, str] = {}
    totals: Counter[str] = Counter()
    for form, number in sorted(forms.items(), key=lambda each: (-each[1], each[0])):
        totals[commonest.setdefault(form.casefold(), form)] += number
    return totals


def _nearest(word: str, known: Mapping[str, int]) -> str | None:
    """The likeliest of the most alike words: of two as like, the one met more often, then the first by letters."""
    choices = {form: form.casefold() for form in known}
    found = process.extract(word.casefold(), choices, scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH, limit=10)
    return min((-score, -known[form], form) for _, score, form in found)[2] if found else None
