"""Mail is read however its head was written."""

import io

import pytest

from morgue.model import Original
from morgue.read import Found, read

pytestmark = pytest.mark.unit


def letter(head: str, body: str = "The boats are back.") -> Original:
    """The document that a message becomes."""
    raw = f"{head}\n\n{body}\n".encode("cp1252")
    (document,) = read(Found("letter.eml", len(raw), "2022-03-01T10:00:00Z", lambda: io.BytesIO(raw)))
    assert isinstance(document, Original)
    return document


def test_a_sender_without_a_name_is_told_by_the_domain() -> None:
    """Where only an address is given, the paper is its domain."""
    assert letter("From: news@gazette.example").stated.source == "gazette.example"


def test_an_endless_head_does_not_lose_the_text() -> None:
    """A sender's line that the library cannot take apart costs the sender only."""
    document = letter("Subject: Boats\nFrom: " + "(<" * 40_000)
    assert (document.stated.headline, document.content) == ("Boats", "The boats are back.\n")


def test_a_page_states_its_charset_and_the_head_goes_before() -> None:
    """What the head says of the text's charset is believed before what stands in the text."""
    document = letter("Content-Type: text/html; charset=windows-1252", '<meta charset="utf-8"><p>Fähre</p>')
    assert "Fähre" in document.content
