"""What each field of the head is from."""

import pytest

from morgue.model import Basis, Stated
from tests.clean.making import article

pytestmark = pytest.mark.unit
TEXT = (
    "Harbour café reopens after two years\n\nBy Jane Doe\n\nMOSCOW (AP) — The harbour café reopened on Monday after "
    "two years of work.\n\nJohn Roe in Kyiv contributed to this report.\n"
)
FEED: dict[str, Basis] = {"headline": "feed", "published": "feed", "source": "feed"}


def test_what_stands_in_the_text_is_from_the_text() -> None:
    """Headline, byline, dateline, agency and credit of a plain text are read in it; nothing else is known."""
    fields = ("authors", "byline", "credit", "dateline", "headline", "language", "wire")
    assert article(TEXT).bases == dict.fromkeys(fields, "text")


def test_what_a_feed_or_a_manifest_says_is_theirs() -> None:
    """Each field keeps what it was stated by; the others are the record's own."""
    told = Stated(headline="Café open", source="The Example", published="2021-02-03", section="Local", bases=FEED)
    bases = article(TEXT, told).bases
    assert {field: bases[field] for field in ("headline", "published", "source", "section")} == {
        **FEED,
        "section": "metadata",
    }


def test_a_source_that_only_the_address_tells_is_from_the_address() -> None:
    """A domain is not what the article says of itself, and an agency told by its domain isn't either."""
    made = article("The harbour café reopened on Monday.", Stated(url="https://apnews.com/article/x"))
    assert (made.bases["source"], made.bases["wire"], made.bases["url"]) == ("url", "url", "metadata")


def test_a_field_without_a_value_has_no_basis() -> None:
    """Nothing is from nowhere."""
    made = article(TEXT, Stated(byline="Jane Doe", updated="soon"))
    assert set(made.bases) == {field for field in made.bases if getattr(made, field)}
    assert "updated" not in made.bases
