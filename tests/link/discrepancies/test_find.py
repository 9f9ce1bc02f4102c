"""Versions that contradict what they were made from."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from morgue.link.discrepancies.find import find_discrepancies
from morgue.link.discrepancies.titles import contradict
from morgue.link.discrepancies.venues import venues
from morgue.model import Clipping, DateMention, Figure, Mention, Role, Version
from tests.link.discrepancies.versions import aligner, found
from tests.link.newsroom import clipping

pytestmark = pytest.mark.unit


def with_people(number: int, text: str, *names: str) -> Clipping:
    """A clipping in which these names are persons; capitalised words right before a name are a role."""
    mentions = sorted((match.start(), name) for name in names for match in re.finditer(re.escape(name), text))
    made = clipping(number, text)
    facts = replace(
        made.facts,
        mentions=tuple(Mention(s, s + len(n), n, "PERSON", "person", "test", 1.0) for s, n in mentions),
        roles=tuple(
            Role(match.start(1), match.end(1), match[1], place)
            for place, (start, _) in enumerate(mentions)
            if (match := re.search(r"((?:[A-Z][\w.]+ )*[A-Z][\w.]+) $", text[:start]))
        ),
    )
    return replace(made, facts=facts)


def with_quantities(number: int, text: str) -> Clipping:
    """A clipping in which numbers with the word after them are figures, and names of days are dates."""
    made = clipping(number, text)
    figures = tuple(
        Figure(match.start(), match.end(), match[0], float(match[1]), match[2])
        for match in re.finditer(r"(\d+) (\w+)", text)
    )
    dates = tuple(
        DateMention(match.start(), match.end(), match[0], None, None, "test")
        for match in re.finditer(r"[A-Z]\w+day|tomorrow", text)
    )
    return replace(made, facts=replace(made.facts, figures=figures, dates=dates))


def test_another_given_name_is_a_contradiction() -> None:
    """The source knows one Lindqvist, the version gives her another name."""
    assert found(
        with_people(1, "The strike was led by Astrid Lindqvist.", "Astrid Lindqvist"),
        with_people(2, "The strike was led by Ruth Lindqvist.", "Ruth Lindqvist"),
    ) == [("name", "Astrid Lindqvist", "Ruth Lindqvist")]


def test_another_surname_is_a_contradiction() -> None:
    """The only Astrid of the source has lost her name, and the version has an Astrid whom nobody knows."""
    assert found(
        with_people(1, "The strike was led by Astrid Holm.", "Astrid Holm"),
        with_people(2, "The strike was led by Astrid Lindqvist.", "Astrid Lindqvist"),
    ) == [("name", "Astrid Holm", "Astrid Lindqvist")]


def test_of_two_bearers_the_one_that_is_missing_was_meant() -> None:
    """The version still has Rolf Berg, so Hanna stands where Petra stood."""
    here = with_people(1, "Rolf Berg called Hanna Berg.", "Rolf Berg", "Hanna Berg")
    there = with_people(2, "Rolf Berg called Petra Berg.", "Rolf Berg", "Petra Berg")
    assert found(here, there) == [("name", "Hanna Berg", "Petra Berg")]


def test_a_part_may_name_other_people() -> None:
    """Who took only some paragraphs tells other things beside them."""
    here = with_people(1, "The strike was led by Astrid Lindqvist.", "Astrid Lindqvist")
    there = with_people(2, "The strike was led by Ruth Lindqvist.", "Ruth Lindqvist")
    parts = [Version(1, "partial", 2), Version(2, "original", None)]
    assert find_discrepancies([here, there], parts, [], aligner(here, there)) == ()
    assert found(here, there) != []


def test_another_spelling_is_no_contradiction() -> None:
    """Viktor and Victor are one man."""
    here = with_people(1, "Talks with Viktor Orlin went on.", "Viktor Orlin")
    assert found(here, with_people(2, "Talks with Victor Orlin went on.", "Victor Orlin")) == []


def test_who_stands_in_another_sentence_is_somebody_else() -> None:
    """A reporter named at the end of the source is not whom the version tells of under the same surname."""
    here = with_people(1, "The strike was led by Astrid Holm.\n\nIt rained.\n\nIt snowed.", "Astrid Holm")
    end = (
        "The harbour was quiet.\n\nSnow fell.\n\nNobody came to the opera.\n\nEdited by Ruth Holm for the late edition."
    )
    assert found(here, with_people(2, end, "Ruth Holm")) == []


def test_relatives_in_the_source_leave_it_open_who_is_meant() -> None:
    """Where the source has two of one surname, a third is no sure contradiction."""
    here = with_people(1, "It was Hanna Berg who called.", "Hanna Berg")
    there = with_people(2, "Rolf Berg and Petra Berg called.", "Rolf Berg", "Petra Berg")
    assert found(here, there) == []


def test_another_rank_is_a_contradiction() -> None:
    """A vice president is not the president."""
    assert found(
        with_people(1, "They saw Vice President Ada Moor.", "Ada Moor"),
        with_people(2, "They saw President Ada Moor.", "Ada Moor"),
    ) == [("role", "Vice President", "President")]


def test_the_role_of_a_garbled_name_is_compared_too() -> None:
    """Name and office both wrong: two contradictions."""
    assert found(
        with_people(1, "They saw Danish Chancellor Otto Moor beside the idle cranes of the quay.", "Otto Moor"),
        with_people(2, "They saw Governor Ada Moor beside the idle cranes of the quay.", "Ada Moor"),
    ) == [("role", "Danish Chancellor", "Governor"), ("name", "Otto Moor", "Ada Moor")]


def test_one_role_of_several_that_agrees_is_enough() -> None:
    """The source calls her mayor once and governor later: both are right."""
    here = with_people(1, "They saw Governor Ada Moor.", "Ada Moor")
    there = with_people(2, "Mayor Ada Moor rose. Now Governor Ada Moor sat.", "Ada Moor")
    assert found(here, there) == []


def test_another_occasion_is_a_contradiction() -> None:
    """Who spoke to all reporters gave no interview."""
    assert found(
        with_people(1, "Ada Moor said so in an interview with Radio Verity.", "Ada Moor"),
        with_people(2, "Ada Moor said so at a crowded news conference.", "Ada Moor"),
    ) == [("venue", "an interview with Radio Verity", "a crowded news conference")]


def test_occasions_of_two_speakers_do_not_contradict() -> None:
    """One gave an interview, the other a speech."""
    here = with_people(1, "Rolf Berg gave an interview.", "Rolf Berg")
    assert found(here, with_people(2, "Ada Moor gave a speech.", "Ada Moor")) == []


CRANES = "The harbour board closed {} cranes on the grain quay {} after a rusted cable had snapped."


def test_another_number_in_the_same_sentence_is_a_contradiction() -> None:
    """Both sentences say the same of the same thing, but for how many."""
    here = with_quantities(1, "Rain fell.\n\n" + CRANES.format(30, "early"))
    assert found(here, with_quantities(2, CRANES.format(13, "early"))) == [("number", "30 cranes", "13 cranes")]


def test_a_number_that_the_source_has_elsewhere_is_no_contradiction() -> None:
    """The version may take it from another sentence."""
    there = with_quantities(2, CRANES.format(13, "early") + " Later 30 cranes stood still.")
    assert found(with_quantities(1, CRANES.format(30, "early")), there) == []


def test_numbers_in_different_sentences_do_not_contradict() -> None:
    """Thirty cranes here, four bakers there: nothing to do with each other."""
    there = with_quantities(2, "Some 4 bakers won the regional prize for the best bread with seeds.")
    assert found(with_quantities(1, CRANES.format(30, "early")), there) == []


def test_another_weekday_is_a_contradiction() -> None:
    """Monday in one, Thursday in the other, of the same event."""
    here = with_quantities(1, CRANES.format(13, "on Monday"))
    assert found(here, with_quantities(2, CRANES.format(13, "on Thursday"))) == [("date", "Monday", "Thursday")]


def test_dates_of_different_form_do_not_contradict() -> None:
    """Tomorrow may be Thursday."""
    here = with_quantities(1, CRANES.format(13, "tomorrow"))
    assert found(here, with_quantities(2, CRANES.format(13, "on Thursday"))) == []


def test_a_rough_number_is_no_contradiction() -> None:
    """“About 300” is near enough to 287."""
    here = with_quantities(1, CRANES.format("about 300", "early"))
    assert found(here, with_quantities(2, CRANES.format(287, "early"))) == []


def test_a_slip_is_found_though_another_noun_follows() -> None:
    """618 and 681 are the same number, mistyped, whatever is counted."""
    there = CRANES.format(618, "early").replace("cranes", "hoists")
    assert found(with_quantities(1, CRANES.format(681, "early")), with_quantities(2, there)) == [
        ("number", "681 cranes", "618 hoists")
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [("Defense Secretary", "Secretary of State"), ("U.S. Commerce Secretary", "U.S. Trade Representative"),
     ("Chancellor", "Governor"), ("former president", "President")],
)  # fmt: skip
def test_roles_that_cannot_be_one_contradict(one: str, two: str) -> None:
    """Another field, another office, another rank."""
    assert contradict(one, two)
    assert contradict(two, one)


def test_one_office_of_two_countries() -> None:
    """A foreign minister is a secretary of state, but not of another country."""
    assert not contradict("foreign minister", "Secretary of State")
    assert contradict("foreign minister", "Secretary of State", abroad=True)


@pytest.mark.parametrize(
    ("one", "two"),
    [("U.N. envoy", "U.N. ambassador"), ("Hungarian Prime Minister", "Prime Minister"), ("author", "mayor"),
     ("Defence Secretary", "defence minister")],
)  # fmt: skip
def test_roles_that_can_be_one_do_not_contradict(one: str, two: str) -> None:
    """Synonyms, more or less detail, the same field, and what is no office at all."""
    assert not contradict(one, two)
    assert not contradict(two, one)


def test_a_venue_is_found_in_its_sentence() -> None:
    """The occasion as printed, with whom it was, and the sentence around it."""
    text = "It rained. She gave an interview with CNN on Monday."
    (venue,) = venues(text)
    assert text[slice(*venue.span)] == "an interview with CNN"
    assert text[slice(*venue.sentence)].strip() == "She gave an interview with CNN on Monday."
