"""Countries, their peoples, and places of several names."""

import pytest

from morgue.link.entities import names
from morgue.link.vocabulary import table
from tests.link.entities.clippings import entities, together

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("United States", ["U.S.", "US", "USA", "United States of America", "America", "the United States"]),
        ("United Kingdom", ["UK", "U.K.", "Britain", "Great Britain"]),
        ("Russia", ["Russian Federation", "Russia’s"]),
        ("Kyiv", ["Kiev"]),
        ("Odesa", ["Odessa"]),
    ],
)
def test_names_of_one_place(name: str, forms: list[str]) -> None:
    """Every name of a country or city leads to one entity, shown by the table's name."""
    (found,) = entities(" and ".join(f"[L:{form}]" for form in forms))
    assert (found.name, found.kind) == (name, "place")


def test_parts_are_not_the_whole() -> None:
    """England is not the United Kingdom, and a capital is not its country."""
    assert len(entities("[L:England], [L:Northern Ireland], [L:Ireland], [L:Britain], [L:London]")) == 5


def test_people_are_a_group_about_their_country() -> None:
    """Demonyms, singular and plural, are one group that points to the country."""
    (found,) = entities("[G:Russian] troops, [G:Russians]")
    assert (found.name, found.kind, found.about) == ("Russians", "group", "Russia")


def test_pronoun_among_capitals_is_no_country() -> None:
    """US between words in capitals may be the pronoun and stays by itself."""
    assert together("LET [L:US] SPEAK, they cried.", "The [L:US] agreed with the [L:United States].") == [
        ["US"],
        ["US", "United States"],
    ]


def test_lower_case_is_no_country() -> None:
    """A common noun that the model takes for a name is no country."""
    assert together("[L:Turkey] roasted. He ate [X:turkey].") == [["Turkey"], ["turkey"]]


def test_other_places_tell_homonyms_apart() -> None:
    """Two places of one name are told apart by what else their articles name."""
    state, country = "[L:Georgia] voted, [L:Savannah] counted.", "[L:Georgia] voted, [L:Batumi] counted."
    found = {entity.name: entity.country for entity in entities(state, country, "[L:Georgia] and [L:Alabama]")}
    assert (found["Georgia"], found["Georgia (U.S. state)"]) == ("GE", "US")


@pytest.mark.parametrize("text", ["[L:Georgia] voted.", "[L:Georgia], [L:Alabama], [L:Turkey] and [L:Russia]"])
def test_a_homonym_that_the_article_leaves_open_stays_open(text: str) -> None:
    """Where nothing or as much speaks for the one as for the other, it is a place without a country."""
    found = next(entity for entity in entities(text) if entity.name.startswith("Georgia"))
    assert (found.name, found.kind, found.country) == ("Georgia (left open)", "place", None)


@pytest.mark.parametrize("elsewhere", ["[L:Texas]", "[G:Americans]"])
def test_a_homonym_among_places_of_one_country_is_the_usual_one(elsewhere: str) -> None:
    """An article that names the US and no other country means the state."""
    assert "Georgia (U.S. state)" in {entity.name for entity in entities(f"[L:Georgia] voted with {elsewhere}.")}


@pytest.mark.parametrize("marked", ["[L:Georgia] Governor Ada Roe", "the state of [L:Georgia]"])
def test_a_governor_tells_the_state(marked: str) -> None:
    """What only a state has is the state's, whatever else an article names."""
    assert "Georgia (U.S. state)" in {entity.name for entity in entities(f"{marked} met [L:Turkey].")}


def test_the_seat_of_a_government_is_about_it() -> None:
    """A capital that stands for who governs from there stays a place and says so; no other town does."""
    found = {entity.name: entity for entity in entities("[L:Brussels] told [L:Washington], not [L:Antwerp].")}
    assert {name: (entity.kind, entity.about) for name, entity in found.items()} == {
        "Brussels": ("place", "European Union"),
        "Washington": ("place", "United States"),
        "Antwerp": ("place", None),
    }


@pytest.mark.parametrize(
    ("name", "country", "north"),
    [
        ("Tbilisi", "GE", 41),
        ("Paris", "FR", 48),
        ("Kiev", "UA", 50),
        ("Bombay", "IN", 19),
        ("Alabama", "US", None),
        ("Springfield", "US", None),
        ("Birmingham", None, None),
        ("England", "GB", None),
        ("Donbas", None, None),
    ],
)
def test_where_places_are(name: str, country: str | None, north: int | None) -> None:
    """A place has a country as far as its name tells, and coordinates where it is one town."""
    (found,) = entities(f"[L:{name}]")
    assert (found.country, None if found.latitude is None else int(found.latitude)) == (country, north)


def test_former_names_of_towns() -> None:
    """The gazetteer knows what towns were called."""
    (found,) = entities("[L:Mumbai], once [L:Bombay]")
    assert [alias.decided_by for alias in found.aliases] == ["gazetteer", "same name"]


def test_no_name_stands_for_two_countries() -> None:
    """In the table of countries every folded name leads to one entry only."""
    owner: dict[str, str] = {}
    for country, entry in table("countries").items():
        for form in (country, *entry.get("also", ()), *entry["people"]):
            assert owner.setdefault(names.fold_body(form), country) == country


@pytest.mark.parametrize(
    ("marked", "state"),
    [
        ("a town in [L:TX] today", "[L:Texas]"),
        ("Ada Okafor (R-[L:PA]) came", "[L:Pennsylvania]"),
        ("born in Leith, [L:MS] in May", "[L:Mississippi]"),
        ("Ada Okafor ([O:ID]) came", "[L:Idaho]"),
    ],
)
def test_two_letters_are_the_state_that_the_post_knows_by_them(marked: str, state: str) -> None:
    """Behind a town, a party or a name in brackets; some letters mean nothing else anywhere."""
    assert len(together(marked, f"{state} came.")) == 1


@pytest.mark.parametrize("marked", ["he had his [O:ID] with him", "says the [O:NC] today", "their [O:PA] spoke"])
def test_two_letters_that_may_mean_something_else_are_no_state(marked: str) -> None:
    """An identity card and an authority are not Idaho and Pennsylvania."""
    (body,) = entities(marked)
    assert body.name in {"ID", "NC", "PA"}


def test_a_state_cut_short_is_the_state_that_shares_its_name() -> None:
    """Ga. is the state that has a country's name, Wash. the state that has the capital's."""
    names = [entity.name for entity in entities("[L:Macon], [L:Ga].", "[L:Kent], [L:Wash], in [L:Washington State].")]
    assert sorted(names) == ["Georgia (U.S. state)", "Kent", "Macon", "Washington State"]


def test_a_seat_under_its_short_name_is_that_seat() -> None:
    """“On the Hill” is the Capitol Hill that stands for the United States, not a second one."""
    (hill,) = entities("On [O:Capitol Hill] and on the Hill: Hill aides on the [O:Hill] said.")
    assert (hill.name, hill.about) == ("Capitol Hill", "United States")
