"""Byline, dateline, credit and agency are told apart from the text; a mere mention is not."""

import pytest

from morgue.model import Stated
from tests.clean.making import article, rules

pytestmark = pytest.mark.unit
LEAD = "The harbour café reopened on Monday after two years of work on its roof and walls."
MORE = "The mayor said on Tuesday that the bridge beside it would be closed until the spring."
STAFF = (
    "Roe reported from Washington. Associated Press writers Jo M. Doe in Kyiv, Ukraine, and Al Poe in St. Paul "
    "contributed to this report."
)


@pytest.mark.parametrize(
    ("line", "byline", "wire"),
    [
        ("By Jane Doe", "Jane Doe", None),
        ("By Jane Doe and John Roe, Associated Press", "Jane Doe and John Roe, Associated Press", "Associated Press"),
        ("BY JANE DOE | May 6, 2024", "JANE DOE", None),
        ("By Edith M. de la Cruz, The Example", "Edith M. de la Cruz, The Example", None),
        ("By The Associated Press", "The Associated Press", "Associated Press"),
        ("By Jane Doe in Kyiv and John Roe in Moscow", "Jane Doe in Kyiv and John Roe in Moscow", None),
        ("By Jane Doe | Feb 3, 2021 10:15 GMT", "Jane Doe", None),
        ("Von Jane Doe und John Roe", "Jane Doe und John Roe", None),
        ("Jane Doe, science editor", "Jane Doe, science editor", None),
        ("Jane Doe, Reuters", "Jane Doe, Reuters", "Reuters"),
    ],
)
def test_a_byline_above_the_text(line: str, byline: str, wire: str | None) -> None:
    """A line of names after "By" is the byline and tells the agency."""
    made = article(f"{line}\n\n{LEAD}\n\n{MORE}\n")
    assert (made.byline, made.wire, rules(made)) == (byline, wire, {line: "byline"})


@pytest.mark.parametrize("line", ["By Friday Evening the Harbour Was Full", "By the river", "By Force"])
def test_not_every_by_is_a_byline(line: str) -> None:
    """Words after "By" that are no names stay."""
    assert article(f"{LEAD}\n\n{line}\n\n{MORE}\n").byline is None


def test_a_stated_byline_wins() -> None:
    """What the input states counts, without its "By"."""
    assert article(f"By Jane Doe\n\n{LEAD}\n", Stated(byline="By John Roe")).byline == "John Roe"


@pytest.mark.parametrize(
    ("prefix", "dateline", "wire"),
    [
        ("MOSCOW — ", "MOSCOW", None),
        ("MOSCOW (AP) — ", "MOSCOW", "Associated Press"),
        ("Moscow: ", "Moscow", None),
        ("WASHINGTON, Feb. 1 (Reuters) - ", "WASHINGTON", "Reuters"),
        ("NEWPORT NEWS, Va. - ", "NEWPORT NEWS, Va.", None),
        ("GLASGOW, Scotland (AP) — ", "GLASGOW, Scotland", "Associated Press"),
        ("Smallville, Kan. (AP) – ", "Smallville, Kan.", "Associated Press"),
        ("Washington (CNN) ", "Washington", None),
        ("(Reuters) - ", None, "Reuters"),
        ("NEW DELHI, 1 February: ", "NEW DELHI", None),
        ("MOSCOW/KYIV (Reuters) - ", "MOSCOW/KYIV", "Reuters"),
        ("WASHINGTON—", "WASHINGTON", None),
        ("BERLIN (dpa) – ", "BERLIN", "Deutsche Presse-Agentur"),
    ],
)
def test_a_dateline(prefix: str, dateline: str | None, wire: str | None) -> None:
    """Place and agency before the first sentence are taken from the text, and the cut is kept."""
    made = article(f"{prefix}{LEAD}\n\n{MORE}\n")
    assert (made.dateline, made.wire, made.text) == (dateline, wire, f"{LEAD}\n\n{MORE}")
    assert rules(made) == {prefix.strip(): "dateline"}


@pytest.mark.parametrize(
    "prefix",
    [
        "Update: ",
        "Putin: ",
        "BREAKING — ",
        "EXCLUSIVE - ",
        "NATO — ",
        "Paris Hilton — ",
        "Moscow ",
        "Trump (R) — ",
        "He — ",
    ],
)
def test_what_only_looks_like_a_dateline_stays(prefix: str) -> None:
    """Names, labels and the beginning of a sentence are no dateline."""
    made = article(f"{prefix}{LEAD}\n\n{MORE}\n")
    assert made.dateline is None
    assert made.text.startswith(prefix)


@pytest.mark.parametrize(
    ("line", "wire"),
    [
        (STAFF, "Associated Press"),
        ("The Associated Press contributed to this report.", None),
        ("(Reporting by Jane Doe in Moscow; Editing by John Roe)", "Reuters"),
        ("Additional reporting by Jane Doe", None),
        ("With inputs from PTI", None),
        ("Jane Doe contributed reporting from Kyiv.", None),
        ("This story was originally published by The Example.", None),
    ],
)
def test_a_credit_at_the_end(line: str, wire: str | None) -> None:
    """Who made the article is taken from its end; an agency's own staff tell the agency, thanks do not."""
    made = article(f"{LEAD}\n\n{MORE}\n\n{line}\n")
    assert (made.credit, made.wire, made.text) == (line, wire, f"{LEAD}\n\n{MORE}")
    assert rules(made) == {line: "credit"}


def test_a_credit_behind_the_last_sentence_is_cut_off() -> None:
    """The sentence before a credit in the same paragraph stays."""
    made = article(f"{LEAD}\n\n{MORE} Jane Doe contributed to this report.\n")
    assert (made.credit, made.text) == ("Jane Doe contributed to this report.", f"{LEAD}\n\n{MORE}")


@pytest.mark.parametrize(
    "line",
    [
        "He’s reported from every council meeting since the harbour was sold to the city.",
        "Her father contributed to the campaign of the man who later closed the bridge.",
        "“He contributed to this report,” she said of the mayor’s brother on Tuesday.",
    ],
)
def test_the_last_sentence_is_no_credit(line: str) -> None:
    """Text that uses the words of a credit stays."""
    made = article(f"{LEAD}\n\n{MORE}\n\n{line}\n")
    assert made.credit is None
    assert made.text.endswith(line)


@pytest.mark.parametrize("sign", ["(ANI)", "— Reuters", "- AFP", "[AP]"])
def test_an_agencys_signature(sign: str) -> None:
    """An agency's name behind the last sentence tells the agency and leaves the text."""
    made = article(f"{LEAD}\n\n{MORE} {sign}\n")
    assert made.wire
    assert (made.text, rules(made)) == (f"{LEAD}\n\n{MORE}", {sign: "agency"})


def test_a_mention_makes_nobody_the_author() -> None:
    """An agency that is quoted or told of in the text is not the article's."""
    made = article(
        f"{LEAD}\n\n“It leaks,” he told state news agency Tass, Reuters and the Associated Press.\n\n{MORE}\n"
    )
    assert made.wire is None


@pytest.mark.parametrize("stated", [Stated(credit="AP"), Stated(byline="Reuters"), Stated(source="UPI")])
def test_a_stated_agency_counts(stated: Stated) -> None:
    """Metadata that name an agency tell where an article is from."""
    assert article(LEAD, stated).wire in {"Associated Press", "Reuters", "United Press International"}


def test_the_papers_own_name_above_the_text() -> None:
    """A line that only names the paper is no text, and names right above it are the byline."""
    stated = Stated(source="The Example", headline="Café reopens")
    made = article(f"Jane Doe and John Roe\n\nTHE EXAMPLE\n\n{LEAD}\n", stated)
    assert (made.byline, made.text) == ("Jane Doe and John Roe", LEAD)
    assert rules(made) == {"Jane Doe and John Roe": "byline", "THE EXAMPLE": "publisher"}


def test_what_may_be_the_headline_is_no_byline() -> None:
    """Above the paper's name, capitalised words are the headline where none is stated."""
    made = article(f"Harbour Café Reopens\n\nThe Example\n\n{LEAD}\n", Stated(source="The Example"))
    assert (made.headline, made.byline) == ("Harbour Café Reopens", None)


@pytest.mark.parametrize(
    "line",
    ["Contributing: Jane Doe and The Associated Press", "• This article is based in part on wire service reports."],
)
def test_a_credit_after_a_mark(line: str) -> None:
    """Credits in the form of a list or of a label are credits."""
    assert article(f"{LEAD}\n\n{MORE}\n\n{line}\n").credit == line
