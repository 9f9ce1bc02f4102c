"""The evidence for a derivation, told in words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator

import pytest

from morgue.browse.evidence import Evidence, evidence
from tests.sample import NUMBER, ORIGINAL, REWRITE

pytestmark = pytest.mark.unit

Told = Callable[..., Evidence]


@pytest.fixture
def told(db: sqlite3.Connection) -> Iterator[Told]:
    """What is told of the rewrite when its evidence is as given."""
    changed = sqlite3.connect(":memory:")
    db.backup(changed)

    def tell(found: object, decided_by: str = "most sentences reworded", direction: str = "of") -> Evidence:
        changed.execute(
            "UPDATE reuse SET evidence = ?, decided_by = ?, direction = ? WHERE article_id = ?",
            (json.dumps(found), decided_by, direction, NUMBER[REWRITE.path]),
        )
        (row,) = evidence(changed, NUMBER[REWRITE.path])
        return row

    yield tell
    changed.close()


def test_numbers_come_first_and_say_what_they_count(told: Told) -> None:
    """Shares as percentages; what measured nothing is left out, what has no words of ours is called by its name."""
    row = told({"cosine": 0.5, "shared_5grams": 1200, "odd_signs": 3, "none": 0})
    assert row.measures == (
        ("1,200", "runs of five words in common"),
        ("50 %", "likeness of vocabulary"),
        ("3", "odd signs"),
    )


def test_lists_are_told_by_name(told: Told) -> None:
    """Empty ones are not told."""
    row = told({"shared_names": ["Ada", "Putin"], "shared_numbers": []})
    assert row.shared == (("names in common", ("Ada", "Putin")),)


def test_the_direction_has_its_reasons_and_its_doubts(told: Told) -> None:
    """In words; a reason that we have no words for is called by its name."""
    row = told({"source": ["credit", "older_ink"], "against": ["more quotes"]})
    assert row.reasons == ("says whose reporting it is", "older ink")
    assert row.doubts == ("prints more quotes",)


def test_a_person_outranks_rules_and_says_why(told: Told) -> None:
    """The note is Markdown, and safe."""
    row = told({"note": "They *said* so.<script>x</script>"}, "correction")
    assert row.by_person
    assert row.note_html == "<p>They <em>said</em> so.</p>"
    assert not row.shared
    assert not row.measures
    assert told({}).note_html == ""


def test_the_source_sees_who_took_from_it(db: sqlite3.Connection) -> None:
    """The same rows from the other side, the direction turned round."""
    rows = evidence(db, NUMBER[ORIGINAL.path])
    assert {row.direction for row in rows} == {"to"}
    assert len(rows) == 3
