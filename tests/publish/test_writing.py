"""Files are written only where they differ."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from morgue.errors import ArchiveError
from morgue.publish.writing import SiteWriter

pytestmark = pytest.mark.unit


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    """And noted with its checksum and length."""
    writer = SiteWriter(tmp_path)
    writer.write("a/b/c.txt", b"words")
    assert (tmp_path / "a/b/c.txt").read_bytes() == b"words"
    (record,) = writer.taken()
    assert (record.path, record.digest, record.size, record.is_new) == (
        "a/b/c.txt", sha256(b"words").hexdigest(), 5, True,
    )  # fmt: skip


def test_what_is_there_already_is_left_alone(tmp_path: Path) -> None:
    """Its time stays, so that copying programs pass it over."""
    file = tmp_path / "a.txt"
    file.write_bytes(b"words")
    before = file.stat().st_mtime_ns
    writer = SiteWriter(tmp_path)
    writer.write("a.txt", b"words")
    assert file.stat().st_mtime_ns == before
    assert not writer.taken()[0].is_new


@pytest.mark.parametrize("content", [b"", b"wor", b"words and more", b"WORDS"])
def test_what_differs_is_written_anew(tmp_path: Path, content: bytes) -> None:
    """Also what an interrupted run has written half."""
    (tmp_path / "a.txt").write_bytes(content)
    writer = SiteWriter(tmp_path)
    writer.write("a.txt", b"words")
    assert (tmp_path / "a.txt").read_bytes() == b"words"


@pytest.mark.parametrize("path", ["/etc/passwd", "../a", "a/../../b"])
def test_nothing_is_written_outside_of_the_site(tmp_path: Path, path: str) -> None:
    """Whatever a part of the publisher asks for."""
    with pytest.raises(ArchiveError):
        SiteWriter(tmp_path / "site").write(path, b"")
