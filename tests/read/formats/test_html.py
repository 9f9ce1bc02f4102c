"""Saved pages are read in the encoding that they state, with the address that they were saved from."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.read.charset import decode_page
from morgue.read.saved import address, captured, saved
from tests.read.made import document, told

pytestmark = pytest.mark.unit
WORDS = "Žluťoučký kůň se vrátil domů."


@pytest.mark.parametrize(
    "mark", ['<meta charset="{}">', "<META content='text/html; charset={}' http-equiv=Content-Type>"]
)
@pytest.mark.parametrize("encoding", ["windows-1250", "iso-8859-2", "utf-8", "UTF8"])
def test_a_page_is_read_in_the_encoding_that_it_states(mark: str, encoding: str) -> None:
    """Either way of stating an encoding is believed."""
    page = mark.format(encoding) + WORDS
    decoded = decode_page(page.encode(encoding))
    assert decoded
    assert (decoded.text, decoded.weak) == (page, False)


@pytest.mark.parametrize(
    ("stated", "encoding", "words"),
    [
        ("iso-8859-1", "cp1252", "“A café”"),
        ("iso-8859-1", "utf-8", "“A café”"),
        ("nonsense", "utf-8", "“A café”"),
        ("utf-16", "utf-8", "“A café”"),
        ("gb2312", "gb18030", "镕基"),
        ("utf-8", "cp1252", "“It took two years,” said the owner – and a café isn’t built in a day. "),
    ],
)
def test_a_wrong_statement_is_seen_through(stated: str, encoding: str, words: str) -> None:
    """Pages that state one encoding and are written in another are read in the one that they are written in."""
    page = f'<meta charset="{stated}"><p>{words * 9}</p>'
    decoded = decode_page(page.encode(encoding))
    assert decoded
    assert decoded.text == page


def test_what_the_server_said_goes_first() -> None:
    """An encoding from outside goes before the page's own word."""
    decoded = decode_page(b'<meta charset="windows-1252">' + WORDS.encode("cp1250"), "windows-1250")
    assert decoded
    assert decoded.text.endswith(WORDS)


def test_a_page_with_a_broken_sign_stays_in_its_encoding() -> None:
    """One damaged byte does not turn the page into another alphabet."""
    decoded = decode_page(b'<meta charset="utf-8">' + "A café on the quay. ".encode() * 30 + b"\xc3")
    assert decoded
    assert decoded.encoding == "utf-8"


def test_a_stray_zero_byte_is_no_picture() -> None:
    """A page of some length with a zero byte in it is still a page."""
    assert told("a.html", b"<p>" + b"word " * 900 + b"\0</p>") == ["<p>" + "word " * 900 + " </p>"]


@given(
    st.binary(max_size=200),
    st.sampled_from(["utf-8", "utf-16", "idna", "base64", "rot13", "undefined", "hz", "utf-7", ""]),
)
def test_no_statement_makes_it_raise(raw: bytes, name: str) -> None:
    """Whatever a page states, it is text or it is not."""
    decoded = decode_page(b'<meta charset="' + name.encode() + b'">' + raw, name)
    assert decoded is None or "\0" not in decoded.text


def test_a_singlefile_page_tells_its_address_and_time() -> None:
    """The comment of SingleFile is understood, its time turned to UTC."""
    comment = (
        "<!--\n Page saved with SingleFile \n url: https://example.org/a?b=1 \n"
        " saved date: Tue Feb 15 2022 10:50:30 GMT+0100 (Central European Standard Time)\n-->"
    )
    told = saved(f"<!DOCTYPE html> <html>{comment}<p>One.").stated
    assert told.url == "https://example.org/a?b=1"
    assert told.extra == {"saved_with": "SingleFile", "captured": "2022-02-15T09:50:30Z"}


def test_a_browser_tells_the_address() -> None:
    """The comment that browsers write on top of a page holds its address."""
    assert saved("<!-- saved from url=(0021)https://example.org/a -->").stated.url == "https://example.org/a"


@pytest.mark.parametrize("told", ["about:internet", "file:///C:/a.html", "javascript:alert(1)", "", None, "https://"])
def test_what_is_no_address_is_none(told: str | None) -> None:
    """Only an address of the web is one."""
    assert address(told) is None


@pytest.mark.parametrize(
    ("told", "time"),
    [
        ("Tue, 15 Feb 2022 09:50:30 -0500", "2022-02-15T14:50:30Z"),
        ("Tue Feb 15 2022 10:50:30 GMT-0500 (EST)", "2022-02-15T15:50:30Z"),
        ("15 Feb 2022 10:50:30", "2022-02-15T10:50:30"),
        ("mardi gras", "mardi gras"),
    ],
)
def test_a_time_is_told_in_utc(told: str, time: str) -> None:
    """Times with a zone are turned to UTC, others stay as they are."""
    assert captured(told) == {"captured": time}


MHTML = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/a
MIME-Version: 1.0
Content-Type: multipart/related; boundary="b"

--b
Content-Type: text/html; charset="windows-1250"
Content-Transfer-Encoding: %b

%b
--b
Content-Type: text/html

<p>An advertisement.</p>
--b--
"""


def test_the_first_page_of_many_parts_is_the_article() -> None:
    """Of an MHTML file the first HTML part is read, in its encoding; the original is the whole file."""
    raw = MHTML % (b"8bit", WORDS.encode("cp1250"))
    read = document("a.mhtml", raw)
    assert (read.content, read.stated.url, read.raw) == (WORDS, "https://example.org/a", raw)
    assert document("a", raw).content == WORDS


@pytest.mark.parametrize(
    ("how", "body"), [(b"base64", b"PHA+T2"), (b"quoted-printable", b"<p>=Z</p>=="), (b"x-unknown", b"<p>One</p>")]
)
def test_a_damaged_part_is_read_as_far_as_it_goes(how: bytes, body: bytes) -> None:
    """Transfer encodings that are broken or unknown do not stop the reading."""
    assert document("a.mhtml", MHTML % (how, body)).content.startswith("<p>")


def test_the_folder_of_a_page_is_no_problem(tmp_path_factory: pytest.TempPathFactory) -> None:
    """On disk, the folder beside a saved page is passed over without a word."""
    from morgue.read import find  # noqa: PLC0415 - beside its one use

    folder = tmp_path_factory.mktemp("saved")
    (folder / "A.html").write_text("<p>One.</p>", encoding="utf-8")
    (folder / "A_files").mkdir()
    (folder / "A_files" / "b.png").write_bytes(b"\x89PNG")
    found, problems = find([folder])
    assert [each.path for each in found] == ["A.html"]
    assert problems == ()


TOOLBAR = """<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<div id="wm-ipp-base"><p>About this capture</p></div>
<div id="wm-ipp-print">The Wayback Machine - https://web.archive.org/web/20220301101500/https://g.example/a</div>
<!-- END WAYBACK TOOLBAR INSERT -->"""
WAYBACK = f"""<html><head><link rel="canonical" href="https://web.archive.org/web/20220301101500/https://g.example/a"/>
<link rel="stylesheet" href="/web/20220301101500cs_/https://g.example/a.css"/></head><body>{TOOLBAR}
<p>One, see <a href="https://web.archive.org/web/20220301101500/https://g.example/b">this</a>.</p></body></html>"""
GOOGLE = """<html><body><div id="bN015htcoyT__google-cache-hdr"><span>This is Google&#39;s cache of
<a href="https://g.example/a">https://g.example/a</a>. It is a snapshot of the page
as it appeared on 1 Mar 2022 10:15:00 GMT.</span>
</div><div style="position:relative;"><p>One.</p></body></html>"""
TODAY = """<html><head><link rel="canonical" href="http://archive.today/2022.03.01-101500/https://g.example/a"/></head><body>
<div id="HEADER">Saved from</div><div id="CONTENT"><p>One.</p></div></body></html>"""


@pytest.mark.parametrize("page", [WAYBACK, GOOGLE, TODAY], ids=["wayback", "google", "today"])
def test_an_archived_page_is_the_page_again(page: str) -> None:
    """A copy from an archive of the web has the page's address and the time of capture, and no banner."""
    told = document("a.html", page.encode())
    assert (told.stated.url, told.read_at) == ("https://g.example/a", "2022-03-01T10:15:00Z")
    words = ("About this capture", "Wayback Machine", "snapshot", "Saved from", "web.archive.org")
    assert [each for each in words if each in told.content] == []
    assert told.content.count("\n") == page.count("\n")
    assert "One" in told.content


def test_a_page_that_cites_an_archive_keeps_the_citation() -> None:
    """Only where the page itself is a copy are its addresses restored."""
    link = '<a href="https://web.archive.org/web/20220301101500/https://g.example/b">an earlier version</a>'
    told = document("a.html", f"<html><body><p>See {link}.</p></body></html>".encode())
    assert link in told.content
    assert told.stated.url is None


def test_a_copy_that_a_browser_saved_is_the_archived_page() -> None:
    """What a browser says it saved is the archive's address; the page's own is told, and the earlier time."""
    comment = "<!-- saved from url=(0060)https://web.archive.org/web/20220301101500id_/https://g.example/a -->"
    told = document("a.html", f"{comment}<html><body><p>One.</p></body></html>".encode())
    assert (told.stated.url, told.read_at) == ("https://g.example/a", "2022-03-01T10:15:00Z")


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("unicode", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("iso-8859-1", "cp1252"),
        ("x-user-defined", "utf-8"),
        ("", "utf-8"),
    ],
)
def test_an_mhtml_part_with_an_odd_charset_is_read(charset: str, encoding: str) -> None:
    """Browsers write names for encodings that no list has; the text tells."""
    body = base64.encodebytes(
        "<html><p>“Fähre” – zurück in Ålesund, sagte der Bürgermeister.</p></html>".encode(encoding)
    )
    head = (
        f'From: <Saved by Blink>\nContent-Type: text/html; charset="{charset}"\nContent-Transfer-Encoding: base64\n\n'
    )
    assert "“Fähre” – zurück" in document("a.mhtml", head.encode() + body).content
