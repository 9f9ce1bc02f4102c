"""Entities as the archive shows them: complete, in a stable order, with their names, aliases and addresses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from morgue.link.entities.find import link_entities
from tests.link.entities.clippings import clippings, entities, together

pytestmark = pytest.mark.unit

NAMES = """[P:Ada Okafor]|[P:Okafor]|[P:Mr. Okafor]|[P:Ben Okafor]|[X:Okafor]|[O:Harbour Board]|[O:HB]|[O:Board]
|[L:US]|[L:United States]|[G:American]|[O:Kremlin]|[P:Oslo]|[L:Oslo]|[P:Jr.]|[L:-]"""
MARKS = st.sampled_from(NAMES.split("|"))


@settings(deadline=None)  # the first reads the tables
@given(st.lists(st.lists(MARKS, max_size=8).map(" said ".join), max_size=4))
def test_every_mention_belongs_to_exactly_one_entity(texts: list[str]) -> None:
    """Whatever is printed, no mention is lost and none belongs to two, and addresses differ."""
    made = clippings(*texts)
    found, _ = link_entities(made)
    keys = [key for entity in found for key in entity.mentions]
    assert sorted(keys) == [(c.id, place) for c in made for place in range(len(c.facts.mentions))]
    assert len({entity.uid for entity in found}) == len(found)
    assert all(sum(a.mention_count for a in e.aliases) == len(e.mentions) for e in found)


def test_most_mentioned_first_then_by_name() -> None:
    """Entities come by number of mentions, and by name where these are equal."""
    found = entities("[L:Oslo] and [L:Bergen] and [L:Oslo], and [L:Arendal]")
    assert [entity.name for entity in found] == ["Oslo", "Arendal", "Bergen"]


def test_addresses_outlast_a_growing_archive() -> None:
    """An entity keeps its uid when more articles, other spellings and other entities join the archive."""
    before = entities("[P:Sergei Marlov] met [O:Harbour Board] in [L:Norway].")
    after = entities(
        "[P:Ada Okafor] sailed.",
        "[P:Sergei Marlov] met [O:Harbour Board] in [L:Norway].",
        "[P:Sergey Marlov] came back; [P:Sergey Marlov] left [L:Norway].",
    )
    assert {entity.uid for entity in before} <= {entity.uid for entity in after}


def test_person_is_shown_by_the_full_name_without_title() -> None:
    """The commonest full name heads the entity, whatever is printed more often."""
    (found,) = entities("[P:Gov. Ada Okafor] said. [P:Okafor] said. [P:Okafor’s] aide said. [P:Ada Okafor] left.")
    assert (found.name, found.kind) == ("Ada Okafor", "person")


def test_aliases_are_every_printed_form_with_its_rule() -> None:
    """Each form as printed is counted and names the rule that joined it."""
    (found,) = entities("[P:Ada Okafor] said. [P:Okafor] said. [P:Okafor] left.")
    assert [(a.name, a.mention_count, a.decided_by) for a in found.aliases] == [
        ("Okafor", 2, "surname in article"),
        ("Ada Okafor", 1, "same name"),
    ]


def test_kind_is_what_most_mentions_say() -> None:
    """One wrong label among several does not change what an entity is."""
    (found,) = entities("[L:Port Verity] and [L:Port Verity] and [O:Port Verity]")
    assert found.kind == "place"


def test_table_overrides_the_label() -> None:
    """What a table knows is what the table says, even where the model says otherwise."""
    (found,) = entities("[O:Norway] and [P:Norway]")
    assert (found.kind, found.name) == ("place", "Norway")


def test_person_labelled_as_place_is_outvoted() -> None:
    """A surname that the archive knows as a person's stays one where the model once calls it a place."""
    (found,) = entities("[P:Ada Okafor] said. [P:Okafor] said. [P:Okafor] said. [L:Okafor] left.")
    assert len(found.mentions) == 4


def test_rare_spelling_goes_with_common_ones() -> None:
    """A lone name labelled as a body is a person's where other spellings of it are."""
    found = entities("[P:Oleh Marenskyy] spoke. [P:Marenskyy] left.", "[P:Marensky] wrote.", "[O:Marenskiy] asks")
    assert [len(entity.mentions) for entity in found] == [4]


def test_full_name_labelled_as_a_body_is_the_person() -> None:
    """Where the archive knows the last word as a person's and nobody else bears it, a full name is that person's."""
    (found,) = entities("[O:Jaro Wimodo] won. [P:Wimodo] thanked voters; [P:Wimodo] left.")
    assert (found.name, found.kind) == ("Jaro Wimodo", "person")


def test_a_full_name_labelled_as_a_body_is_a_person_s_in_another_spelling() -> None:
    """Whose given name and sound of the surname the archive has as a person's is no body, however it is labelled."""
    found = entities("[P:Volodymyr Zelensky] spoke.", "[O:Volodymyr Zelenskiy] left.")
    assert [(entity.kind, len(entity.mentions)) for entity in found] == [("person", 2)]


@pytest.mark.parametrize("short", ["O:al-Okafor", "L:Lindqvist Okafor", "O:Lindqvist Okafor"])
def test_the_end_of_a_full_name_is_the_person(short: str) -> None:
    """What ends the full name of somebody in the article is short for it, however it is labelled."""
    found = entities(f"[P:Ada Lindqvist Okafor] spoke. [{short}] left.")
    assert [(entity.name, len(entity.mentions)) for entity in found] == [("Ada Lindqvist Okafor", 2)]


@pytest.mark.parametrize(
    "name", ["L:St. Adam", "O:St. Adam", "X:USS Adam Okafor", "O:NTV Adam Okafor", "O:Gen Adam Ok"]
)
def test_what_is_called_after_a_person_is_none(name: str) -> None:
    """Churches, towns and ships have saints' and captains' names; a broadcaster's initials are no title."""
    found = entities(f"[P:Adam Okafor] spoke. [P:Adam Okafor] left. [{name}] stayed.")
    assert [len(entity.mentions) for entity in found if entity.kind == "person"] == [2]


def test_the_surname_of_a_byname_is_the_person() -> None:
    """Whom the tables know in full, whatever the model made of the name, the article calls by the surname."""
    found = entities("[O:Recep Tayyip Erdogan] landed. [O:Erdogan] smiled.")
    assert [(entity.kind, len(entity.mentions)) for entity in found] == [("person", 2)]


def test_of_equally_common_spellings_the_first_is_shown() -> None:
    """Nothing tells which is right, so it is the one that the archive printed first."""
    (found,) = entities("[P:Sergey Okafor] spoke.", "[P:Siarhei Okafor] left.", "[P:Sergei Okafor] stayed.")
    assert found.name == "Sergey Okafor"


def test_garbled_name_is_reported() -> None:
    """An office holder named once beside a far commoner bearer of the surname is a warning that names both."""
    text = (
        "[P:Ada Okafor] spoke. [P:Okafor] said so. [P:Okafor] smiled. [P:Okafor] left. [P:Okafor] wrote. "
        "Norwegian Foreign Minister [P:Hans-Dieter Okafor] agreed."
    )
    found, problems = link_entities(clippings(text))
    assert [entity.name for entity in found] == ["Ada Okafor", "Hans-Dieter Okafor"]
    (problem,) = problems
    assert (problem.path, problem.stage, problem.level, problem.code) == ("1.txt", "link", "warning", "suspicious-name")
    assert "Ada Okafor" in problem.message
    assert "Hans-Dieter Okafor" in problem.message


def test_a_garbled_name_that_copies_repeat_is_reported() -> None:
    """In two copies of the rewrite it stands twice: still far more seldom than the name that it was made from."""
    text = "[P:Ada Okafor] and [P:Okafor]. [P:Okafor], [P:Okafor], [P:Okafor]. Senator [P:Hans-Dieter Okafor]."
    assert [problem.path for problem in link_entities(clippings(text, text))[1]] == ["1.txt", "2.txt"]


def test_relative_is_not_reported() -> None:
    """A person introduced as a relative shares the surname for a good reason."""
    text = (
        "[P:Ada Okafor] spoke. [P:Okafor] said so. [P:Okafor] smiled. [P:Okafor] left. [P:Okafor] wrote. "
        "Her brother, Senator [P:Hans-Dieter Okafor], agreed."
    )
    assert link_entities(clippings(text))[1] == ()


def test_empty_archive_has_no_entities() -> None:
    """No articles, no names, no problems."""
    assert link_entities([]) == ((), ())


def test_a_hyphen_before_an_arabic_article_is_a_space() -> None:
    """Rashid-al-Okafor and Rashid al-Okafor are one man."""
    assert together("[P:Omar Rashid al-Okafor] spoke.", "[P:Omar Rashid-al-Okafor] left.") == [
        ["Omar Rashid al-Okafor", "Omar Rashid-al-Okafor"]
    ]
