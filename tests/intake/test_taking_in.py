"""A build reads what has changed, and drops or keeps what is gone."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from morgue.errors import ArchiveError
from morgue.intake import jobs
from morgue.model import Changes, Problem
from morgue.store import Workings
from tests.intake.filing import PLAIN, taken_in

pytestmark = pytest.mark.unit


@pytest.fixture
def heap(tmp_path: Path) -> Path:
    """A folder of two articles."""
    folder = tmp_path / "heap"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.txt").write_text(f"{PLAIN} This is {name}.", encoding="utf-8")
    return folder


def test_everything_is_new_at_first(heap: Path, workings: Workings) -> None:
    """A first build reads all inputs."""
    assert taken_in(heap, workings).changes == Changes(read=2, unchanged=0)


def test_what_has_not_changed_is_not_read(heap: Path, workings: Workings) -> None:
    """A second build takes the articles from the workings, and they are the same."""
    before = taken_in(heap, workings)
    after = taken_in(heap, workings)
    assert after.changes == Changes(read=0, unchanged=2)
    assert after.articles == before.articles


def test_a_changed_file_is_read(heap: Path, workings: Workings) -> None:
    """The bytes decide: what has others is read anew."""
    taken_in(heap, workings)
    (heap / "a.txt").write_text(f"{PLAIN} This is new.", encoding="utf-8")
    intake = taken_in(heap, workings)
    assert intake.changes == Changes(read=1, unchanged=1)
    assert intake.articles[0].text.endswith("This is new.")


def test_a_touched_file_is_not_read_and_has_its_new_time(heap: Path, workings: Workings) -> None:
    """The same bytes with another time of change: the article is known, the time is the file's."""
    taken_in(heap, workings)
    os.utime(heap / "a.txt", (1_700_000_000, 1_700_000_000))
    intake = taken_in(heap, workings)
    assert intake.changes == Changes(read=0, unchanged=2)
    assert intake.articles[0].document.read_at == "2023-11-14T22:13:20Z"


def test_a_manifest_that_says_something_new_is_heard(heap: Path, workings: Workings) -> None:
    """A file is read anew when what a manifest says of it has changed, others are not."""
    taken_in(heap, workings)
    (heap / "manifest.csv").write_text("path,headline\nb.txt,Ferries back\nc.txt,Nothing\n", encoding="utf-8")
    intake = taken_in(heap, workings)
    assert intake.changes == Changes(read=1, unchanged=1)
    assert [article.headline for article in intake.articles] == [None, "Ferries back"]
    assert [problem.code for problem in intake.problems] == ["unmatched-row"]


def test_what_is_gone_is_dropped_and_told(heap: Path, workings: Workings) -> None:
    """A file that disappeared leaves the archive."""
    taken_in(heap, workings)
    (heap / "a.txt").unlink()
    intake = taken_in(heap, workings)
    assert intake.changes == Changes(read=0, unchanged=1, dropped=("a.txt",))
    assert len(intake.articles) == 1


def test_what_is_gone_can_be_kept(heap: Path, workings: Workings) -> None:
    """With --keep its articles stay, build after build."""
    before = taken_in(heap, workings)
    (heap / "a.txt").unlink()
    for _ in range(2):
        intake = taken_in(heap, workings, keep=True)
        assert intake.changes == Changes(read=0, unchanged=1, kept=("a.txt",))
        assert intake.articles == before.articles


def test_a_changed_file_is_not_kept_beside_itself(heap: Path, workings: Workings) -> None:
    """With --keep a file that changed is there once, as it is now."""
    taken_in(heap, workings)
    (heap / "a.txt").write_text(f"{PLAIN} This is new.", encoding="utf-8")
    intake = taken_in(heap, workings, keep=True)
    assert (len(intake.articles), intake.changes.kept) == (2, ())


def test_a_file_of_the_same_name_elsewhere_is_another(heap: Path, workings: Workings, tmp_path: Path) -> None:
    """With --keep a folder can be added to an archive whose files have the same names."""
    taken_in(heap, workings)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.txt").write_text(f"{PLAIN} This is another.", encoding="utf-8")
    intake = taken_in(tmp_path / "more", workings, keep=True)
    assert len(intake.articles) == 3


def test_a_folder_that_was_moved_is_not_gone(heap: Path, workings: Workings) -> None:
    """The same files elsewhere are the same inputs."""
    taken_in(heap, workings)
    assert taken_in(heap.rename(heap.with_name("moved")), workings, keep=True).changes == Changes(read=0, unchanged=2)


def test_a_file_that_cannot_be_read_is_a_problem(
    heap: Path, workings: Workings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without permission is told; the others go on."""
    opened = Path.open

    def refusing(path: Path, mode: str = "r") -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refusing)
    intake = taken_in(heap, workings)
    assert [(problem.path, problem.code) for problem in intake.problems] == [("a.txt", "unreadable")]
    assert len(intake.articles) == 1


def test_what_another_edition_kept_is_never_dropped_in_silence(
    heap: Path, workings: Workings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where what is to be kept can't be understood, the build fails and the old archive stays."""
    taken_in(heap, workings)
    (heap / "a.txt").unlink()
    monkeypatch.setattr(jobs, "_DECODER", msgspec.msgpack.Decoder(Problem))
    with pytest.raises(ArchiveError, match=r"a\.txt is gone"):
        taken_in(heap, workings, keep=True)
