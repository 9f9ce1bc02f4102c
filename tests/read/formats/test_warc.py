"""A broken record in a web archive does not stop the others."""

import gzip
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from morgue.model import Original, Problem
from morgue.read import Found, read

pytestmark = pytest.mark.unit


def archive(*texts: str, packed: bool = False) -> bytes:
    """A WARC of one page for each text."""
    records = []
    for text in texts:
        block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>{text}</p>"
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2022-03-01T10:00:00Z\r\n"
            f"WARC-Target-URI: https://gazette.example/{text}\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        records.append(f"{head}{block}\r\n\r\n".encode())
    return b"".join(gzip.compress(record, mtime=0) if packed else record for record in records)


def records(raw: bytes, name: str = "pages.warc") -> list[Original | Problem]:
    """Everything that is read from a web archive."""
    return list(read(Found(name, len(raw), "2020-01-01T00:00:00Z", lambda: io.BytesIO(raw))))


def pages(told: list[Original | Problem]) -> list[str]:
    """The texts of the pages among what was read."""
    return [record.content for record in told if isinstance(record, Original)]


@pytest.mark.parametrize("packed", [False, True])
def test_a_page_tells_where_and_when_it_was_captured(packed: bool) -> None:  # noqa: FBT001 (a case of the test)
    """Address and time of a page are those of its capture."""
    (page,) = records(archive("one", packed=packed))
    assert isinstance(page, Original)
    assert (page.stated.url, page.read_at) == ("https://gazette.example/one", "2022-03-01T10:00:00Z")


@pytest.mark.parametrize("packed", [False, True])
def test_what_lies_behind_damage_is_read(packed: bool) -> None:  # noqa: FBT001 (a case of the test)
    """The page behind a damaged one is found, and the damaged one is named by its place."""
    one, two, three = (archive(text, packed=packed) for text in ("one", "two", "three"))
    damaged = b"\xff" * 40 + two[40:]
    told = records(one + damaged + three)
    assert pages(told)[0] == "<p>one</p>"
    assert pages(told)[-1] == "<p>three</p>"
    assert [record.code for record in told if isinstance(record, Problem)] == ["broken-record"]


def test_a_cut_page_is_kept_and_doubted() -> None:
    """What is there of the last page is an article with a warning."""
    page, problem = records(archive("one two three")[:-16])
    assert isinstance(page, Original)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.level) == ("broken-record", "warning")


def test_records_in_one_piece_are_read() -> None:
    """An archive that was packed as a whole, against the standard, is unpacked first."""
    assert pages(records(gzip.compress(archive("one", "two")), "pages.warc.gz")) == ["<p>one</p>", "<p>two</p>"]


def test_nothing_is_said_on_the_console(capsys: pytest.CaptureFixture[str]) -> None:
    """What the library would print is told as a problem instead."""
    told = records(archive("one") + b"rubbish\r\n" * 3 + archive("two"))
    assert pages(told) == ["<p>one</p>", "<p>two</p>"]
    assert capsys.readouterr() == ("", "")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_never_raises(data: st.DataObject) -> None:
    """Whatever bytes are changed, the archive ends as pages and problems."""
    raw = bytearray(archive("one", "two", packed=data.draw(st.booleans())))
    for place in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=5)):
        raw[place] ^= 0xFF
    told = records(bytes(raw))
    assert told
    assert not any(isinstance(record, Problem) and record.code == "reading-failed" for record in told)


def test_a_wacz_is_read_once() -> None:
    """The pages of a WACZ come from its archives, not also from its list of pages."""
    golden = Path(__file__).parents[1] / "golden" / "wacz" / "inputs" / "capture.wacz"
    raw = golden.read_bytes()
    urls = [page.stated.url for page in records(raw, "capture.wacz") if isinstance(page, Original)]
    assert len(urls) == len(set(urls)) == 3
