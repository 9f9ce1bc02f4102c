"""What the metadata state is understood, and nothing is made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.clean.language import language
from morgue.clean.published import published
from morgue.clean.source import identity, source
from morgue.model import Source, Stated, uid
from tests.clean.making import document

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("stated", "value", "precision"),
    [
        ("2022-02-01", "2022-02-01", "day"),
        ("2022-02", "2022-02", "month"),
        ("2022", "2022", "year"),
        ("2022-02-01T10:30:00+02:00", "2022-02-01T08:30:00Z", "second"),
        ("2022-02-01T10:30:00Z", "2022-02-01T10:30:00Z", "second"),
        ("2022-02-01 10:30:00", "2022-02-01T10:30:00", "second"),
        ("2022-02-01 00:00:00", "2022-02-01", "day"),
        ("Tue, 01 Feb 2022 10:30:00 GMT", "2022-02-01T10:30:00Z", "second"),
        ("Feb. 1, 2022", "2022-02-01", "day"),
        ("1 February 2022", "2022-02-01", "day"),
        ("February 2022", "2022-02", "month"),
        ("13/02/2022", "2022-02-13", "day"),
        ("1643673600", "2022-02-01", "day"),
        ("1643711400000", "2022-02-01T10:30:00Z", "second"),
    ],
)
def test_a_date_keeps_its_precision(stated: str, value: str, precision: str) -> None:
    """A stated date is cut to what it says."""
    assert published(stated) == (value, precision, "metadata")


def test_a_date_with_two_readings_keeps_what_they_share() -> None:
    """The third of April or the fourth of March: the year is certain, a day would be invented."""
    assert published("03/04/2022") == ("2022", "year", "metadata")


@pytest.mark.parametrize(
    "stated", [None, "", "yesterday", "Feb. 1", "Tuesday", "0001-01-01T00:00:00", "0000-00-00", "10:30", "0000000000"]
)
def test_no_year_no_date(stated: str | None) -> None:
    """Without a year there is no date."""
    assert published(stated) == (None, "unknown", "none")


@given(st.text(max_size=30))
def test_any_words_in_a_date_are_survived(stated: str) -> None:
    """Whatever stands in the field of the date, nothing is raised and no odd year comes out."""
    value = published(stated).value
    assert value is None or value[:4].isdigit()


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (
            Stated(source="The Example", url="https://www.news.example/17"),
            Source("The Example", "news.example", "outlet"),
        ),
        (Stated(url="https://news.example/17"), Source("news.example", "news.example", "outlet")),
        (Stated(source="www.News.example"), Source("news.example", "news.example", "outlet")),
        (Stated(url="https://www.nytimes.com/x"), Source("New York Times", "nytimes.com", "outlet")),
        (Stated(url="https://edition.cnn.com/x"), Source("CNN", "edition.cnn.com", "outlet")),
        (Stated(source="bbc.co.uk"), Source("BBC News", "bbc.co.uk", "outlet")),
        (Stated(source="Reuters"), Source("Reuters", None, "agency")),
        (Stated(url="https://apnews.com/article/x"), Source("Associated Press", "apnews.com", "agency")),
        (Stated(), None),
        (Stated(url="http://[oops"), None),
    ],
)
def test_the_source(stated: Stated, expected: Source | None) -> None:
    """Who published an article is stated, or the site that its address belongs to."""
    assert source(stated) == expected


def test_the_identity_is_the_address_then_the_id_then_the_bytes() -> None:
    """An article's uid outlives rebuilds: it hangs on the best name that it has."""
    told = document("x", Stated(url="https://news.example/17", external_id="17"))
    assert identity(told) == uid("url", "https://news.example/17")
    assert identity(document("x", Stated(source="S", external_id="17"))) == uid("id", "S", "17")
    plain = document("x")
    assert identity(plain) == uid("content", plain.sha256)


def test_two_addresses_of_one_page_give_one_identity() -> None:
    """Whichever of its addresses a page was captured under, the archive's address of it stays."""
    tracked = document("x", Stated(url="http://www.news.example/17/?utm_source=feed"))
    assert identity(tracked) == uid("url", "https://news.example/17")
    assert identity(document("x", Stated(url="urn:news:17"))) == uid("url", "urn:news:17")


@pytest.mark.parametrize(
    ("stated", "text", "code"),
    [
        ("en-US", "", "en"),
        (None, "The harbour café reopened on Monday after two years of work.", "en"),
        ("Deutsch", "Die Brücke wurde am Montag nach zwei Jahren wieder für alle geöffnet.", "de"),
        (None, "Two words", None),
        (None, "Mouna Kadri met Iulian Petrescu in Tunis.", None),
    ],
)
def test_the_language(stated: str | None, text: str, code: str | None) -> None:
    """A stated code counts; else the text tells, where there is enough of it and more than names."""
    assert language(stated, text) == code


def test_a_page_that_claims_another_language_than_its_text_is_not_believed() -> None:
    """A template's `lang` outranks the text only where there is little of it."""
    short, long = "Hafen offen", "The harbour reopened on Friday, and the ferries left for the islands at noon. " * 8
    assert language(None, short, "de") == "de"
    assert language(None, long, "de") == "en"
    assert language("de", long, "en") == "de"
