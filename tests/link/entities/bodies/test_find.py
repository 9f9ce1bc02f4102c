"""Organisations: tables, acronyms, short forms."""

import pytest

from morgue.link.entities import names
from morgue.link.vocabulary import table
from tests.link.entities.clippings import entities, rules, together

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("NATO", ["Nato", "North Atlantic Treaty Organization"]),
        ("European Union", ["EU", "E.U."]),
        ("United Nations", ["UN", "U.N."]),
        (
            "Organization for Security and Cooperation in Europe",
            ["OSCE", "Organization for Security and Co-operation in Europe"],
        ),
        ("The Associated Press", ["AP", "Associated Press"]),
    ],
)
def test_names_of_one_body(name: str, forms: list[str]) -> None:
    """Every name of a well-known body leads to one entity, shown by the table's name."""
    (found,) = entities(" and ".join(f"[O:{form}]" for form in forms))
    assert (found.name, found.kind) == (name, "organization")


@pytest.mark.parametrize(
    ("seat", "country"), [("Kremlin", "Russia"), ("White House", "United States"), ("Pentagon", "United States")]
)
def test_metonym_stays_itself_and_says_for_whom_it_speaks(seat: str, country: str) -> None:
    """A seat of power is no country, but about one."""
    found = entities(f"The [O:{seat}] spoke. [L:{country}] waited.")
    assert {(entity.name, entity.about) for entity in found} == {(seat, country), (country, None)}


def test_pronoun_that_looks_like_an_acronym_is_not_one() -> None:
    """Who is not the WHO."""
    assert together("The [O:WHO] met. [O:Who] spoke?") == [["WHO"], ["Who"]]


def test_acronym_in_brackets_means_the_name_before_it() -> None:
    """A name with its acronym in brackets explains it, whatever its letters are."""
    text = "[O:Fishers of the North] ([O:FINO]) met. [O:FINO] agreed."
    found = entities(text)
    assert rules(found, "Fishers of the North") == {"FINO": "acronym", "Fishers of the North": "same name"}


def test_acronym_means_the_name_with_these_initials() -> None:
    """Without brackets the initials tell, with or without the small words."""
    assert together("The [O:Institute of Herring Affairs] met. The [O:IHA] agreed.") == [
        ["Institute of Herring Affairs", "IHA"]
    ]


def test_acronym_of_the_article_comes_before_the_table() -> None:
    """Two bodies share initials: each article means its own."""
    assert together("The [O:Northern Ropemakers Association] met. The [O:NRA] agreed.", "The [O:NRA] lobbied.") == [
        ["Northern Ropemakers Association", "NRA"],
        ["NRA"],
    ]


def test_acronym_explained_elsewhere() -> None:
    """An acronym that only another article explains means the same, unless the articles disagree."""
    assert together("[O:Herring Export Fund] (HEF) met, the [O:HEF] said.", "The [O:HEF] agreed.") == [
        ["Herring Export Fund", "HEF", "HEF"]
    ]


def test_acronym_that_one_of_many_articles_explains_is_not_theirs() -> None:
    """Where a dozen articles print an acronym and one explains it, that one means something of its own."""
    told = "[O:Harbours Anew for Lads] (HAFL) met."
    assert together(told, *["The [O:HAFL] agreed."] * 12) == [["Harbours Anew for Lads"], ["HAFL"] * 12]


def test_two_letters_of_the_table_are_explained_by_brackets_only() -> None:
    """AP is the agency beside an Angler Panel, too, unless brackets say otherwise."""
    assert together("The [O:Angler Panel] met, the [O:AP] reported.") == [["Angler Panel"], ["AP"]]


def test_short_form_means_the_body_named_before() -> None:
    """First or last words of a body's name, or the words cut short, mean it after it has been named."""
    text = "[O:Harborough Rovers] lost. [O:Harb Rovers] won once; [O:Rovers] are last. [O:Harborough] wept."
    assert together(text) == [["Harborough Rovers", "Harb Rovers", "Rovers", "Harborough"]]


def test_short_form_of_two_bodies_stays_alone() -> None:
    """After two bodies with the same last word have been named, the word means neither."""
    assert together("[O:Lantern Post] and [O:Harbour Post] agreed. The [O:Post] said.")[2] == ["Post"]


def test_short_form_that_mostly_stands_alone_is_a_name_of_its_own() -> None:
    """A short name that the archive prints without the long one is another body's."""
    together_now = together("[O:Vesta Sports] won. [O:Vesta] cheered.", "[O:Vesta] grew.", "[O:Vesta] rose.")
    assert together_now == [["Vesta Sports"], ["Vesta", "Vesta", "Vesta"]]


def test_preposition_keeps_a_tail_from_being_a_short_form() -> None:
    """The Library of Alderney is not Alderney."""
    assert together("[O:Library of Alderney] opened. [O:Alderney] paid.") == [["Library of Alderney"], ["Alderney"]]


def test_no_name_stands_for_two_bodies() -> None:
    """In the tables of bodies and metonyms every folded name leads to one entry only."""
    tables = table("bodies")
    entries = {**tables["bodies"], **{name: entry["also"] for name, entry in tables["metonyms"].items()}}
    owner: dict[str, str] = {}
    for name, forms in entries.items():
        for form in (name, *forms):
            assert owner.setdefault(names.fold_body(form), name) == name


def test_the_members_of_a_group_are_the_group() -> None:
    """A Sikh, the Sikhs, and Tories beside one Tory."""
    assert len(entities("[G:Sikh] and [G:Sikhs]")) == 1
    assert len(entities("[G:Tory] and [G:Tories]")) == 1


def test_members_of_a_party_are_about_it() -> None:
    """Democrats, one Democrat and whatever is Democratic are one group about the party, which is a body."""
    found = {
        entity.name: entity
        for entity in entities("[G:Democrats], a [G:Democrat], [G:Democratic]; [O:Democratic Party]")
    }
    assert found["Democrats"].about == "Democratic Party"
    assert found["Democratic Party"].kind == "organization"


def test_a_body_with_its_nation_before_it() -> None:
    """The U.S. Centers for Disease Control are the table's, the U.S. Bureau of Buoys the archive's."""
    assert together("[O:CDC], the [O:U.S. Centers for Disease Control]") == [
        ["CDC", "U.S. Centers for Disease Control"]
    ]
    assert together("The [O:Bureau of Buoys].", "The [O:U.S. Bureau of Buoys].") == [
        ["Bureau of Buoys", "U.S. Bureau of Buoys"]
    ]


def test_a_country_is_not_the_acronym_of_its_senate() -> None:
    """US stands for the country, though the US Senate begins with the same letters."""
    assert together("The [O:US Senate] voted, said the [L:US].") == [["US Senate"], ["US"]]


def test_clues_tell_chambers_apart() -> None:
    """The House is the one that the rest of the article speaks of, and stays open where nothing does."""
    names_of = [
        entity.name
        for entity in entities(
            "The [O:House], said a Republican.", "The [O:House], said two MPs.", "The [O:House] is old."
        )
    ]
    assert names_of == ["House", "House of Commons", "United States House of Representatives"]


def test_states_as_papers_shorten_them() -> None:
    """Va. is Virginia; the VA is somebody else."""
    assert together("[L:Va.] and [L:Virginia]; the [O:VA]") == [["Va.", "Virginia"], ["VA"]]


def test_a_town_that_most_take_for_a_body_is_the_town() -> None:
    """The Benghazi attack was no attack by a body."""
    (found,) = entities("The [O:Benghazi] attack, the [O:Benghazi] report, in [L:Benghazi]")
    assert (found.kind, found.country) == ("place", "LY")


def test_a_short_form_is_known_where_its_article_never_prints_the_whole() -> None:
    """“Lochend” alone is Lochend Marine, as other articles call no one else so and print the whole name as often."""
    texts = ["[O:Lochend Marine] grew. [O:Lochend] hired."] * 3
    (names,) = together(*texts, "Shares of [O:Lochend] fell.")
    assert names.count("Lochend") == 4


def test_a_short_form_of_two_is_left_alone() -> None:
    """Where articles call two bodies so for short, a third article does not tell."""
    texts = ["[O:Lochend Marine] grew. [O:Lochend] hired.", "[O:Lochend Chapel] rang. [O:Lochend] sang."] * 3
    assert ["Lochend"] in together(*texts, "Shares of [O:Lochend] fell.")


def test_initials_with_one_capital_are_the_initials() -> None:
    """British papers print Nlsb for what others explain as NLSB."""
    found = together("The [O:Northern Lights Ships Board] ([O:NLSB]) met.", "At [O:Nlsb] they met.")
    assert found == [["Northern Lights Ships Board", "NLSB", "Nlsb"]]


def test_a_known_acronym_is_not_taken_by_a_name_in_jest() -> None:
    """A body that the tables know by its initials keeps them, unless brackets give them to another one."""
    assert together("The [O:Walrus News Network], said a man on [O:CNN].")[1] == ["CNN"]
    assert together("The [O:Cedar News Network] (CNN) and [O:CNN].") == [["Cedar News Network", "CNN"]]


def test_initials_may_have_small_letters_within() -> None:
    """DoJ is the DOJ that the tables know; Doj is a word."""
    assert len(together("The [O:Justice Department].", "The [O:DoJ].")) == 1


def test_an_agency_that_a_picture_is_credited_to_keeps_its_initials() -> None:
    """Behind a photographer AFP is the agency, whatever else in the article has these letters."""
    text = "The [O:Armed Forces of the Plains] came. Noel Roe/[O:AFP] [O:Agence France-Presse]"
    assert together(text) == [["Armed Forces of the Plains"], ["AFP", "Agence France-Presse"]]


def test_a_misprint_of_a_known_body_keeps_its_initials() -> None:
    """The Transportation and Security Administration's TSA is the TSA that everybody knows."""
    text = "[O:Transportation and Security Administration] staff: [O:TSA]. [O:Transportation Security Administration]"
    assert len(together(text)) == 1


def test_the_us_navy_is_not_the_un() -> None:
    """The letters of U.S. Navy are not U.N."""
    assert ["U.N.", "United Nations"] in together("The [O:U.S. Navy] left. [O:U.N.] men. The [O:United Nations] met.")


def test_a_firm_is_not_its_board() -> None:
    """What is named before “board” is no short form of the board."""
    assert together("The [O:Verity Motors Board of Directors] met. [O:Verity Motors] fell.") == [
        ["Verity Motors Board of Directors"],
        ["Verity Motors"],
    ]


def test_a_name_that_several_bear_is_its_usual_bearers() -> None:
    """Where nearly all articles that tell it mean one, so does an article that tells nothing."""
    told = ["The U.S. [O:Congress] met, a Republican said."] * 3
    (found,) = entities(*told, "The [O:Congress] met.")
    assert rules([found], "United States Congress")["Congress"] == "alias table"
    assert len(found.mentions) == 4


def test_in_an_article_on_another_country_the_usual_bearer_is_not_meant() -> None:
    """A country is named there, and nothing at home."""
    told = ["The U.S. [O:Congress] met, a Republican said."] * 3
    assert ["Congress"] in together(*told, "The [O:Congress] met in [L:Lima].")


def test_a_name_that_articles_give_to_several_has_no_usual_bearer() -> None:
    """As many mean another: it stays open."""
    told = ["The U.S. [O:Congress] met, a Republican said.", "Delhi waited for the [O:Congress] and Modi."] * 3
    assert ["Congress"] in together(*told, "The [O:Congress] met.")


def test_two_letters_that_nobody_explains_are_nobody_s() -> None:
    """VC may be anything, in an archive of some size; letters that a table knows, or an article explains, are not."""
    papers = [f"[P:Ada Okafor{chr(97 + number % 26)}] came." for number in range(100)]
    found = together(
        *papers, "The [O:VC] met the [O:EU].", "Some [O:VC] money.", "[O:Verity Oak] ([O:VO])", "the [O:VO]"
    )
    assert ["EU"] in found
    assert ["Verity Oak", "VO", "VO"] in found
    assert not any("VC" in names for names in found)
