"""Members of archives are read as files are, whatever the archive tries."""

import gzip
import io
import warnings
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.model import Original
from morgue.read import Options
from morgue.read.members import furniture, hidden, page_folders, plain
from tests.read.made import TIME, document, records, tarred, told, zipped

pytestmark = pytest.mark.unit
both = pytest.mark.parametrize(("name", "packed"), [("a.zip", zipped), ("a.tar", tarred)])
Packed = Callable[[list[tuple[str, bytes]]], bytes]


def places(name: str, raw: bytes) -> list[str]:
    """The members that were read as documents."""
    return [each.member for each in records(name, raw) if isinstance(each, Original)]


@both
def test_a_member_is_a_document(name: str, packed: Packed) -> None:
    """A member has its own bytes and its own time of change, and says which archive it lies in."""
    read = document(name, packed([("news/a.txt", b"One.")]))
    assert (read.path, read.member, read.raw, read.read_at) == (name, "news/a.txt", b"One.", TIME)


def test_members_of_a_zip_come_in_the_order_of_their_names() -> None:
    """However a zip was packed, its members are read by name."""
    assert places("a.zip", zipped([("b.txt", b"2"), ("a/z.txt", b"1"), ("c.txt", b"3")])) == [
        "a/z.txt",
        "b.txt",
        "c.txt",
    ]


@both
def test_a_member_of_an_archive_in_an_archive_tells_its_way(name: str, packed: Packed) -> None:
    """Archives in archives are read, and the member names each of them."""
    inner = zipped([("dump.jsonl.gz", gzip.compress(b'{"text": "One."}'))])
    assert document(name, packed([("2022/inner.zip", inner)])).member == "2022/inner.zip › dump.jsonl.gz › line 1"


@both
def test_a_broken_member_does_not_stop_the_others(name: str, packed: Packed) -> None:
    """What is broken inside a member is told, and the rest goes on."""
    assert told(name, packed([("a.txt.gz", b"\x1f\x8b\x08 no"), ("b.zip", b"PK\x03\x04"), ("c.txt", b"One.")])) == [
        "broken-archive",
        "broken-archive",
        "One.",
    ]


@both
def test_hidden_members_are_passed_over(name: str, packed: Packed) -> None:
    """What systems leave in archives is no article, and no problem."""
    raw = packed([(".git/a.txt", b"x"), ("__MACOSX/._a.txt", b"x"), ("a.txt", b"One."), ("b/.b.txt", b"x")])
    assert told(name, raw) == ["One."]


@both
def test_the_folder_beside_a_saved_page_is_passed_over(name: str, packed: Packed) -> None:
    """A page's own folder is furniture, in whatever order the archive holds them; another folder is not."""
    page = b"<!DOCTYPE html><p>One.</p>"
    raw = packed([("in/A_files/x.html", b"x"), ("in/A.html", page), ("in/B_files/y.html", b"<p>Two.</p>")])
    assert places(name, raw) == ["in/A.html", "in/B_files/y.html"]


@both
def test_an_archive_without_articles_is_told(name: str, packed: Packed) -> None:
    """An archive that holds nothing to read is a problem."""
    assert told(name, packed([(".hidden", b"x")])) == ["no-articles"]


@both
def test_too_many_members_are_told(name: str, packed: Packed) -> None:
    """After the members that are allowed the archive ends, as a problem."""
    raw = packed([(f"{number}.txt", b"One.") for number in range(5)])
    assert told(name, raw, Options(most_members=3)) == ["One."] * 3 + ["too-large"]


@both
def test_a_large_member_does_not_stop_the_others(name: str, packed: Packed) -> None:
    """A member over the limit is told; the others are read."""
    raw = packed([("a.txt", b"x" * 2_000), ("b.txt", b"One.")])
    assert told(name, raw, Options(most_bytes=1_000)) == ["too-large", "One."]


def test_a_bomb_of_many_members_is_told_once() -> None:
    """All members together may unpack to so much only; then the archive ends."""
    raw = zipped([(f"{number}.txt", bytes(900_000)) for number in range(9)])
    assert told("a.zip", raw, Options(most_bytes=1_000_000, ratio=10))[-1] == "too-large"
    assert len(told("a.zip", raw, Options(most_bytes=1_000_000, ratio=10))) == 2


def test_a_member_that_lies_about_its_size_ends() -> None:
    """A tar whose member claims to be far larger than the archive does not keep us reading for ever."""
    assert told("a.tar", tarred([("a.txt", b"One.")], size=10**10)) == ["too-large", "broken-archive"]


def test_an_older_member_of_the_same_name_is_read_too() -> None:
    """Two members under one name are two articles: nothing is lost."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        raw = zipped([("a.txt", b"One."), ("a.txt", b"Two.")])
    assert told("a.zip", raw) == ["One.", "Two."]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\news\\a.txt", "news/a.txt"),
        ("news/./a: b.txt", "news/a: b.txt"),
        ("a\nb.txt", "a\ufffdb.txt"),
        ("..", ""),
    ],
)
def test_a_name_is_made_plain(name: str, made: str) -> None:
    """Names that climb, begin at the root or name a drive become relative paths."""
    assert plain(name) == made


@given(st.text(max_size=30))
def test_no_name_climbs(name: str) -> None:
    """Whatever a member is called, its name is relative, stays below, can be encoded, and is plain already."""
    made = plain(name)
    assert not made.startswith("/")
    assert ".." not in made.split("/")
    assert made.encode().decode() == made
    assert hidden(made) in (True, False)


@pytest.mark.parametrize("folder", ["A_files", "A.files", "A-Dateien", "A_fichiers"])
def test_browsers_name_the_folder_in_their_language(folder: str) -> None:
    """The folder of a page is known under the names that browsers give it."""
    folders = page_folders(["news/A.htm", "news/B.txt"])
    assert furniture(f"news/{folder}/x.html", folders)
    assert not furniture(f"{folder}/x.html", folders)
    assert not furniture("news/B_files/x.html", folders)


def _flipped(raw: bytes, old: bytes, new: bytes) -> bytes:
    """The archive with the last place at which something stands changed: that is in its directory."""
    before, _, behind = raw.rpartition(old)
    return before + new + behind


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(b"a.txt", b"b.txt", id="another name"),
        pytest.param(b"a.txt", b"\0.txt", id="no name"),
        pytest.param(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xf4", id="a version to come"),
    ],
)
def test_a_directory_that_leads_astray_is_damage(old: bytes, new: bytes) -> None:
    """Whichever of its many errors zipfile raises, the archive is told as damaged, not as a fault of ours."""
    codes = told("h.zip", _flipped(zipped([("a.txt", b"One.")]), old, new))
    assert codes in (["broken-archive"], ["no-articles"])


class _OneWay(io.RawIOBase):
    """A place to write to without going back."""

    def __init__(self) -> None:
        self.written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.written += bytes(data)
        return len(bytes(data))


def _streamed(members: list[tuple[str, bytes]]) -> bytes:
    """A zip whose sizes stand behind the members, as programs write them that cannot go back."""
    out = _OneWay()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members:
            archive.writestr(name, raw)
    return bytes(out.written)


@pytest.mark.parametrize("packed", [zipped, _streamed])
def test_of_a_zip_whose_end_is_lost_the_whole_members_are_read(packed: Packed) -> None:
    """A broken download keeps what had come: the directory at its end is not needed."""
    raw = packed([("a.txt", b"One."), ("b.txt", b"Two."), ("c.txt", b"Three. " * 500)])
    third = raw.index(b"c.txt")
    assert told("h.zip", raw[: third + 10]) == ["One.", "Two.", "broken-archive"]
    assert told("h.zip", raw[: raw.index(b"PK\x01\x02") + 5]) == ["One.", "Two.", "Three. " * 500, "broken-archive"]
    assert "2 of its files are whole" in getattr(records("h.zip", raw[: third + 10])[-1], "message", "")


def test_a_salvaged_member_is_checked() -> None:
    """What was damaged before the end was lost is told, not read."""
    raw = zipped([("a.txt", b"One, two, three."), ("b.txt", b"Four.")])
    at = raw.index(b"a.txt") + 8
    damaged = raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 : raw.index(b"PK\x01\x02")]
    assert told("h.zip", damaged) == ["broken-archive", "Four.", "broken-archive"]


@both
def test_members_of_one_name_have_places_of_their_own(name: str, packed: Packed) -> None:
    """An archive that was added to may hold a name twice; both are read, and can be told apart."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile's, when it writes one
        raw = packed([("a.txt", b"One."), ("a.txt", b"Two.")])
    assert told(name, raw) == ["One.", "Two."]
    assert places(name, raw) == ["a.txt", "a.txt (2)"]
