"""Files are found in a stable order, and what stands in the way is told plainly."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from morgue.errors import InputError
from morgue.model import Original, Problem
from morgue.read import Found, find, read

pytestmark = pytest.mark.unit


@pytest.fixture
def unprivileged() -> Iterator[Callable[[], None]]:
    """Gives up root's right to read everything, for the rest of a test; other users have none to give up."""
    user = os.geteuid()
    yield lambda: os.seteuid(65534) if user == 0 else None
    os.seteuid(user)


def put(folder: Path, *paths: str) -> None:
    """Writes an article under each path."""
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"The article at {path}.", encoding="utf-8")


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    """Files are sorted by their paths relative to the input, whatever order the disk has."""
    put(tmp_path, "b.txt", "a/z.txt", "a/b/c.jsonl", "c.md")
    found, problems = find([tmp_path])
    assert [each.path for each in found] == ["a/b/c.jsonl", "a/z.txt", "b.txt", "c.md"]
    assert problems == ()


def test_a_found_file_tells_its_size(tmp_path: Path) -> None:
    """The size in bytes is known before reading, for a progress bar."""
    (tmp_path / "a.txt").write_bytes("é".encode())
    (found,) = find([tmp_path])[0]
    assert (found.path, found.bytes, found.name) == ("a.txt", 2, "a.txt")


def test_a_file_may_be_an_input(tmp_path: Path) -> None:
    """A file that is named itself has its name as its path."""
    put(tmp_path, "folder/a.txt")
    assert [each.path for each in find([tmp_path / "folder" / "a.txt"])[0]] == ["a.txt"]


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    """What the system or a version control keeps in hidden files is no article, and no problem."""
    put(tmp_path, "a.txt", ".hidden.txt", ".git/config.txt", ".DS_Store")
    found, problems = find([tmp_path])
    assert [each.path for each in found] == ["a.txt"]
    assert problems == ()


def test_an_unknown_kind_is_told_with_the_known_ones(tmp_path: Path) -> None:
    """A file that no format reads becomes a warning that names the extensions that would do."""
    put(tmp_path, "a.txt", "table.xls")
    (problem,) = find([tmp_path])[1]
    assert (problem.code, problem.level, problem.path) == ("unsupported", "warning", "table.xls")
    assert ".jsonl" in problem.message
    assert ".txt" in problem.message


def test_a_missing_input_is_an_error(tmp_path: Path) -> None:
    """An input that does not exist stops the build, named."""
    with pytest.raises(InputError, match="nowhere"):
        find([tmp_path / "nowhere"])


def test_a_folder_without_articles_is_a_problem(tmp_path: Path) -> None:
    """A folder that holds nothing to read is told by name."""
    (problem,) = find([tmp_path])[1]
    assert (problem.code, problem.level, problem.path) == ("no-articles", "error", tmp_path.name)


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    """A link to a folder that it lies in is told and not followed for ever."""
    put(tmp_path, "in/a.txt")
    (tmp_path / "in" / "again").symlink_to(tmp_path)
    found, problems = find([tmp_path])
    assert [each.path for each in found] == ["in/a.txt"]
    assert [(each.code, each.path) for each in problems] == [("unreadable", "in/again")]


def test_a_link_to_nothing_is_unreadable(tmp_path: Path) -> None:
    """A link whose file has gone is told."""
    put(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    assert [(each.code, each.path) for each in find([tmp_path])[1]] == [("unreadable", "b.txt")]


def test_a_link_to_itself_is_unreadable(tmp_path: Path) -> None:
    """A link to itself, named as the input, is a problem and not an exception."""
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert [each.code for each in find([tmp_path / "loop.txt"])[1]] == ["unreadable"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A named pipe would block the build for ever: it is no file to read."""
    os.mkfifo(tmp_path / "pipe.txt")
    found, problems = find([tmp_path])
    assert found == ()
    assert sorted(each.code for each in problems) == ["no-articles", "unsupported"]


def test_a_file_that_vanishes_is_unreadable(tmp_path: Path) -> None:
    """Between finding and reading a file may go: a problem, no exception."""
    gone = Found("a.txt", 1, "2022-02-15T00:00:00Z", lambda: (tmp_path / "a.txt").open("rb"))
    (problem,) = read(gone)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.path) == ("unreadable", "a.txt")


def test_a_forbidden_file_is_unreadable(tmp_path: Path, unprivileged: Callable[[], None]) -> None:
    """A file without permission to read it is told."""
    put(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)
    found = find([tmp_path])[0][0]
    unprivileged()
    (problem,) = read(found)
    assert isinstance(problem, Problem)
    assert problem.code == "unreadable"


def test_the_same_file_reads_the_same(tmp_path: Path) -> None:
    """The time of a document is its file's, not the clock's: reading twice gives the same."""
    put(tmp_path, "a.txt")
    os.utime(tmp_path / "a.txt", (1_700_000_000, 1_700_000_000))
    (found,) = find([tmp_path])[0]
    (document,) = read(found)
    assert isinstance(document, Original)
    assert document.read_at == "2023-11-14T22:13:20Z"
    assert list(read(found)) == [document]


def test_what_the_build_itself_writes_is_no_input(tmp_path: Path) -> None:
    """An archive among the articles that it is made of is passed over without a word."""
    put(tmp_path, "a.txt", "archive.db")
    found, problems = find([tmp_path], frozenset({(tmp_path / "archive.db").resolve()}))
    assert [each.path for each in found] == ["a.txt"]
    assert problems == ()
