"""The same bytes twice are one document."""

from pathlib import Path

import pytest

from morgue.model import Original, Problem
from morgue.read import find, read, unique

pytestmark = pytest.mark.unit


def records(folder: Path) -> list[Original | Problem]:
    """Everything that is read from a folder, each document once."""
    return list(unique(record for found in find([folder])[0] for record in read(found)))


def test_the_second_of_two_equal_files_is_a_warning(tmp_path: Path) -> None:
    """The first file is kept; the problem of the second names it."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The same article.", encoding="utf-8")
    first, second = records(tmp_path)
    assert isinstance(first, Original)
    assert isinstance(second, Problem)
    assert (second.code, second.level, second.path) == ("duplicate", "warning", "b.txt")
    assert "a.txt" in second.message


def test_equal_texts_under_different_ids_stay(tmp_path: Path) -> None:
    """Two outlets' copies of one text are two articles: only equal bytes are one."""
    lines = '{"id": 1, "text": "The same article."}\n{"id": 2, "text": "The same article."}\n'
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    assert [type(record) for record in records(tmp_path)] == [Original, Original]


def test_equal_lines_are_told_by_their_numbers(tmp_path: Path) -> None:
    """Within a file of many records the problem names both lines."""
    (tmp_path / "a.jsonl").write_text('{"text": "Again."}\n' * 2, encoding="utf-8")
    problem = records(tmp_path)[1]
    assert isinstance(problem, Problem)
    assert (problem.path, "a.jsonl, line 1" in problem.message) == ("a.jsonl, line 2", True)
