"""Reading can be watched, and a step that must not be made again is passed over."""

import gzip
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from morgue.model import Original, Problem
from morgue.read import Found, Options, Watch, find, read, registry
from morgue.read.form import Format
from morgue.read.registry import FORMATS
from tests.read.made import found, tarred, zipped

pytestmark = pytest.mark.unit
GOLDEN = Path(__file__).parent / "golden"
LINES = b'{"text": "One."}\n{"text": "Two."}\n{"text": "Three."}\n'
ONE_TO_THREE = ["One.", "Two.", "Three."]
HEAP = [("a.jsonl", LINES), ("b.txt", b"Four."), ("c.zip", zipped([("d.jsonl", LINES), ("e.txt", b"Five.")]))]


class Steps:
    """A watch that notes the steps, and lets one of them not be made."""

    def __init__(self, not_this: tuple[str, int] | None = None) -> None:
        """Notes all steps but one."""
        self.seen: list[tuple[str, int]] = []
        self._not = not_this

    def __call__(self, place: str, count: int) -> Problem | None:
        """Whether to make a step."""
        self.seen.append((place, count))
        return Problem(place, "read", "error", "hung", "It hung.") if (place, count) == self._not else None


def told(name: str, raw: bytes, watch: Watch | None = None) -> list[str]:
    """What is read in short."""
    return [each.content if isinstance(each, Original) else each.code for each in read(found(name, raw), None, watch)]


def test_a_watch_sees_each_step_of_each_place() -> None:
    """Before each record, and before the end, a watch is told the place and how many came before."""
    steps = Steps()
    told("a.jsonl", LINES, steps)
    assert steps.seen == [("a.jsonl", 0), ("a.jsonl", 1), ("a.jsonl", 2), ("a.jsonl", 3)]


@pytest.mark.parametrize("count", range(4))
def test_a_step_that_is_not_made_leaves_what_was_before(count: int) -> None:
    """The records before it come out as ever, then the watch's problem, and nothing more of that place."""
    assert told("a.jsonl", LINES, Steps(("a.jsonl", count))) == [*["One.", "Two.", "Three."][:count], "hung"]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_the_other_members_are_read_as_they_were(pack: Callable[[list[tuple[str, bytes]]], bytes]) -> None:
    """A member that hung costs nothing of what lies beside, before or behind it, at any depth."""
    raw = pack(HEAP)
    name = "h.zip" if pack is zipped else "h.tar"
    assert told(name, raw, Steps((f"{name}, a.jsonl", 1))) == ["One.", "hung", "Four.", *ONE_TO_THREE, "Five."]
    inner = f"{name}, c.zip › d.jsonl"
    assert told(name, raw, Steps((inner, 0))) == [*ONE_TO_THREE, "Four.", "hung", "Five."]
    assert told(name, raw, Steps((f"{name}, c.zip", 1))) == [*ONE_TO_THREE, "Four.", *ONE_TO_THREE, "hung"]


def test_every_step_can_be_told_from_all_others() -> None:
    """Also where a file is packed, and where two members have one name, no two steps have all in common."""
    steps = Steps()
    twice = [("a.jsonl", LINES), ("a.jsonl", LINES), ("b.jsonl.gz", gzip.compress(LINES))]
    told("h.tar", tarred(twice), steps)
    assert len(steps.seen) == len(set(steps.seen)) > 12


@pytest.mark.parametrize("name", [each.name for each in FORMATS])
def test_a_step_not_made_changes_nothing_before_it(name: str) -> None:
    """Over all golden inputs, at each step: what was read before it stays, and the steps up to it are the same ones."""
    for each in find([GOLDEN / name / "inputs"])[0]:
        steps = Steps()
        whole = list(read(each, None, steps))
        for at, step in enumerate(steps.seen[:20]):
            again = Steps(step)
            part = list(read(each, None, again))
            assert again.seen[: at + 1] == steps.seen[: at + 1]
            before = next(place for place, record in enumerate(part) if _hung(record))
            assert part[:before] == whole[:before]
            assert all(record in whole or _hung(record) for record in part)


def _hung(record: Original | Problem) -> bool:
    return isinstance(record, Problem) and record.code == "hung"


@pytest.mark.parametrize("name", [each.name for each in FORMATS])
def test_the_time_of_a_file_may_be_filled_in_afterwards(name: str) -> None:
    """Reading with no time, and giving it to whatever has none of its own, is reading with the time."""
    for each in find([GOLDEN / name / "inputs"])[0]:
        filled = [
            replace(record, read_at=each.read_at) if isinstance(record, Original) and not record.read_at else record
            for record in read(replace(each, read_at=""))
        ]
        assert filled == list(read(each))


def _hungry(_found: Found, _options: Options) -> Iterator[Original | Problem | Found]:
    yield Found("x.zip", 1, "", partial(BytesIO, b"Before."), "a.txt")
    raise MemoryError


def test_too_little_memory_is_a_problem_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would not fit is told with the option that helps, and what was read before stays."""
    monkeypatch.setitem(registry._BY_EXTENSION, ".zip", Format("zip", (".zip",), (), _hungry))  # noqa: SLF001 - a format that no file can make
    before, problem = read(found("x.zip", b"x"))
    assert isinstance(before, Original)
    assert isinstance(problem, Problem)
    assert (problem.code, "--memory" in problem.message) == ("out-of-memory", True)


def test_a_manifest_in_an_archive_can_be_passed_over() -> None:
    """Its members are then read without what it says."""
    raw = zipped([("a.txt", b"One."), ("manifest.csv", b"path,headline\na.txt,Ferry\n")])
    assert told("h.zip", raw, Steps(("h.zip, manifest.csv", 0))) == ["hung", "One."]
