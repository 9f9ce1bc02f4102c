"""What is said of a site's size before it is written."""

from __future__ import annotations

import pytest

from morgue.publish.advice import advice
from morgue.publish.amounts import Amount, in_words, kind_of

pytestmark = pytest.mark.unit

SMALL = {"articles": Amount(100, 1_000_000, 50_000), "JSON": Amount(100, 2_000_000, 90_000)}
LARGE = {
    "articles": Amount(12_000, 400_000_000, 500_000),
    "JSON": Amount(12_000, 700_000_000, 900_000),
    "search": Amount(40, 600_000_000, 30_000_000),
    "originals": Amount(3, 900, 300),
}


def test_a_small_site_needs_no_advice() -> None:
    """Its size is all that is told."""
    assert advice(SMALL) == ["About 200 files, 3.0 MB."]


def test_hosts_that_refuse_are_named_with_the_reason() -> None:
    """So that nobody uploads for an hour to be told then."""
    told = advice(LARGE)[1]
    assert "GitHub Pages (the size of the whole)" in told
    assert "Cloudflare Pages (the number of files and the size of one file)" in told
    assert "Netlify" not in told


def test_what_would_be_saved_is_told_of_what_counts() -> None:
    """Three files of originals are not worth a line."""
    told = advice(LARGE)
    assert "--without json saves 12,000 files, 700.0 MB." in told
    assert "--without search saves 40 files, 600.0 MB." in told
    assert not any("originals" in line for line in told)


def test_what_is_more_than_allowed_gets_advice_whatever_hosts_take() -> None:
    """A limit of one's own."""
    assert "--without json saves 100 files, 2.0 MB." in advice(SMALL, most_bytes=1_000_000)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("articles/0123456789ab/index.html", "articles"),
        ("articles/0123456789ab.json", "JSON"),
        ("articles/0123456789ab.csl.json", "citations"),
        ("articles/0123456789ab/original.bin", "originals"),
        ("articles/0123456789ab/compare/ba9876543210/index.html", "comparisons"),
        ("entities/0123456789ab/page/2/index.html", "names"),
        ("entities/page/2/index.html", "lists"),
        ("search/db/0f.bin", "search"),
        ("sources/1.atom", "feeds"),
        ("static/morgue.css", "other"),
    ],
)
def test_every_file_is_of_a_kind(path: str, kind: str) -> None:
    """By its path alone."""
    assert kind_of(path) == kind


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 bytes"), (999, "999 bytes"), (1_500, "1.5 kB"), (2e12, "2,000.0 GB")]
)
def test_sizes_are_told_as_people_say_them(size: float, words: str) -> None:
    """In units of a thousand, as hosts count."""
    assert in_words(size) == words
