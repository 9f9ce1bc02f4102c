"""Inputs that are meant to take hours are told by cheap looks at them."""

import json

import pytest

from morgue.model import Original
from tests.read.made import records, told

pytestmark = pytest.mark.unit
FEED = "<rss version='2.0'><channel>{}</channel></rss>"
ITEM = "<item><title>A</title><description>One.</description></item>"


def test_a_record_that_lies_in_itself_too_deep_costs_only_itself() -> None:
    """One line of a thousand lists in lists is told, and the others are read."""
    deep = '{"text": "x", "author": ' + "[" * 400 + "]" * 400 + "}"
    assert told("a.jsonl", f"{deep}\n{json.dumps({'text': 'One.'})}".encode()) == ["bad-json", "One."]
    assert told("a.json", deep.encode()) == ["bad-json"]


@pytest.mark.parametrize("name", ["a.eml", "a.mbox", "a.mht"])
def test_a_message_of_countless_parts_is_told(name: str) -> None:
    """Parts in parts in parts are no newsletter."""
    parts = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(600))
    assert told(name, f"Subject: A\n{parts}".encode()) in (["bad-mail"], ["broken-archive"])


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("<item " + " ".join(f"a{n}='x'" for n in range(20_000)) + "/>", id="attributes"),
        pytest.param("<item>" + "".join(f"<category>{n}</category>" for n in range(2_000)) + "</item>", id="labels"),
    ],
)
def test_a_feed_that_nobody_would_write_is_told(inside: str) -> None:
    """What feedparser would sit over for hours is not given to it."""
    assert told("a.xml", FEED.format(inside).encode()) == ["bad-feed"]


def test_of_a_long_feed_that_is_no_xml_the_beginning_is_read() -> None:
    """Two megabytes are read of what only the slow parser takes, and the problem says so."""
    raw = FEED.format(ITEM + "<item><title>B</title><description>" + "a & b " * 400_000 + "</item>").encode()
    first, *_, problem = records("a.xml", raw)
    assert isinstance(first, Original)
    assert first.content == "One."
    assert "first 2 MB" in getattr(problem, "message", "")


def test_a_web_archive_without_a_line_end_is_told() -> None:
    """A hundred megabytes in one line are not joined piece by piece."""
    assert told("a.warc", b"\0" * 5_000_000) == ["broken-record"]


@pytest.mark.parametrize("opening", ["<!--\n", "<!DOCTYPE a [\n", "<?a\n", "<!A [ ] \n", "<"])
def test_a_feed_that_never_begins_is_told_at_once(opening: str) -> None:
    """Thousands of comments that nobody closed hide no feed."""
    assert told("a.xml", opening.encode() * 20_000) in (["no-feed"], ["no-entries"])
