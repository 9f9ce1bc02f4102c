"""The client reads queries as the server does: the same vectors, and whatever else is typed."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from morgue.browse.query.fts import excluded, with_all, with_any, with_some
from morgue.browse.query.language import MOST_CLAUSES, parse, stopwords
from tests.web.conftest import Run

pytestmark = pytest.mark.unit

VECTORS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "browse" / "query" / "vectors.json").read_text("utf-8")
)
PIECES = [
    "OR", "AND", "NOT", "NEAR", "NEAR(", "NEAR/3", ")", '"', "“", "”", "-", "+", "*", ",", "5", "ships", "the", "Über",
    "naïve", "東京", "a b", "\u00a0", "\u0085", "\u2003", "\ufeff", "’s", "'S", "²", "Ⅷ", "_", "snake_case", "\u0301",
    "🚢", "\x00", "SHOUTED", "ǅ", "İ", "ß", "^", ":", "(", "and", "or", "\n", "\t", "x" * 40,
]  # fmt: skip


def in_client(node: Run, typed: list[str]) -> list[dict[str, Any]]:
    """How the client reads each of these."""
    given = {"typed": typed, "stopwords": sorted(stopwords()), "mostClauses": MOST_CLAUSES}
    found: list[dict[str, Any]] = node("query.mjs", given)
    return found


def expressions(typed: str) -> dict[str, str | None]:
    """What the server makes of it."""
    query = parse(typed)
    return {
        "all": with_all(query),
        "some": with_some(query),
        "any": with_any(query),
        "excluded": excluded(query),
    }


def test_the_client_passes_the_same_vectors(node: Run) -> None:
    """Each vector is read by the client as by the server."""
    assert in_client(node, [vector["typed"] for vector in VECTORS]) == VECTORS


def test_the_client_reads_anything_as_the_server_does(node: Run) -> None:
    """Two thousand heaps of operators, marks, letters of many scripts and white space give the same expressions."""
    dice = random.Random(11)  # noqa: S311 - for variety, not for secrets
    typed = [dice.choice(("", " ")).join(dice.choices(PIECES, k=dice.randint(1, 12))) for _ in range(2000)]
    found = in_client(node, typed)
    told = [{name: each[name] for name in ("all", "some", "any", "excluded")} for each in found]
    assert told == [expressions(each) for each in typed]
