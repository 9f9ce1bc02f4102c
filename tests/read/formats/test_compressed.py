"""Packed files are read as what they hold."""

import bz2
import gzip
import lzma
from collections.abc import Callable

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from morgue.read import Options
from tests.read.made import document, tarred, told

pytestmark = pytest.mark.unit
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "xz": lzma.compress,
    "bz2": bz2.compress,
    "zst": zstandard.compress,
}
TARS = {"tgz": "gz", "txz": "xz", "tbz2": "bz2", "tzst": "zst"}
TEXT = b"The ferry sails again from Friday.\n" * 200


@pytest.mark.parametrize("extension", PACKERS)
@settings(max_examples=20, deadline=None)
@given(noise=st.binary(max_size=40))
def test_what_was_packed_is_read_back(extension: str, noise: bytes) -> None:
    """A packed article is the article, under the packed file's path and without a member."""
    raw = TEXT + noise.hex().encode()
    read = document(f"a.txt.{extension}", PACKERS[extension](raw))
    assert (read.raw, read.path, read.member) == (raw, f"a.txt.{extension}", "")


@pytest.mark.parametrize("extension", PACKERS)
def test_the_inner_name_decides(extension: str) -> None:
    """Packed JSON lines are JSON lines, packed Markdown is Markdown."""
    pack = PACKERS[extension]
    assert document(f"a.jsonl.{extension}", pack(b'{"text": "One."}')).member == "line 1"
    assert document(f"a.md.{extension}", pack(b"# One")).content_type == "markdown"


@pytest.mark.parametrize("extension", PACKERS)
def test_a_name_without_an_extension_is_told_by_its_opening(extension: str) -> None:
    """A packed file is known by its first bytes where its name says nothing."""
    assert document("article", PACKERS[extension](b"One.")).content == "One."


@pytest.mark.parametrize(("extension", "packer"), TARS.items())
def test_a_short_name_stands_for_a_packed_tar(extension: str, packer: str) -> None:
    """A .tgz is a .tar.gz, and the like."""
    raw = PACKERS[packer](tarred([("news/a.txt", b"One.")]))
    assert document(f"a.{extension}", raw).member == "news/a.txt"
    assert document(f"a.tar.{packer}", raw).member == "news/a.txt"


@pytest.mark.parametrize("extension", PACKERS)
def test_a_file_that_is_cut_short_is_told(extension: str) -> None:
    """A packed article that lacks its end is no article, and does not pass for a whole one."""
    noise = bytes(range(1, 128)) * 40
    assert told(f"a.txt.{extension}", PACKERS[extension](noise)[:-9]) == ["broken-archive"]


def test_the_lines_before_the_damage_are_read() -> None:
    """Of packed JSON lines that are cut short the whole ones stay."""
    lines = b"".join(b'{"text": "Article number %d, and %d more."}\n' % (n, n * n * 7_919) for n in range(4_000))
    read = told("a.jsonl.gz", gzip.compress(lines)[:-2_000])
    assert read[0] == "Article number 0, and 0 more."
    assert len(read) > 1_000
    assert read[-1] == "broken-archive"


@pytest.mark.parametrize("extension", PACKERS)
def test_frames_after_each_other_are_one_file(extension: str) -> None:
    """Packed files can be joined by their bytes; what they hold is joined."""
    pack = PACKERS[extension]
    assert document(f"a.txt.{extension}", pack(b"One, ") + pack(b"two.")).content == "One, two."


@pytest.mark.parametrize("extension", PACKERS)
def test_a_bomb_ends_as_too_large(extension: str) -> None:
    """A small file that unpacks to far more than is allowed is told, not unpacked."""
    assert told(f"a.txt.{extension}", PACKERS[extension](bytes(3_000_000)), Options(most_bytes=1_000_000)) == [
        "too-large"
    ]


def test_packing_for_ever_ends() -> None:
    """Packed in packed in packed: after a number of times it is too much."""
    raw = b"One."
    for _ in range(5):
        raw = gzip.compress(raw)
    assert told("a.txt" + ".gz" * 5, raw) == ["too-large"]
    assert told("a.txt" + ".gz" * 5, raw, Options(deepest=5)) == ["One."]


def test_what_cannot_be_read_is_told_with_the_known_kinds() -> None:
    """A packed picture is of a kind that cannot be read."""
    assert told("a.png.gz", gzip.compress(b"\x89PNG")) == ["unsupported"]
