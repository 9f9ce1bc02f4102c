"""Roles printed beside persons."""

from __future__ import annotations

import pytest

from morgue.extract.roles import find_roles
from morgue.model import Mention

pytestmark = pytest.mark.unit


def roles(text: str, *names: str) -> list[str]:
    """The roles in a text in which the names are persons."""
    spans = [(text.index(name), name) for name in names]
    return [
        r.text for r in find_roles(text, [Mention(s, s + len(n), n, "PERSON", "person", "model", 1) for s, n in spans])
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("On Tuesday, Norwegian President Ada Lindqvist left.", "Norwegian President"),
        ("U.S. Secretary of State Ada Lindqvist left.", "U.S. Secretary of State"),
        ("After Vice President Ada Lindqvist left", "Vice President"),
        ("It was Norway’s Prime Minister Ada Lindqvist.", "Norway’s Prime Minister"),
        ("the career foreign service officer Ada Lindqvist", "career foreign service officer"),
        ("They asked Sen. Ada Lindqvist.", "Sen."),
        ("Defence Secretary Sir Ada Lindqvist left.", "Defence Secretary"),
        ("Norway’s U.N. ambassador, Ada Lindqvist, left.", "Norway’s U.N. ambassador"),
        ("The head of Norway’s Harbour Board, Ada Lindqvist, left.", "head of Norway’s Harbour Board"),
        ("Ada Lindqvist, the Norwegian Prime Minister, left.", "Norwegian Prime Minister"),
        ("Ada Lindqvist, head of the harbour’s research arm, left.", "head of the harbour’s research arm"),
        ("Ada Lindqvist, an analyst who left.", "analyst"),
        ("NATO Secretary-General Ada Lindqvist left.", "NATO Secretary-General"),
        ("It was a lawyer for President Ada Lindqvist.", "President"),
        ("Minister for Justice Ada Lindqvist left.", "Minister for Justice"),
        ("Counselor to the President Ada Lindqvist left.", "Counselor to the President"),
    ],
)
def test_a_role_is_found_beside_the_name(text: str, role: str) -> None:
    """Before the name, set off before it, or set off behind it: with its country, without its article."""
    assert roles(text, "Ada Lindqvist") == [role]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lindqvist left.",
        "Mr. Ada Lindqvist left.",
        "It was Tuesday. Ada Lindqvist left.",
        "She met the minister. Ada Lindqvist left.",
        "With the president, Ada Lindqvist left for Oslo.",
        "Ada Lindqvist, however, left.",
        "the minister\n\nAda Lindqvist left.",
        "It was an adviser to Ada Lindqvist.",
        "She told reporters Ada Lindqvist left.",
        "It was a major Ada Lindqvist speech.",
    ],
)
def test_no_role_is_made_up(text: str) -> None:
    """Forms of address, other sentences and other clauses give nobody an office."""
    assert roles(text, "Ada Lindqvist") == []


def test_a_neighbours_role_stays_the_neighbours() -> None:
    """In a list each has only the role printed for them."""
    text = "Rosa Imrie, President Ada Lindqvist and others"
    assert roles(text, "Rosa Imrie", "Ada Lindqvist") == ["President"]


def test_a_role_points_to_its_person() -> None:
    """The place among the mentions counts every mention."""
    text = "Norway sent President Ada Lindqvist."
    mentions = [
        Mention(0, 6, "Norway", "GPE", "place", "model", 1),
        Mention(22, 35, "Ada Lindqvist", "PERSON", "person", "model", 1),
    ]
    assert [(r.text, r.mention) for r in find_roles(text, mentions)] == [("President", 1)]


def test_a_role_tells_what_it_is_of() -> None:
    """A country, people or body inside the role is pointed to."""
    text = "Norwegian President Ada Lindqvist and Minister Rosa Imrie"
    mentions = [
        Mention(0, 9, "Norwegian", "NORP", "group", "model", 1),
        Mention(20, 33, "Ada Lindqvist", "PERSON", "person", "model", 1),
        Mention(47, 57, "Rosa Imrie", "PERSON", "person", "model", 1),
    ]
    assert [(r.text, r.of) for r in find_roles(text, mentions)] == [("Norwegian President", 0), ("Minister", None)]


def test_a_verb_may_join_a_role_to_its_person() -> None:
    """Who is, was or became something has that role."""
    assert roles("Ada Lindqvist is the foreign minister of Norway.", "Ada Lindqvist") == ["foreign minister of Norway"]
    assert roles("Ada Lindqvist was a keeper of ducks.", "Ada Lindqvist") == []
