"""The repairs one by one, on mentions as the model might have made them."""

from __future__ import annotations

import re

import pytest

from morgue.extract.mentions.apart import parted_names
from morgue.extract.mentions.certain import certain_names, is_certain
from morgue.extract.mentions.committees import listed_committees
from morgue.extract.mentions.complete import completed_persons, with_particles
from morgue.extract.mentions.context import initials, titled_persons, told_places
from morgue.extract.mentions.excess import without_excess
from morgue.extract.mentions.explained import explained_bodies
from morgue.extract.mentions.extend import extended_names, without_offices
from morgue.extract.mentions.headline import headline_names
from morgue.extract.mentions.join import joined_bodies, joined_persons
from morgue.extract.mentions.merge import merged
from morgue.extract.mentions.model import LABELS
from morgue.extract.mentions.offices import without_offices_behind
from morgue.extract.mentions.repeat import repeated_names
from morgue.extract.mentions.sane import sane_mentions
from morgue.extract.mentions.scores import teams_in_tables
from morgue.extract.mentions.shouted import shouted_names
from morgue.extract.mentions.side_by_side import names_apart
from morgue.extract.mentions.towns import known_towns
from morgue.extract.mentions.trim import trimmed_mentions
from morgue.extract.mentions.vote import known_surnames, majority_kinds
from morgue.model import EntityKind, Mention

pytestmark = pytest.mark.unit


def found(text: str, name: str, kind: EntityKind, nth: int = 0) -> Mention:
    """The mention that the model might have made of the nth appearance of a name in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(name, start + 1)
    return Mention(start, start + len(name), name, LABELS.get(kind, "MISC"), kind, "model", 0.7)


@pytest.mark.parametrize(
    ("printed", "name", "kind"),
    [
        ("the Harbour Board", "Harbour Board", "organization"),
        ("Norway’s", "Norway", "place"),
        ("Imrie's", "Imrie", "person"),
        ("“Imrie", "Imrie", "person"),
        ("President Joe Biden", "Joe Biden", "person"),
        ("Prime Minister Rosa Imrie", "Rosa Imrie", "person"),
        ("Mr. Okafor", "Okafor", "person"),
        ("Pope Francis", "Pope Francis", "person"),
        ("U.S.", "U.S.", "place"),
        ("U.S. Moreover", "U.S.", "organization"),
        ("Verity Inc.", "Verity Inc.", "organization"),
        ("Board (Leith)", "Board (Leith)", "organization"),
        ("Leith)", "Leith", "place"),
        ("DUBLIN 1996-08-31", "DUBLIN", "place"),
        ("this White House", "White House", "organization"),
        ("anti-Okafor", "Okafor", "group"),
        ("Okafor zero", "Okafor", "other"),
        ("Harbour Masters Are", "Harbour Masters", "organization"),
        ("Herbert Read", "Herbert Read", "person"),
        ("With Verity Press", "Verity Press", "organization"),
        ("Verity Press You", "Verity Press", "organization"),
        ("Another Verity Press", "Verity Press", "organization"),
        ("Meet Ada Okafor", "Ada Okafor", "person"),
        ("Imrie this past Friday", "Imrie", "organization"),
        ("Harbour Surveys of 800", "Harbour Surveys", "organization"),
        ("Group of 7", "Group of 7", "organization"),
        ("Harbour Board] minutes", "Harbour Board", "organization"),
        ("Verity News Commentator", "Verity News", "organization"),
        ("Verity News Senior Correspondent", "Verity News", "organization"),
        ("Office of the Chairman", "Office of the Chairman", "organization"),
        ("Bashar al-Assad", "Bashar al-Assad", "person"),
    ],
)
def test_what_stands_around_a_name_is_cut_off(printed: str, name: str, kind: EntityKind) -> None:
    """Articles, possessives, marks and titles are no part of a name; what abbreviates or belongs to it is."""
    assert [m.text for m in trimmed_mentions(printed, (found(printed, printed, kind),))] == [name]


@pytest.mark.parametrize(
    "text", ["Tuesday", "Feb", "he", "X", "2014", "www.example.org", "Commission", "’s", "D-N.M.", "Hide Caption 8"]
)
def test_what_cannot_be_a_name_is_dropped(text: str) -> None:
    """Days, pronouns, letters, numbers, addresses, seats, page furniture and bare common nouns name nothing."""
    assert sane_mentions(text, (found(text, text, "organization"),)) == ()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The U.S. agreed.", "U.S.", "place"),
        ("They met in Russia.", "Russia", "place"),
        ("The Norwegians won.", "Norwegians", "group"),
        ("Forces of NATO landed.", "NATO", "organization"),
        ("KATHMANDU — It rained.", "KATHMANDU", "place"),
        ("The United Nations met.", "United Nations", "organization"),
    ],
)
def test_certain_names_are_found_without_the_model(text: str, name: str, kind: EntityKind) -> None:
    """Countries, peoples and world bodies need no model, in capitals too."""
    assert [(m.text, m.kind, m.rule) for m in certain_names(text, ())] == [(name, kind, "gazetteer")]


def test_a_certain_name_corrects_the_kind() -> None:
    """The model may take Yalta for a body; it is a place."""
    text = "a new Yalta"
    assert [m.kind for m in certain_names(text, (found(text, "Yalta", "organization"),))] == ["place"]


def test_a_certain_name_inside_a_longer_one_stays_inside() -> None:
    """The Bank of Russia is one body, not a body and a country."""
    text = "the Bank of Russia"
    mention = found(text, "Bank of Russia", "organization")
    assert certain_names(text, (mention,)) == (mention,)


@pytest.mark.parametrize("text", ["It cost US $5.", "Chinatown", "Jordan scored."])
def test_what_only_looks_like_a_certain_name_is_left_alone(text: str) -> None:
    """Currencies, longer names and names that are also persons' are not the gazetteer's business."""
    assert certain_names(text, ()) == ()


def test_unsure_names_are_not_certain() -> None:
    """Georgia may be a woman, Russia may not."""
    assert is_certain("Russia")
    assert not is_certain("Georgia")


def test_accounts_are_no_names() -> None:
    """What follows @ is an account, whoever owns it."""
    text = "said @OkaforOffice"
    assert sane_mentions(text, (found(text, "OkaforOffice", "organization"),)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Okafor left.",
        "President Okafor left.",
        "Okafor, 45, left.",
        "Okafor (D-N.J.) left.",
        "Okafor, R-Ohio, left.",
    ],
)
def test_titles_ages_and_parties_make_persons(text: str) -> None:
    """Only persons have titles, ages, and seats for a party."""
    assert [m.kind for m in titled_persons(text, (found(text, "Okafor", "place"),))] == ["person"]


def test_a_title_inside_a_name_makes_a_person_without_it() -> None:
    """British papers print no full stop, and the model takes "Mr Okafor" for a body."""
    text = "said Mr Okafor later"
    assert [(m.text, m.kind) for m in titled_persons(text, (found(text, "Mr Okafor", "organization"),))] == [
        ("Okafor", "person")
    ]


@pytest.mark.parametrize("text", ["the town of Verity", "the capital of Verity", "the Verity region"])
def test_words_for_places_make_places(text: str) -> None:
    """What has a town or a region is a place."""
    assert [m.kind for m in told_places(text, (found(text, "Verity", "person"),))] == ["place"]


def test_towns_of_the_world_are_known_behind_in() -> None:
    """The gazetteer knows Kramatorsk, and that a poll of Gallup's was not taken in the town."""
    town, poll = "shells fell in Kramatorsk", "in Gallup’s poll"
    assert [m.kind for m in known_towns(town, (found(town, "Kramatorsk", "organization"),))] == ["place"]
    assert [m.kind for m in known_towns(poll, (found(poll, "Gallup", "organization"),))] == ["organization"]


@pytest.mark.parametrize(
    ("text", "seen", "name"),
    [
        ("President Han Duck-soo said", "Han Duck", "Han Duck-soo"),
        ("and Kais Saied greeted him", "Kais", "Kais Saied"),
        ("said Verity Lindqvist, who", "Lindqvist", "Lindqvist"),
        ("said Martin Lindqvist, who", "Lindqvist", "Martin Lindqvist"),
        ("the others, A G Okafor and", "Okafor", "A G Okafor"),
        ("Okafor Says It Will", "Okafor", "Okafor"),
        ("and Okafor Tuesday said", "Okafor", "Okafor"),
        ("a Newt Okafor-led party", "Newt Okafor", "Newt Okafor"),
    ],
)
def test_half_a_name_is_completed(text: str, seen: str, name: str) -> None:
    """A person's name goes on over a syllable, a surname, a given name or initials; headlines and days are no names."""
    assert [m.text for m in completed_persons(text, (found(text, seen, "person"),))] == [name]


def test_a_link_that_says_read_more_is_no_part_of_a_name() -> None:
    """The first of its words is cut off where the others follow: Read is a surname, too."""
    text = "Ada Okafor Read more about the harbour"
    assert [m.text for m in trimmed_mentions(text, (found(text, "Ada Okafor Read", "person"),))] == ["Ada Okafor"]


def test_the_words_above_a_caption_are_not_of_the_name() -> None:
    """“Hide” and “Image” are, where the caption follows."""
    text = "Leith Square Hide Caption 3"
    assert [m.text for m in trimmed_mentions(text, (found(text, "Leith Square Hide", "place"),))] == ["Leith Square"]


@pytest.mark.parametrize(
    ("text", "seen", "kind", "names"),
    [
        ("Verity and Imrie met. Verity, Imrie", "Verity and Imrie", "organization", ["Verity", "Imrie"]),
        ("Verity-Imrie. Verity, Imrie", "Verity-Imrie", "person", ["Verity", "Imrie"]),
        ("Verity-Imrie. Verity", "Verity-Imrie", "person", ["Verity-Imrie"]),
        ("Ada OkaforRead on. Ada Okafor", "Ada OkaforRead", "person", ["Ada Okafor"]),
        ("Leith Board (LB)", "Leith Board (LB", "organization", ["Leith Board"]),
        ("Okafor’s Harbour ban. Okafor", "Okafor’s Harbour", "other", ["Okafor"]),
    ],
)
def test_names_run_together_are_parted(text: str, seen: str, kind: EntityKind, names: list[str]) -> None:
    """Two known names, a glued link, an open bracket, an owner: one mention for each name."""
    others = [Mention(h.start(), h.end(), h[0], "ORG", kind, "model", 0.7) for n in names for h in re.finditer(n, text)]
    mention = found(text, seen, kind)
    spread = (mention, *(m for m in others if m.start >= mention.end))
    assert [m.text for m in parted_names(text, spread) if m.end <= mention.end] == names


def test_a_name_glued_to_another_link_is_furniture() -> None:
    """The tail of a list of links that names nobody in the text is dropped."""
    text = "Ada Okafor said. Grace OkaforHarbour closes"
    assert parted_names(text, (found(text, "Grace OkaforHarbour", "person"),)) == ()


def test_a_bare_name_behind_in_is_a_place() -> None:
    """A court sits in a town; but trust may be put in somebody whom the text knows."""
    text = "Ada Lindqvist rules in Verity. They trust in Lindqvist."
    names = (
        found(text, "Ada Lindqvist", "person"),
        found(text, "Verity", "person"),
        found(text, "Lindqvist", "person", 1),
    )
    assert [m.kind for m in told_places(text, names)] == ["person", "place", "person"]


def test_initials_in_brackets_are_the_body_everywhere() -> None:
    """Once explained, initials are known in the whole text."""
    text = "The Leith Harbour Board (LHB) met. The LHB voted."
    names = initials(text, (found(text, "Leith Harbour Board", "organization"),))
    assert [m.text for m in names] == ["Leith Harbour Board", "LHB", "LHB"]


def test_other_brackets_are_no_initials() -> None:
    """Letters in brackets that do not begin the name's words explain nothing."""
    text = "The Leith Harbour Board (UK) met. The UK voted."
    mention = found(text, "Leith Harbour Board", "organization")
    assert initials(text, (mention,)) == (mention,)


def test_a_body_cut_in_two_is_joined() -> None:
    """The model tends to stop before the country in a body's name."""
    text = "the Patriotic Union of Verity."
    parts = (found(text, "Patriotic Union of", "organization"), found(text, "Verity", "place"))
    assert [m.text for m in joined_bodies(text, parts)] == ["Patriotic Union of Verity"]


@pytest.mark.parametrize(
    ("line", "teams"),
    [
        ("LEITH 74 59 .556 -", ["LEITH"]),
        ("Leith 3 Port Verity 1", ["Leith", "Port Verity"]),
        ("LEITH AT PORT VERITY", ["LEITH", "PORT VERITY"]),
        ("Russia 3 Leith 1", ["Leith"]),
        ("Leith has 3 harbours.", []),
    ],
)
def test_towns_in_sports_tables_are_teams(line: str, teams: list[str]) -> None:
    """Nothing but names and scores on a line: bodies play there; a national team is its country."""
    text = f"Results of the day:\n\n{line}\n\nMore tomorrow."
    assert [m.text for m in teams_in_tables(text, ()) if m.kind == "organization"] == teams


def test_a_known_surname_is_a_person() -> None:
    """Somebody bare of a given name is who the full name says."""
    text = "Antony Blinken came. Blinken left."
    names = (found(text, "Antony Blinken", "person"), found(text, "Blinken", "place", 1))
    assert [(m.kind, m.rule) for m in known_surnames(text, names)] == [("person", "model"), ("person", "known surname")]


def test_a_country_is_nobodys_surname() -> None:
    """Somebody called Cuba does not turn the island into a person."""
    text = "Ada Cuba flew to Cuba."
    names = (found(text, "Ada Cuba", "person"), found(text, "Cuba", "place", 1))
    assert [m.kind for m in known_surnames(text, names)] == ["person", "place"]


def test_the_majority_decides_on_equal_names() -> None:
    """Two votes to one; a tie changes nothing."""
    text = "Imrie, Imrie, Imrie"
    kinds: tuple[EntityKind, ...] = ("person", "place", "person")
    one, two, three = (found(text, "Imrie", kind, n) for n, kind in enumerate(kinds))
    assert [m.kind for m in majority_kinds(text, (one, two, three))] == ["person"] * 3
    assert [m.kind for m in majority_kinds(text, (one, two))] == ["person", "place"]


def test_a_team_and_its_town_share_a_name() -> None:
    """No vote between places and bodies: the town plays for itself."""
    text = "Leith, Leith, Leith"
    kinds: tuple[EntityKind, ...] = ("organization", "place", "place")
    names = tuple(found(text, "Leith", kind, n) for n, kind in enumerate(kinds))
    assert majority_kinds(text, names) == names


def test_names_missed_elsewhere_are_found() -> None:
    """A full name and its surname count wherever they stand, but not as parts of other words."""
    text = "Ada Lindqvist came. Ada Lindqvist sat. Lindqvist left Lindqvists & Sons."
    names = repeated_names(text, (found(text, "Ada Lindqvist", "person"),))
    assert [m.text for m in names] == ["Ada Lindqvist", "Ada Lindqvist", "Lindqvist"]


def test_lone_names_found_twice_are_found_everywhere() -> None:
    """A word that the model took for the same body twice is the body a third time, unless it is a word of the text."""
    text = (
        "LEITHCO sold. LEITHCO bought. So LEITHCO grew. The Harbour paid, the Harbour won, but a harbour is a Harbour."
    )
    names = [found(text, "LEITHCO", "organization", n) for n in range(2)]
    names += [found(text, "Harbour", "organization", n) for n in range(2)]
    assert [m.text for m in repeated_names(text, tuple(names)) if m.rule == "repeated name"] == ["LEITHCO"]


def test_merging_prefers_the_larger_and_the_first() -> None:
    """A found name takes the place of those inside it and gives way to one that it only touches."""
    text = "Leith Harbour Board Street"
    board, harbour = found(text, "Harbour Board", "organization"), found(text, "Harbour", "place")
    street = found(text, "Board Street", "place")
    assert merged((harbour,), [board]) == (board,)
    assert merged((street,), [board]) == (street,)
    assert merged((), [street, board]) == (board,)


def test_a_verb_in_a_headline_is_no_name() -> None:
    """Where every word has a capital, what follows a known person's surname is the verb."""
    text = "Okafor Pulls Harbour Bill\n\nAda Okafor left."
    seen = (found(text, "Okafor Pulls", "organization"), found(text, "Ada Okafor", "person"))
    assert [(m.text, m.kind) for m in headline_names(text, seen)] == [("Okafor", "person"), ("Ada Okafor", "person")]
    calm = "Okafor Pulls harbour bill and leaves the town of Verity.\n\nAda Okafor left."
    assert headline_names(calm, (found(calm, "Okafor Pulls", "person"),))[0].text == "Okafor Pulls"


@pytest.mark.parametrize(
    ("shouted", "kind", "names"),
    [
        ("ADA OKAFOR EMAIL", "organization", ["ADA OKAFOR"]),
        ("HARBOUR OUTBREAK", "organization", []),
        ("LEITH BOARD", "person", ["LEITH BOARD"]),
        ("PORT VERITY", "place", ["PORT VERITY"]),
        ("LHB", "organization", ["LHB"]),
    ],
)
def test_shouted_names_need_a_witness(shouted: str, kind: EntityKind, names: list[str]) -> None:
    """Words in capitals are a name where the document says so calmly, or where they are a place's or a person's."""
    text = f"{shouted}\n\nAda Okafor of the Leith Board left."
    seen = (found(text, shouted, kind), found(text, "Ada Okafor", "person"), found(text, "Leith Board", "organization"))
    assert [m.text for m in shouted_names(text, seen)][:-2] == names


@pytest.mark.parametrize(
    ("text", "seen", "kind", "name"),
    [
        ("in the Verity Harbour Times today", "Verity", "organization", "Verity Harbour Times"),
        ("they went to Lower Leith Street by bus", "Lower Leith", "place", "Lower Leith Street"),
        ("Jane Roe Okafor spoke. Okafor left.", "Jane Roe", "person", "Jane Roe Okafor"),
        ("Jane Roe Tweeted that.", "Jane Roe", "person", "Jane Roe"),
        ("the Harbour Majority Leader spoke", "Harbour", "organization", "Harbour"),
        ("on Leith Monday they met", "Leith", "place", "Leith"),
        ("Verity Chief Executive Jane Roe", "Verity", "organization", "Verity"),
    ],
)
def test_a_name_goes_on_to_its_own_end(text: str, seen: str, kind: EntityKind, name: str) -> None:
    """Words with a capital that the model left out belong to the name, but titles, days and offices do not."""
    assert [m.text for m in extended_names(text, (found(text, seen, kind),))] == [name]


def test_half_of_an_office_is_no_name() -> None:
    """The Defense of a Defense Secretary names no body; by itself it may."""
    text = "Defense Secretary Jane Roe of the Defense Department"
    mentions = (found(text, "Defense", "organization"), found(text, "Defense", "organization", nth=1))
    assert without_offices(text, mentions) == mentions[1:]


def test_a_credit_is_two_names() -> None:
    """A slash parts a photographer from the paper; that between initials stays."""
    text = "Photo: Jane Roe/Verity Press, on HIV/AIDS"
    mentions = (found(text, "Jane Roe/Verity Press", "person"), found(text, "HIV/AIDS", "other"))
    assert [m.text for m in parted_names(text, mentions)] == ["Jane Roe", "Verity Press", "HIV/AIDS"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Society for Rest and Co-operation in Verity (SRCV) met", "Society for Rest and Co-operation in Verity"),
        ("The Verity Jam-Makers Union (VJMU) met", "Verity Jam-Makers Union"),
        ("the Verity Jam Board (VJB) met", "Verity Jam Board"),
    ],
)
def test_initials_in_brackets_tell_where_a_name_begins_and_ends(text: str, name: str) -> None:
    """A body's name goes from the word of its first initial to the bracket, whatever the model made of it."""
    cut = found(text, name.split(maxsplit=1)[0], "organization")
    assert [(m.text, m.kind, m.rule) for m in explained_bodies(text, (cut,))] == [(name, "organization", "explained")]


@pytest.mark.parametrize(
    "text", ["Ada Okafor Lindqvist (AOL) met", "the Verity Jam Board (WHO) met", "In May Verity (NBC) met"]
)
def test_brackets_that_explain_nothing(text: str) -> None:
    """Other letters, and the initials of a person, make no body."""
    person = found(text, "Okafor", "person") if "Okafor" in text else None
    there = (person,) if person else ()
    assert explained_bodies(text, there) == there


def test_a_person_cut_in_two_is_joined() -> None:
    """Where the end of a name stands by itself elsewhere, and its beginning nowhere."""
    text = "Luiz Inácio Lula da Silva leads. Lula da Silva will run."
    cut = (found(text, "Luiz Inácio", "person"), found(text, "Lula da Silva", "person"))
    mentions = (*cut, found(text, "Lula da Silva", "person", 1))
    assert [m.text for m in joined_persons(text, mentions)] == ["Luiz Inácio Lula da Silva", "Lula da Silva"]


@pytest.mark.parametrize("text", ["Ada Okafor Jane Roe left.", "Ada Okafor Roe left. Ada Okafor stayed."])
def test_two_people_side_by_side_stay_two(text: str) -> None:
    """A common given name begins a name of its own, and a name that stands alone elsewhere is whole."""
    second = "Jane Roe" if "Jane" in text else "Roe"
    mentions = (found(text, "Ada Okafor", "person"), found(text, second, "person"))
    assert joined_persons(text, mentions) == mentions


def test_a_rank_before_an_office_is_not_of_the_body_s_name() -> None:
    """“Harbour Office Press” before "Secretary" is the Harbour Office."""
    text = "Harbour Office Press Secretary Ada Okafor spoke."
    (mention,) = trimmed_mentions(text, (found(text, "Harbour Office Press", "organization"),))
    assert mention.text == "Harbour Office"


@pytest.mark.parametrize(
    ("text", "printed", "kind", "names"),
    [
        ("Verity Press - House clears the bill.", "Verity Press - House", "organization", ["Verity Press"]),
        ("Roe Stores: Property damage.", "Roe Stores: Property", "organization", ["Roe Stores"]),
        ("He wrote “Tides: A History”.", "Tides: A History", "work", ["Tides: A History"]),
        (
            "Bank of Verity President Thomas Roe left.",
            "Bank of Verity President Thomas Roe",
            "organization",
            ["Bank of Verity", "Thomas Roe"],
        ),
        ("Ask Microsoft, Imrie and Roe.", "Microsoft, Imrie", "organization", ["Microsoft", "Imrie"]),
        ("Ask Verity, Imrie and Roe.", "Verity, Imrie", "organization", ["Verity, Imrie"]),
        (
            "the Bureau of Boats, Department of Sails.",
            "Bureau of Boats, Department of Sails",
            "organization",
            ["Bureau of Boats", "Department of Sails"],
        ),
        ("Ask Microsoft, Imrie & Roe.", "Microsoft, Imrie", "organization", ["Microsoft, Imrie"]),
        ("Ask Verity, Inc. and Roe.", "Verity, Inc.", "organization", ["Verity, Inc."]),
        ("Oslo, Norway, and Roe.", "Oslo, Norway", "place", ["Oslo, Norway"]),
        ("the Bureau of Boats, Sails.", "Bureau of Boats, Sails", "organization", ["Bureau of Boats, Sails"]),
        (
            "University of Verity, Oslo, and",
            "University of Verity, Oslo",
            "organization",
            ["University of Verity, Oslo"],
        ),
    ],
)
def test_what_a_list_or_an_office_runs_together_is_parted(
    text: str, printed: str, kind: EntityKind, names: list[str]
) -> None:
    """A name ends before a colon or a dash with spaces, works aside; a body's officer is a name of its own."""
    assert [m.text for m in parted_names(text, (found(text, printed, kind),))] == names


def test_a_score_behind_a_known_name_is_cut_off() -> None:
    """“Roe 50–10” is Roe, where the document has a Roe."""
    text = "Roe ran. Okafor led Roe 50–10."
    mentions = (found(text, "Roe", "person"), found(text, "Roe 50–10", "person"))
    assert [m.text for m in parted_names(text, mentions)] == ["Roe", "Roe"]


def test_a_word_before_a_known_full_name_is_cut_off_whatever_the_kind() -> None:
    """“Billionaire Thomas Roe” is Thomas Roe, even where the model took it for a work."""
    text = "Billionaire Thomas Roe sailed. Thomas Roe said so."
    mentions = (found(text, "Billionaire Thomas Roe", "work"), found(text, "Thomas Roe", "person", 1))
    assert [m.text for m in parted_names(text, mentions)] == ["Thomas Roe", "Thomas Roe"]


def test_an_initial_is_completed_with_the_name_before_it() -> None:
    """“A. Imrie” behind another name with a capital is half a name."""
    text = "He is the Oyelaran A. Imrie professor of law."
    (mention,) = completed_persons(text, (found(text, "A. Imrie", "person"),))
    assert mention.text == "Oyelaran A. Imrie"


def test_an_arabic_surname_belongs_to_the_name_before_it() -> None:
    """What stands with its article behind a name is the rest of it, even if the model took it for a place."""
    text = "President Adel Okafor el-Verity spoke."
    cut = (found(text, "Adel Okafor", "person"), found(text, "Verity", "place"))
    assert [(m.text, m.kind) for m in completed_persons(text, cut)] == [("Adel Okafor el-Verity", "person")]


def test_a_particle_belongs_to_the_surname_that_has_it_elsewhere() -> None:
    """In "quoted de Verity" the name begins with the particle, since the document has a Jane de Verity."""
    text = "Jane de Verity spoke. Roe quoted de Verity. It was full of Roe."
    cut = (found(text, "Jane de Verity", "person"), found(text, "Verity", "person", 1), found(text, "Roe", "person", 1))
    assert [m.text for m in with_particles(text, cut)] == ["Jane de Verity", "de Verity", "Roe"]


def test_a_body_and_a_person_whom_the_document_names_are_parted() -> None:
    """“Verity Teachers Guild Jane Roe” is a body and a person, where the document has Jane Roe by herself."""
    text = "Jane Roe came. Verity Teachers Guild Jane Roe spoke."
    mentions = (found(text, "Jane Roe", "person"), found(text, "Verity Teachers Guild Jane Roe", "organization"))
    parted = [(m.text, m.kind) for m in parted_names(text, mentions)]
    assert parted == [("Jane Roe", "person"), ("Verity Teachers Guild", "organization"), ("Jane Roe", "person")]
    assert [m.text for m in parted_names(text, mentions[1:])] == ["Verity Teachers Guild Jane Roe"]


def test_a_name_that_a_bracket_opens_is_none() -> None:
    """A bracket that never closes leaves nothing before it."""
    text = "so said (Jane Roe"
    assert parted_names(text, (found(text, "(Jane Roe", "person"),)) == ()


def test_a_committee_goes_on_to_the_end_of_what_it_is_on() -> None:
    """A list behind a committee's name belongs to it, and takes in what the model saw there; people do not."""
    text = "the Subcommittee on Harbours, Boats, and Related Agencies met"
    mentions = (found(text, "Subcommittee on Harbours", "organization"), found(text, "Boats", "other"))
    assert [m.text for m in extended_names(text, mentions)] == [text[4:-4]]

    text = "the Subcommittee on Harbours, Jane Roe and Ada Imrie met"
    mentions = (found(text, "Subcommittee on Harbours", "organization"), found(text, "Jane Roe", "person"))
    assert [m.text for m in extended_names(text, mentions)] == ["Subcommittee on Harbours", "Jane Roe"]


def test_a_number_behind_a_name_is_no_part_of_it() -> None:
    """The model takes its sign with the name."""
    text = "In Verity Papers No. 10 he wrote"
    (name,) = trimmed_mentions(text, (found(text, "Verity Papers No", "organization"),))
    assert name.text == "Verity Papers"


def test_a_title_may_begin_as_sentences_do() -> None:
    """Works are called what they like."""
    text = "He read With Verity today"
    (name,) = trimmed_mentions(text, (found(text, "With Verity", "work"),))
    assert name.text == "With Verity"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Harbour Commission on Boat Safety met", "Harbour Commission on Boat Safety"),
        ("The Harbour Commission on Tuesday met", "Harbour Commission"),
    ],
)
def test_a_commission_is_on_what_it_is_on(text: str, name: str) -> None:
    """Its subject is a part of its name; the day that it sits on is not."""
    (joined,) = joined_bodies(text, (found(text, "Harbour Commission", "organization"),))
    assert joined.text == name


def test_a_committee_of_a_chamber_is_one_name() -> None:
    """The model cuts a list of subjects at its commas."""
    text = "The Senate Boats, Sails, Ropes and Kettles Committee met"
    cut = (found(text, "Senate Boats, Sails", "organization"), found(text, "Kettles Committee", "organization"))
    (whole,) = listed_committees(text, cut)
    assert whole.text == "Senate Boats, Sails, Ropes and Kettles Committee"


@pytest.mark.parametrize(
    ("printed", "name", "kind"),
    [
        ("Roe-era", "Roe", "person"),
        ("Rada-ye", "Rada-ye", "person"),
        ("toldThe Verity Post", "Verity Post", "organization"),
        ("this?The Harbour Board", "Harbour Board", "organization"),
        ("closed.[4] Okafor", "Okafor", "person"),
        ("[Ada] Okafor", "[Ada] Okafor", "person"),
        ("Harbour BoardMonday", "Harbour Board", "organization"),
        ("Ada Okafor!Okafor", "Ada Okafor", "person"),
        ("Yahoo! News", "Yahoo! News", "organization"),
        ("Harbour Clause of the Constitution", "Harbour Clause", "other"),
        ("Constitution of the Constitution", "Constitution of the Constitution", "other"),
        ("Verity Inc. VRTY", "Verity Inc.", "organization"),
        ("Ada Okafor Listen", "Ada Okafor", "person"),
        ("Ada Okafor/EPA", "Ada Okafor", "person"),
        ("Edward Imrie 42", "Edward Imrie", "person"),
        ("Edward 42", "Edward 42", "person"),
        ("Va. Okafor", "Okafor", "person"),
        ("Who Lives?Roe", "Who Lives?Roe", "work"),
    ],
)
def test_words_of_the_sentence_and_the_page_are_cut_off(printed: str, name: str, kind: EntityKind) -> None:
    """What is glued to a name, an adjective's second half, buttons, figures and shares are no part of it."""
    assert [m.text for m in without_excess(printed, (found(printed, printed, kind),))] == [name]


@pytest.mark.parametrize(("after", "name"), [("caption", "Verity"), ("Board", "Verity Image")])
def test_the_image_of_a_caption_is_not_its_owner_s(after: str, name: str) -> None:
    """Pages print "Image copyright", the owner, and "Image caption" in one line."""
    text = f"Image copyright Verity Image {after} Harbour at night"
    assert [m.text for m in without_excess(text, (found(text, "Verity Image", "organization"),))] == [name]


@pytest.mark.parametrize(("before", "count"), [("Under Secretary of", 0), ("the office", 1)])
def test_the_rest_of_an_office_is_no_body(before: str, count: int) -> None:
    """An Under Secretary of "State for Harbour Affairs" is one of the State Department."""
    text = f"{before} State for Harbour Affairs Ada Okafor"
    assert len(without_excess(text, (found(text, "State for Harbour Affairs", "organization"),))) == count


@pytest.mark.parametrize(
    ("text", "head", "whole"),
    [
        ("the Institute of Boats and Harbour Affairs said", "Institute of Boats", "and Harbour Affairs"),
        ("the Institute of Boats and NATO said", "Institute of Boats", ""),
        ("the Institute of Boats and Harbour Board said", "Institute of Boats", ""),
        ("the Institute of Boats and Harbour Affairs Minister Roe", "Institute of Boats", ""),
        ("left the White House for Verity then", "White House", ""),
        ("in the House of Verity then", "House", "of Verity"),
    ],
)
def test_a_body_is_of_two_things_where_neither_is_a_name(text: str, head: str, whole: str) -> None:
    """What follows “and” belongs to an institute, unless it is a body; whom a seat is for, the sentence says."""
    (mention,) = joined_bodies(text, (found(text, head, "organization"),))
    assert mention.text == f"{head} {whole}".strip()


def test_the_second_thing_may_not_be_a_person_or_a_name_found_by_itself() -> None:
    """“Institute of Boats and Okafor” are two."""
    text = "the Institute of Boats and Okafor spoke"
    mentions = (found(text, "Institute of Boats", "organization"), found(text, "Okafor", "person"))
    assert joined_bodies(text, mentions) == mentions


def test_a_preposition_with_a_capital_does_not_extend_a_name() -> None:
    """A caption's next sentence begins with “On”."""
    text = "Photos: Verity Press On that day the Press met"
    (mention,) = extended_names(text, (found(text, "Verity Press", "organization"),))
    assert mention.text == "Verity Press"


@pytest.mark.parametrize(
    ("name", "officer", "kept"),
    [
        ("Verity Insurance", "Commissioner", "Verity"),
        ("Verity State", "Sen.", "Verity"),
        ("Verity Insurance", "Company", "Verity Insurance"),
        ("House Budget", "Commissioner", "House Budget"),
        ("Department of Education", "Secretary", "Department of Education"),
    ],
)
def test_the_portfolio_before_an_officer_is_not_of_the_body_s_name(name: str, officer: str, kept: str) -> None:
    """An Insurance Commissioner of Verity is Verity's; committees and departments keep what they are of."""
    text = f"{name} {officer} Ada Okafor spoke."
    (mention,) = without_excess(text, (found(text, name, "organization"),))
    assert mention.text == kept


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("So said Mary Imrie Okafor, who sails.", "Mary Imrie Okafor"),
        ("So said Mary Imrie Okafor, who sails. Imrie did not.", "Mary Imrie"),
        ("So said Mary Imrie Tonight, who sails.", "Mary Imrie"),
        ("So said Mary Imrie Marion (Mary) Imrie there.", "Mary Imrie"),
    ],
)
def test_a_third_name_is_found_where_the_second_is_no_surname(text: str, name: str) -> None:
    """“Mary Imrie” goes on to Okafor unless an Imrie stands by herself, or the page runs on."""
    assert [m.text for m in completed_persons(text, (found(text, "Mary Imrie", "person"),))] == [name]


@pytest.mark.parametrize(
    ("text", "name", "kind", "names"),
    [
        ("He worked with Okafor. Plus the rest", "Okafor. Plus", "organization", ["Okafor"]),
        ("He worked with Imrie. Norway paid", "Imrie. Norway", "organization", ["Imrie", "Norway"]),
        ("the IRS.House committees", "IRS.House", "organization", ["IRS"]),
        ("the Verity Assoc. Stores", "Verity Assoc. Stores", "organization", ["Verity Assoc. Stores"]),
        ("ambassador to Norway Mary Okafor said", "Norway Mary Okafor", "organization", ["Norway", "Mary Okafor"]),
        ("the Norway Mary Museum said", "Norway Mary Museum", "organization", ["Norway Mary Museum"]),
        ("the Norway Marine Corps said", "Norway Marine Corps", "organization", ["Norway Marine Corps"]),
        ("Roe/AFP Harbour Guild members march", "AFP Harbour Guild", "organization", ["Harbour Guild"]),
        ("the news of AFP Harbour Guild", "AFP Harbour Guild", "organization", ["AFP Harbour Guild"]),
        ("It rained. Via Verity, here it is", "Via Verity", "organization", ["Verity"]),
        ("They walked along Via Verity then", "Via Verity", "place", ["Via Verity"]),
        ("the book “Imrie. Norway” sold", "Imrie. Norway", "work", ["Imrie. Norway"]),
    ],
)
def test_names_that_stand_side_by_side_are_two(text: str, name: str, kind: EntityKind, names: list[str]) -> None:
    """A full stop, a nation before a full name and a photograph's credit part them; abbreviations do not."""
    assert [m.text for m in names_apart(text, (found(text, name, kind),))] == names


def test_somebody_of_a_body_is_two_names_where_the_document_knows_the_surname() -> None:
    """“Okafor of Verity Press” is a person and a body, beside an Ada Okafor; “Bank of Verity” is one."""
    text = "Ada Okafor spoke. So did Okafor of Verity Press, and the Bank of Verity."
    ada, pair = found(text, "Ada Okafor", "person"), found(text, "Okafor of Verity Press", "organization")
    bank = found(text, "Bank of Verity", "organization")
    parts = names_apart(text, (ada, pair, bank))
    assert [(m.text, m.kind) for m in parts] == [
        ("Ada Okafor", "person"),
        ("Okafor", "person"),
        ("Verity Press", "organization"),
        ("Bank of Verity", "organization"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "kind", "kept"),
    [
        ("Leith County District Attorney Ada Okafor", "Leith County District", "place", ["Leith County"]),
        ("Leith County State’s Attorney Ada Okafor", "Leith County State", "place", ["Leith County"]),
        ("the Leith County District school", "Leith County District", "place", ["Leith County District"]),
        ("Federal District Judge Ada Okafor", "Federal District", "place", []),
        ("Navy Capt. Ada Okafor said", "Navy Capt", "person", ["Navy"]),
        ("retired Brig. Gen. Ada Okafor", "Brig", "organization", []),
        ("said Command Sgt. Ada Okafor", "Command Sgt", "person", []),
        ("said Rear Adm, Ada Okafor", "Adm", "person", []),
        ("Verity Institute Dr. Ada Okafor", "Verity Institute Dr", "organization", ["Verity Institute"]),
        ("a Navy Lieutenant Commander Okafor", "Navy Lieutenant Commander", "organization", ["Navy"]),
        ("the Army General Hospital", "Army General Hospital", "organization", ["Army General Hospital"]),
        ("Verity VRTY, +7.38% rose", "Verity VRTY", "organization", ["Verity"]),
        ("Verity Inc. VRTY, -2.3%", "VRTY", "organization", []),
        ("the Verity VRTY chapter", "Verity VRTY", "organization", ["Verity VRTY"]),
        ("Secretary of State Okafor said", "State Okafor", "person", ["Okafor"]),
        ("Pope Imrie Norwegian President Ada Okafor", "Imrie Norwegian", "person", ["Imrie"]),
        ("“Navy Capt. Okafor” sold", "Navy Capt", "work", ["Navy Capt"]),
    ],
)
def test_what_an_officer_or_a_price_begins_with_is_no_part_of_a_name(
    text: str, name: str, kind: EntityKind, kept: list[str]
) -> None:
    """Half of an office, a rank and a share's sign are cut off; what is nothing else is no name."""
    assert [m.text for m in without_offices_behind(text, (found(text, name, kind),))] == kept


def test_a_service_that_was_taken_for_a_person_is_a_body() -> None:
    """“Navy Capt” was taken for somebody's name."""
    text = "Navy Capt. Ada Okafor said"
    (mention,) = without_offices_behind(text, (found(text, "Navy Capt", "person"),))
    assert mention.kind == "organization"


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("Center on Boats", ", Harbours and Public Policy"),
        ("Department of Norse", " and Coastal Studies"),
        ("Sails Program for Women", ", Infants and Children"),
        ("Nutrition Program for Women", ", Infants and Children"),
        ("Department of Boats", ""),
    ],
)
def test_a_list_of_what_a_body_is_on_belongs_to_its_name(head: str, rest: str) -> None:
    """Where it ends in a subject; other names behind a body are names of their own."""
    text = f"the {head}{rest} and Verity Press said" if not rest else f"the {head}{rest} said"
    (mention,) = joined_bodies(text, (found(text, head, "organization"),))
    assert mention.text == f"{head}{rest}"


def test_a_list_with_a_person_in_it_is_not_joined() -> None:
    """“Center on Boats, Okafor and Public Policy” names somebody."""
    text = "the Center on Boats, Okafor and Public Policy said"
    mentions = (found(text, "Center on Boats", "organization"), found(text, "Okafor", "person"))
    assert joined_bodies(text, mentions) == mentions
