"""When an article was published and updated: what the text, the address and others say of it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.clean import clean
from morgue.clean.dated import in_address
from morgue.clean.published import published
from morgue.clean.stamps import find_stamps, read_stamps
from morgue.model import Stated
from tests.clean.making import article, document, rules

pytestmark = pytest.mark.unit
LEAD = "The harbour café reopened on Monday after two years of work on its roof and walls."
MORE = "The mayor said on Tuesday that the bridge beside it would be closed until the spring."
TITLE = "Harbour café reopens after two years"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3:15 p.m. ET, Feb. 3, 2021", "2021-02-03T20:15:00Z"),
        ("July 3, 2021 3:15 PM ET", "2021-07-03T19:15:00Z"),
        ("3 February 2021, 10:15 GMT", "2021-02-03T10:15:00Z"),
        ("Thu 3 Jun 2021 10.15 BST", "2021-06-03T09:15:00Z"),
        ("10/9/10 7:15 AM EDT", "2010-10-09T11:15:00Z"),
        ("Wednesday, 21 Sep 2011 | 4:35 PM", "2011-09-21T16:35:00"),
        ("27 octobre 2012 à 18h27", "2012-10-27T18:27:00"),
        ("1 de febrero de 2022", "2022-02-01"),
        ("12. März 2021", "2021-03-12"),
        ("2012年12月10日", "2012-12-10"),
        ("Mar. 1, 2021, 10:15 a.m. IST", "2021-03-01T10:15:00"),
        ("Aug 18th 2010 7:30PM", "2010-08-18T19:30:00"),
    ],
)
def test_a_date_is_read_as_people_write_it(written: str, value: str) -> None:
    """Months in other languages, clocks and zones are understood; letters that mean several zones name none."""
    assert published(written).value == value


@pytest.mark.parametrize(
    "written", ["2 hours ago", "vor 2 Stunden", "in February", "last Tuesday", "Feb. 3", "10:15 GMT"]
)
def test_what_names_no_year_is_no_date(written: str) -> None:
    """How long ago it was, and a day without a year, say nothing to who reads them later."""
    assert published(written).value is None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published Feb 3, 2021", "2021-02-03"),
        ("3 February 2021, 10:15 GMT", "2021-02-03T10:15:00Z"),
        ("Wednesday, February 3, 2021", "2021-02-03"),
        ("Published: February 2021", "2021-02"),
        ("Publié le 3 février 2021 à 10h15", "2021-02-03T10:15:00"),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_line_above_the_text_says_when_it_was_published(line: str, value: str, *, above: bool) -> None:
    """A line that is a date gives the date as exactly as it is printed, and leaves the text."""
    made = article("\n\n".join([line, TITLE, LEAD, MORE] if above else [TITLE, line, LEAD, MORE]))
    assert (made.published, made.basis, made.bases["published"]) == (value, "text", "text")
    assert rules(made)[line] == "timestamp"
    assert made.text == f"{LEAD}\n\n{MORE}"


def test_a_byline_may_say_when() -> None:
    """A date behind the names counts as the line's own."""
    made = article(f"{TITLE}\n\nBy Jane Doe | May 6, 2024\n\n{LEAD}\n\n{MORE}")
    assert (made.byline, made.authors, made.published) == ("Jane Doe", ("Jane Doe",), "2024-05-06")


def test_a_line_below_the_text_needs_to_say_what_the_date_is_of() -> None:
    """Below the text a date alone may be anybody's."""
    assert article(f"{TITLE}\n\n{LEAD}\n\n{MORE}\n\nPublished on 3 February 2021").published == "2021-02-03"
    assert article(f"{TITLE}\n\n{LEAD}\n\n{MORE}\n\n3 February 2021").published is None


def test_of_two_dates_nobody_says_which_it_is() -> None:
    """Two lines that name different days give no date."""
    assert article(f"{TITLE}\n\n3 February 2021\n\n4 February 2021\n\n{LEAD}\n\n{MORE}").published is None


def test_a_dateline_may_name_the_year() -> None:
    """Agencies put the day before the first sentence; with the year it is a date."""
    made = article(f"{TITLE}\n\nBEIJING, Feb. 3, 2021 (Xinhua) -- {LEAD}\n\n{MORE}")
    assert (made.dateline, made.published, made.basis) == ("BEIJING", "2021-02-03", "text")
    assert article(f"{TITLE}\n\nBEIJING, Feb. 3 (Xinhua) -- {LEAD}\n\n{MORE}").published is None


def test_a_date_in_the_address_counts_where_nothing_better_is_known() -> None:
    """A plain text has a date when its address has one; a printed one is taken where it agrees and tells more."""
    url = "https://paper.example/2021/02/03/harbour"
    plain = article(f"{TITLE}\n\n{LEAD}", Stated(url=url))
    assert (plain.published, plain.basis, plain.bases["published"]) == ("2021-02-03", "url", "url")
    printed = article(f"{TITLE}\n\nFeb. 3, 2021 10:15 GMT\n\n{LEAD}", Stated(url=url))
    assert (printed.published, printed.basis) == ("2021-02-03T10:15:00Z", "text")
    other = article(f"{TITLE}\n\nSept. 11, 2001\n\n{LEAD}", Stated(url=url))
    assert (other.published, other.basis) == ("2021-02-03", "url")
    stated = article(f"{TITLE}\n\nFeb. 4, 2021\n\n{LEAD}", Stated(url=url, published="2021-02-05"))
    assert (stated.published, stated.basis) == ("2021-02-05", "metadata")


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("/2021/02/03/harbour", "2021-02-03"),
        ("/2021/feb/03/harbour", "2021-02-03"),
        ("/2021/02/harbour", "2021-02"),
        ("/news/2021-02-03/harbour", "2021-02-03"),
        ("/2021/WORLD/02/03/harbour", "2021-02-03"),
        ("/harbour-20210203-17.html", "2021-02-03"),
        ("/harbour-20211303", None),
        ("/120210203456", None),
        ("/2021/harbour", None),
        ("/20210/2/3", None),
    ],
)
def test_a_date_in_an_address(path: str, date: str | None) -> None:
    """Years with months, and days in eight digits, are dates; other numbers aren't."""
    assert in_address(f"https://paper.example{path}") == date


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Updated 3:15 p.m. ET, Feb. 3, 2021", "2021-02-03T20:15:00Z"),
        ("Published Feb. 3, 2021 | Updated Feb. 4, 2021", "2021-02-04"),
        ("Feb. 3, 2021 10:15 GMT, updated Feb. 3, 2021 11:00 GMT", "2021-02-03T11:00:00Z"),
        ("Published Feb. 3, 2021 | Updated Feb. 3, 2021", None),
        ("Published Feb. 3, 2021 | Updated Feb. 2, 2021", None),
        ("Updated 2 hours ago", None),
    ],
)
def test_an_update_is_later_than_the_publication(line: str, value: str | None) -> None:
    """A line may tell the update; one that is not after the publication is none."""
    made = article(f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{MORE}")
    assert made.updated == value
    assert made.bases.get("updated") == ("text" if value else None)


def test_an_update_alone_is_no_date_of_publication() -> None:
    """When something was last changed does not say when it first appeared."""
    assert article(f"{TITLE}\n\nUpdated Feb. 3, 2021\n\n{LEAD}\n\n{MORE}").published is None


@pytest.mark.parametrize(
    ("first", "last", "kept"),
    [
        ("2021-02-03", "2021-02-03T10:00:00Z", None),
        ("2021-02-03T10:00:00Z", "2021-02-03T12:00:00+01:00", "2021-02-03T11:00:00Z"),
        ("2021-02-03T10:00:00Z", "2021-02-03T11:00:00", None),
        ("2021-02", "2021-02-03", None),
        (None, "2021-02-03", "2021-02-03"),
    ],
)
def test_a_stated_update_is_kept_where_it_is_later(first: str | None, last: str, kept: str | None) -> None:
    """Moments are compared as exactly as both are known."""
    assert article(LEAD, Stated(published=first, updated=last)).updated == kept


def test_what_the_archive_once_handed_out_keeps_its_basis() -> None:
    """A record that says what its date is from is believed."""
    told = Stated(published="2021-02-03", extra={"published_basis": "url"})
    assert article(LEAD, told).basis == "url"


@given(st.text(max_size=60))
def test_any_line_is_survived(line: str) -> None:
    """No line raises, and every date that is found can be read."""
    assert all(published(stamp.date).value for stamp in read_stamps(line))
    assert isinstance(find_stamps(line), list)


def test_a_date_yet_to_come_is_doubted() -> None:
    """No article was published in the future: its address dates it, else nothing does, and `problems` says so."""
    told = Stated(published="2150-09-30", url="https://herald.example/2021/02/harbour-cafe")
    made, problems = clean(document(f"{TITLE}\n\n{LEAD}\n\n{MORE}", told))
    assert made
    assert (made.published, made.basis) == ("2021-02", "url")
    assert [(each.code, each.level, "2150-09-30" in each.message) for each in problems] == [
        ("date-to-come", "warning", True)
    ]


def test_a_date_of_today_is_believed() -> None:
    """Where the publisher sits it may be tomorrow already."""
    today = datetime.now(UTC).strftime("%Y-%m-%d")
    made, problems = clean(document(f"{TITLE}\n\n{LEAD}\n\n{MORE}", Stated(published=today)))
    assert made
    assert (made.published, problems) == (today, ())
