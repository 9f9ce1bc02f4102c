"""Whatever an input is, it ends as documents and problems, within bounds."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from morgue.model import Original, Problem
from morgue.read import Options
from morgue.read.registry import FORMATS
from tests.read.made import records, told

pytestmark = pytest.mark.unit
GOLDEN = Path(__file__).parent / "golden"
WELL = 2_000_000  # bytes that a test's inputs never reach unless they are bombs
TIMES = st.integers(2, 50)


def cases(name: str) -> list[tuple[str, bytes]]:
    """The golden inputs of a format that hold anything."""
    files = sorted(file for file in (GOLDEN / name / "inputs").rglob("*") if file.is_file())
    return [(file.name, file.read_bytes()) for file in files if file.stat().st_size]


@st.composite
def damaged(draw: st.DrawFn, name: str) -> tuple[str, bytes]:
    """A golden input of a format with bytes flipped, cut out or repeated."""
    called, raw = draw(st.sampled_from(cases(name)))
    at = draw(st.integers(0, len(raw) - 1))
    end = draw(st.integers(at + 1, min(len(raw), at + 300)))
    piece = raw[at:end]
    flipped = bytes(byte ^ draw(st.integers(1, 255)) for byte in piece[:4]) + piece[4:]
    changed = draw(st.sampled_from([flipped, b"", b"\0" * len(piece), piece * draw(TIMES)]))
    return called, raw[:at] + changed + draw(st.sampled_from([raw[end:], b""]))


@pytest.mark.parametrize("name", [each.name for each in FORMATS])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_damage_ends_as_documents_and_problems(name: str, data: st.DataObject) -> None:
    """A file whose bytes were flipped, cut or repeated is read or told, by an error that was foreseen."""
    called, raw = data.draw(damaged(name))
    read = records(called, raw, Options(most_bytes=WELL))
    assert read or not raw
    assert all(isinstance(each, Original | Problem) for each in read)
    assert [each.message for each in read if isinstance(each, Problem) and each.code == "reading-failed"] == []


@pytest.mark.parametrize("extension", sorted({extension for each in FORMATS for extension in each.extensions}))
@settings(max_examples=15, deadline=None)
@given(raw=st.binary(max_size=300))
def test_noise_under_any_name_is_survived(extension: str, raw: bytes) -> None:
    """Bytes without any meaning are told as such, whatever the file is called."""
    read = records(f"a{extension}", raw, Options(most_bytes=WELL))
    assert read
    assert "reading-failed" not in [each.code for each in read if isinstance(each, Problem)]


@pytest.mark.parametrize("extension", [".txt", ".md", ".html", ".jsonl", ".mhtml"])
def test_one_endless_line_is_read_or_told(extension: str) -> None:
    """Five million characters without a line end are no trouble."""
    assert len(told(f"a{extension}", b"word " * 1_000_000)) == 1


def test_a_line_over_the_limit_does_not_stop_the_others() -> None:
    """A line that is too long is told by its number, and the next one is read."""
    lines = [json.dumps({"text": "x" * 500}), json.dumps({"text": "One."})]
    assert told("a.jsonl", "\n".join(lines).encode(), Options(most_bytes=100)) == ["too-large", "One."]


def test_a_file_over_the_limit_is_told() -> None:
    """An article larger than the limit is not read."""
    assert told("a.txt", b"x" * 101, Options(most_bytes=100)) == ["too-large"]


def test_what_lies_in_itself_a_thousand_deep_is_told() -> None:
    """Nesting without end is an error of the input, and no crash."""
    parts = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(1_000))
    assert told("a.jsonl", b'{"text": ' + b"[" * 100_000) == ["bad-json"]
    assert told("a.mhtml", b"From: <Saved by Blink>\n" + parts) == ["broken-archive"]
    assert len(told("a.html", b"<div>" * 1_000 + b"One.")) == 1
