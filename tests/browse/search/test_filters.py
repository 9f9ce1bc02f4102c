"""Every parameter that narrows a search."""

from __future__ import annotations

import sqlite3

import pytest

from morgue.browse.search.articles import ArticleHit
from tests.browse.conftest import Search

pytestmark = pytest.mark.unit


def found(search: Search, query_string: str) -> set[str]:
    """The uids that a search of the larger archive finds."""
    page = search(f"{query_string}&fold=0&size=100")
    return {hit.card.uid for hit in page.hits if isinstance(hit, ArticleHit)}


def uids(crowd: sqlite3.Connection, where: str) -> set[str]:
    """The uids of articles `a` for which a condition holds."""
    return {uid for (uid,) in crowd.execute(f"SELECT a.uid FROM articles a WHERE {where}")}


MENTIONS = "a.id IN (SELECT m.article_id FROM mentions m JOIN entities e ON e.id = m.entity_id WHERE e.name = '{}')"
SPEAKS = "a.id IN (SELECT q.article_id FROM quotes q JOIN entities e ON e.id = q.speaker_id WHERE e.name = '{}')"

ONE_OF_EACH = {
    "person=Ida+Brandt": MENTIONS.format("Ida Brandt"),
    "organization=Tide+Office": MENTIONS.format("Tide Office"),
    "place=Saltmarsh": MENTIONS.format("Saltmarsh"),
    "group=Islanders": MENTIONS.format("Islanders"),
    "speaker=Omar+Reyes": SPEAKS.format("Omar Reyes"),
    "source=Quay+Post": "a.source_id = (SELECT id FROM sources WHERE name = 'Quay Post')",
    "wire=Marsh+Wire": "a.wire = 'Marsh Wire'",
    "derivation=copy": "a.derivation = 'copy'",
    "language=de": "a.language = 'de'",
}


@pytest.mark.parametrize(("query_string", "where"), ONE_OF_EACH.items())
def test_a_value_narrows(crowd: sqlite3.Connection, search_crowd: Search, query_string: str, where: str) -> None:
    """Exactly the articles with the value are found."""
    assert found(search_crowd, query_string) == uids(crowd, where) != set()


@pytest.mark.parametrize(("query_string", "where"), ONE_OF_EACH.items())
def test_a_minus_excludes(crowd: sqlite3.Connection, search_crowd: Search, query_string: str, where: str) -> None:
    """With a minus exactly the others are found, those without any value among them."""
    assert found(search_crowd, query_string.replace("=", "=-")) == uids(crowd, f"({where}) IS NOT TRUE") != set()


@pytest.mark.parametrize(("query_string", "where"), ONE_OF_EACH.items())
def test_words_and_values_go_together(
    crowd: sqlite3.Connection, search_crowd: Search, query_string: str, where: str
) -> None:
    """A filter narrows what words find."""
    wanted = uids(crowd, f"({where}) AND a.lead LIKE '%ferry%'")
    assert found(search_crowd, f"{query_string}&q=ferry") == wanted != set()


def test_two_persons_are_both_wanted(crowd: sqlite3.Connection, search_crowd: Search) -> None:
    """A repeated name means articles with both."""
    both = f"{MENTIONS.format('Ida Brandt')} AND {MENTIONS.format('Lena Moss')}"
    assert found(search_crowd, "person=Ida+Brandt&person=Lena+Moss") == uids(crowd, both) != set()


def test_two_sources_mean_either(search_crowd: Search) -> None:
    """An article has one source only, so that two sources mean either of them."""
    either = found(search_crowd, "source=Quay+Post") | found(search_crowd, "source=Tide+Times")
    assert found(search_crowd, "source=Quay+Post&source=Tide+Times") == either


def test_two_exclusions_leave_out_both(search_crowd: Search) -> None:
    """Two values with a minus are both left out."""
    kept = found(search_crowd, "derivation=-copy") & found(search_crowd, "derivation=-partial")
    assert found(search_crowd, "derivation=-copy&derivation=-partial") == kept


def test_a_story_is_found_by_its_uid(crowd: sqlite3.Connection, search_crowd: Search) -> None:
    """`story` takes a story's uid."""
    (uid,) = crowd.execute("SELECT uid FROM stories WHERE id = 3").fetchone()
    assert found(search_crowd, f"story={uid}") == uids(crowd, "a.story_id = 3")


def test_an_entity_is_found_by_its_uid(crowd: sqlite3.Connection, search_crowd: Search) -> None:
    """`person` takes an entity's uid as well as a name."""
    (uid,) = crowd.execute("SELECT uid FROM entities WHERE name = 'Ida Brandt'").fetchone()
    assert found(search_crowd, f"person={uid}") == found(search_crowd, "person=ida+brandt")


def test_an_entity_is_found_by_an_alias(search: Search) -> None:
    """`person` takes a form under which somebody is printed, in any case."""
    assert search("person=putin&fold=0").total == search("person=Vladimir+Putin&fold=0").total > 0


def test_a_person_is_no_place(search: Search) -> None:
    """A name counts only under its own kind."""
    assert search("place=Vladimir+Putin").total == 0


def test_an_unknown_name_finds_nothing(search: Search) -> None:
    """A name that is not in the archive finds nothing, and its chip says why."""
    page = search("person=Nobody+Known")
    assert page.total == 0
    assert page.chips[0].label == "Person: Nobody Known (not in this archive)"


def test_leaving_out_an_unknown_name_changes_nothing(search: Search) -> None:
    """Nothing is lost by excluding what is not there."""
    assert search("person=-Nobody+Known").total == search("").total


@pytest.mark.parametrize(
    ("query_string", "where"),
    [
        ("from=2021-06-10", "a.published >= '2021-06-10'"),
        ("to=2021-06-10", "a.published <= '2021-06-10'"),
        ("from=2021-03&to=2021-04", "substr(a.published, 1, 7) IN ('2021-03', '2021-04')"),
        ("to=2020", "a.published < '2021'"),
        ("from=2020-05-20&to=2020-05-21", "a.published IN ('2020', '2020-05')"),
        ("from=2020-06&to=2020-07", "a.published = '2020'"),
    ],
)
def test_dates_narrow(crowd: sqlite3.Connection, search_crowd: Search, query_string: str, where: str) -> None:
    """An article counts where any of the days that its date can mean lies within; the undated never do."""
    assert found(search_crowd, query_string) == uids(crowd, where) != set()


def test_what_is_no_date_is_left_out_with_a_note(search: Search) -> None:
    """A date that cannot be read does not narrow, and the page says so."""
    page = search("from=yesterday")
    assert page.total == 8
    assert "“yesterday” is not a date" in page.asked.notes[0]


def test_an_empty_value_does_not_narrow(search: Search) -> None:
    """Parameters without a value, as forms send them, change nothing."""
    assert search("person=&source=-&from=&to=&sort=&size=&next=").total == 8
