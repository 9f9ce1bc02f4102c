"""What agencies send is read, whatever their XML is like."""

import pytest

from tests.read.made import document, told

pytestmark = pytest.mark.unit
NITF = "<nitf><body><body.content><p>{}</p></body.content></body></nitf>"


def test_entities_of_html_and_of_the_file_are_read() -> None:
    """A file may use what HTML knows and what it declares itself; nothing is fetched for one from outside."""
    declared = '<!DOCTYPE nitf [<!ENTITY x "two"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    (text,) = told("a.nitf", (declared + NITF.format("One&nbsp;&x; &amp; &f;three &unknown; four")).encode())
    assert text.replace("\xa0", "&nbsp;").split() == [
        "<article><p>One&nbsp;two",
        "&amp;",
        "three",
        "four</p></article>",
    ]


def test_entities_that_name_entities_are_told_or_read() -> None:
    """A bomb of entities does not go off."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    assert (
        told("a.nitf", f'<!DOCTYPE nitf [<!ENTITY l0 "lol">{laughs}]>{NITF.format("&l11;")}'.encode())[0]
        != "reading-failed"
    )


def test_the_encoding_that_it_states_is_believed() -> None:
    """Agencies' old systems write Windows-1252."""
    raw = ("<?xml version='1.0' encoding='windows-1252'?>" + NITF.format("“Fähre”")).encode("cp1252")
    read = document("a.nitf", raw)
    assert (read.encoding, "“Fähre”" in read.content, read.raw) == ("cp1252", True, raw)


@pytest.mark.parametrize("name", ["a.nitf", "a.newsml"])
def test_what_holds_no_text_is_told(name: str) -> None:
    """Nothing, noise, and an envelope without an article."""
    assert told(name, b" ") == ["empty-file"]
    assert told(name, bytes(range(256))) == ["binary-file"]
    assert told(name, b"<nitf/>") == ["no-text"]
