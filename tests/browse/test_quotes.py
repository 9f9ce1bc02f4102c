"""The list of quotes: searched, narrowed and counted, reported speech among them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from importlib.resources import files
from urllib.parse import parse_qs

import pytest

from morgue.browse.query.language import Query
from morgue.browse.quote_facets import QuoteFacet
from morgue.browse.quotes import Quotes, quotes
from morgue.browse.search.filters import chosen, conditions
from morgue.browse.search.hits import LEADING, newest_rows
from morgue.browse.search.page import search_page
from morgue.browse.search.request import request
from morgue.browse.search.shelves import QUOTES
from tests.browse.reported import ALSO_REPORTED, REPORTED, REPORTED_UID

pytestmark = pytest.mark.unit

Ask = Callable[[str], Quotes]
# What programs have read of this page since it is there.
OLD_FIELDS = {"q", "speaker", "speaker_name", "source", "altered", "quotes", "paging", "speakers", "sources"}
OLD_LINE = {
    "uid", "address", "text", "speaker", "speaker_uid", "quote_count", "story_count", "wording_count", "drift",
}  # fmt: skip


@pytest.fixture
def ask(reported: sqlite3.Connection) -> Ask:
    """The list of quotes for the query string of an address."""
    return lambda query_string: quotes(reported, {}, parse_qs(query_string))


def texts(page: Quotes) -> list[str]:
    """What is listed."""
    return [line.text for line in page.quotes]


def facet(page: Quotes, name: str) -> dict[str, tuple[int, int, int]]:
    """Quotes, articles and stories by value."""
    values = [value for value in page.search.facets[name] if isinstance(value, QuoteFacet)]
    return {value.label: (value.quote_count, value.article_count, value.story_count) for value in values}


def test_reported_speech_is_listed_without_an_utterance(ask: Ask) -> None:
    """It is of no utterance, is told as reported, and leads to a page of its own."""
    line = next(line for line in ask("").quotes if line.text == REPORTED)
    assert (line.is_reported, line.place, line.speaker) == (True, f"/quotes/{REPORTED_UID}", "Vladimir Putin")
    assert (line.quote_count, line.story_count, line.wording_count) == (1, 1, 1)


def test_the_most_printed_come_first_and_what_is_only_reported_last(ask: Ask) -> None:
    """Without words to search for, the page begins with what many printed; reported speech follows what was quoted."""
    lines = ask("").quotes
    counts = [0 if line.is_reported else line.quote_count for line in lines]
    assert counts == sorted(counts, reverse=True)
    assert {line.is_reported for line in lines} == {True, False}


def test_a_form_can_be_asked_for_and_left_out(ask: Ask) -> None:
    """Two forms mean either."""
    assert sorted(texts(ask("form=indirect"))) == sorted([REPORTED, ALSO_REPORTED])
    assert not {REPORTED, ALSO_REPORTED} & set(texts(ask("form=-indirect")))
    both = {line.form for line in ask("form=fragment&form=indirect&fold=0").quotes}
    assert both == {"fragment", "indirect"}


def test_what_quotes_name_can_be_asked_for(ask: Ask) -> None:
    """Only names inside the quote count, not those beside it."""
    assert texts(ask("about=Port+Verity")) == [REPORTED]
    assert texts(ask("about=Vladimir+Putin")) == []
    assert REPORTED not in texts(ask("about=-Port+Verity"))


def test_articles_can_be_narrowed_by_their_quotes(reported: sqlite3.Connection) -> None:
    """The filters for quotes mean, among articles, that they hold such a quote."""
    for narrowed in ("form=indirect", "about=Port+Verity"):
        assert search_page(reported, {}, parse_qs(f"{narrowed}&fold=0")).total == 1


def test_facets_count_quotes_articles_and_stories(ask: Ask, reported: sqlite3.Connection) -> None:
    """Over every quote that matches, folded or not."""
    page = ask("")
    sql = "SELECT form, count(*), count(DISTINCT article_id) FROM quotes GROUP BY form"
    assert {label: found[:2] for label, found in facet(page, "form").items()} == {
        {"direct": "in quotation marks", "fragment": "a few words in marks", "indirect": "reported, without marks"}[
            form
        ]: (n, articles)
        for form, n, articles in reported.execute(sql)
    }
    assert facet(page, "speaker")["Vladimir Putin"] == (8, 5, 2)
    assert facet(page, "source")["Northern Press Agency"] == (7, 1, 1)


def test_facets_are_those_of_the_hits(ask: Ask) -> None:
    """What a search does not find is not counted, but what it is narrowed by stays to be taken off."""
    page = ask("q=ships&speaker=Ada+Lindqvist")
    assert facet(page, "speaker") == {"Ada Lindqvist": (0, 0, 0)}
    assert [chip.without for chip in page.search.chips] == ["/quotes?q=ships"]


def test_every_link_stays_on_the_page(ask: Ask) -> None:
    """Facets, orders, bars and chips lead to the same list, without telling it that it is of quotes."""
    search = ask("q=ships&form=direct&from=2021&to=2022-03").search
    addresses = [
        *(choice.address for choice in search.sorts),
        *(chip.without for chip in search.chips),
        *(link.toggle for group in search.facet_groups for link in group.links),
        search.fold_address,
        search.words_address,
    ]
    assert {address.split("?")[0] for address in addresses} == {"/quotes"}
    assert not [address for address in addresses if "in=" in address]


def test_dates_narrow_and_are_drawn(ask: Ask) -> None:
    """Bars by the fineness that all dates have; a bar narrows to its time."""
    histogram = ask("").search.histogram
    assert histogram
    assert [bar.period for bar in histogram.bars] == ["2021", "2022"]
    assert texts(ask("from=2021&to=2021")) == ["Good fish, good people."]


def test_a_line_tells_where_another_wording_was_found(ask: Ask) -> None:
    """The source's wording is listed, the one that matches is told beside it."""
    (line,) = ask("q=vessels+sail").quotes
    assert line.text.startswith("The ships will sail")
    assert line.is_other
    assert any(piece.marked for piece in line.found)
    assert line.place == f"{line.address}#q{line.quote}"


def test_most_printed_come_first_where_asked(ask: Ask) -> None:
    """And the most altered; what stands alone counts as printed once, in one wording."""
    printed = [line.quote_count for line in ask("sort=printed").quotes]
    wordings = [line.wording_count for line in ask("sort=altered").quotes]
    assert printed == sorted(printed, reverse=True)
    assert wordings == sorted(wordings, reverse=True)
    assert printed[0] > printed[-1]


@pytest.mark.parametrize("query_string", ["sort=printed", "sort=altered"])
def test_orders_of_quotes_do_no_harm_elsewhere(reported: sqlite3.Connection, query_string: str) -> None:
    """Articles and names are then shown as if no order was asked for."""
    for shelf in ("articles", "entities"):
        page = search_page(reported, {}, parse_qs(f"{query_string}&in={shelf}"))
        assert page.hits == search_page(reported, {}, parse_qs(f"in={shelf}")).hits


def test_pages_follow_each_other(crowd: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """All pages together are every quote once, and the page after the last is empty."""
    monkeypatch.setattr("morgue.browse.quotes.SIZE", 7)
    found: list[str] = []
    number = 1
    while True:
        page = quotes(crowd, {}, {"fold": ["0"], "page": [str(number)]})
        found += [line.quote for line in page.quotes]
        if not page.paging.next:
            break
        number += 1
    assert Counter(found) == Counter(uid for (uid,) in crowd.execute("SELECT uid FROM quotes"))
    beyond = quotes(crowd, {}, {"fold": ["0"], "page": [str(number + 1)]})
    assert (beyond.quotes, beyond.paging.number) == ((), number + 1)


def test_json_keeps_its_fields(ask: Ask) -> None:
    """Fields are added, none is renamed."""
    data = ask("q=ships").as_json()
    assert data.keys() >= OLD_FIELDS | {"total", "facets"}
    lines = data["quotes"]
    assert isinstance(lines, list)
    assert lines[0].keys() >= OLD_LINE | {"quote", "form", "snippet", "article"}
    assert lines[0]["address"] == f"/quotes/{lines[0]['uid']}"


def test_an_address_is_written_without_the_shelf() -> None:
    """The page of quotes need not be told what it lists."""
    asked = replace(request({"q": ["x"], "form": ["direct"]}), shelf="quotes", path="/quotes")
    assert asked.address == "/quotes?q=x&form=direct"


@pytest.fixture
def bare() -> Iterator[sqlite3.Connection]:
    """An archive without rows: plans are then made for tables of unknown size, not for the few rows of a sample."""
    with closing(sqlite3.connect(":memory:")) as db:
        for script in ("schema.sql", "indexes.sql", "catalogue.sql"):
            db.executescript((files("morgue.store") / script).read_text("utf-8"))
        yield db


def plan(db: sqlite3.Connection, query_string: str) -> str:
    """How SQLite finds the quotes that a search without words asks for."""
    asked = replace(request(parse_qs(query_string)), shelf="quotes")
    narrowed = chosen(db, asked.filters)
    led = any(each.name in LEADING for each in asked.filters)
    statement = newest_rows(QUOTES, tuple(conditions(asked, narrowed, Query(), QUOTES)), "DESC", led=led)
    return "\n".join(row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {statement.sql}", statement.values))


@pytest.mark.parametrize("query_string", ["", "from=2022", "source=1", "form=indirect", "form=fragment&source=1"])
def test_quotes_are_walked_to_article_by_article(bare: sqlite3.Connection, query_string: str) -> None:
    """What is asked of the article is asked once, and nothing is sorted: a rare source doesn't read every quote."""
    steps = plan(bare, query_string)
    assert "SEARCH q USING" in steps
    assert "quote_catalogue_by_article" in steps
    assert "ORDER BY" not in steps


@pytest.mark.parametrize(
    ("query_string", "index"),
    [
        ("speaker=x", "quotes_by_speaker"),
        ("about=x", "mentions_by_entity"),
        ("altered=1", "quote_catalogue_by_altered"),
    ],
)
def test_quotes_are_led_to_by_an_index(bare: sqlite3.Connection, query_string: str, index: str) -> None:
    """From the speaker, the name or the utterance, without reading every quote."""
    steps = plan(bare, query_string)
    assert index in steps
    assert "SCAN q\n" not in steps


def test_facets_of_many_quotes_are_counted_over_the_first(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of quotes is told in full; what they can be narrowed by, of the most printed ones."""
    whole = ask("form=direct&fold=0")
    monkeypatch.setattr("morgue.browse.quotes.FIRST", 2)
    first = ask("form=direct&fold=0")
    assert (first.search.total, first.counted) == (whole.search.total, 2)
    assert texts(first) == texts(whole)[:2]
    assert not first.is_beyond


def test_a_narrowed_search_counts_up_to_a_limit(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond it the page says that there are more."""
    monkeypatch.setattr("morgue.browse.quotes.FIRST", 2)
    monkeypatch.setattr("morgue.browse.quotes.MOST_HITS", 3)
    monkeypatch.setattr("morgue.browse.search.hits.MOST_HITS", 3)
    page = ask("form=direct&fold=0")
    assert (page.search.total, page.is_beyond) == (3, True)
