"""Bytes become text in the encoding that they were written in."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.read.decoding import decode

pytestmark = pytest.mark.unit
ENGLISH = "“It took two years,” said the owner – and a café isn’t built in a day. The harbour was full on Monday. " * 8
GERMAN = (
    "Die Brücke müsse für zwei Jahre geschlossen werden, sagte der Bürgermeister. Die Straße bleibt für alle offen. "
    * 8
)
RUSSIAN = "Мэр заявил в понедельник, что мост придётся закрыть на два года. Улица остаётся открытой для всех. " * 8


WRITTEN = ["cp1252", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize(
    ("text", "encoding"), [*product([ENGLISH, GERMAN], WRITTEN), (ENGLISH, "mac_roman")], ids=lambda value: value[:9]
)
def test_western_text_is_read_back(text: str, encoding: str) -> None:
    """Western text comes back from each encoding that it is commonly kept in."""
    told = decode(text.encode(encoding))
    assert told
    assert told.text == text
    assert not told.weak


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "utf-8", "utf-16"])
def test_russian_text_is_read_back(encoding: str) -> None:
    """Cyrillic code pages are told apart."""
    told = decode(RUSSIAN.encode(encoding))
    assert told
    assert told.text == RUSSIAN


def test_a_short_text_in_a_code_page_is_a_weak_guess() -> None:
    """A word or two can be anything: the guess says that it is weak."""
    told = decode("Café".encode("cp1252"))
    assert told
    assert told.text == "Café"
    assert told.weak


@pytest.mark.parametrize("raw", [b"\xff\xd8\xff\xe0\x00\x10JFIF", bytes(range(256)), b"PK\x03\x04\x14\x00\x00\x00"])
def test_binary_is_no_text(raw: bytes) -> None:
    """A picture or an archive is no text, whatever its file is called."""
    assert decode(raw) is None


def test_newlines_become_plain() -> None:
    """Windows and old Mac newlines are read as plain ones."""
    told = decode(b"one\r\ntwo\rthree\n")
    assert told
    assert told.text == "one\ntwo\nthree\n"


@given(st.binary(max_size=300))
def test_no_bytes_make_it_raise(raw: bytes) -> None:
    """Whatever the bytes are, they are text or they are not: nothing is raised."""
    told = decode(raw)
    assert told is None or "\0" not in told.text


@given(st.text(alphabet=st.characters(exclude_characters="\0\r", exclude_categories=["Cs"]), max_size=80))
def test_utf8_is_certain(text: str) -> None:
    """Whatever is valid UTF-8 is read as UTF-8."""
    told = decode(text.encode())
    assert told
    assert told.text == text.removeprefix("\ufeff")
    assert not told.weak
