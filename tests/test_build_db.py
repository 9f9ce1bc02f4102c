"""The build command as a user meets it: its exit codes, its words, and what it does with bad input."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from morgue.cli import build, main
from tests.conftest import SEEDS
from tests.served import ROOT

SEED = SEEDS / "004_fdf5a3c8ae985b17.txt"


def run(*arguments: str | Path) -> Result:
    """Runs the command in this process."""
    return CliRunner().invoke(build, [str(argument) for argument in arguments])


def problems(path: Path) -> dict[str, str]:
    """By code: the message of each problem that the archive keeps."""
    with sqlite3.connect(path) as db:
        return dict(db.execute("select code, message from problems").fetchall())


@pytest.fixture
def heap(tmp_path: Path) -> Path:
    """A folder with one real article, to which a test adds something bad."""
    folder = tmp_path / "heap"
    folder.mkdir()
    shutil.copy(SEED, folder)
    return folder


def test_it_builds_and_closes_with_a_table(tmp_path: Path) -> None:
    """A build ends with exit code 0 and a table of what the archive holds and where the seconds went."""
    result = run(SEEDS, "-o", tmp_path / "a.db")
    assert result.exit_code == 0, result.output
    for word in ("documents", "articles", "entities", "quotes", "stories", "problems", "extract", "store"):
        assert word in result.stdout


def test_json_says_the_same_to_programs(tmp_path: Path) -> None:
    """With --json the closing report is one JSON object with counts, seconds per step, and every problem."""
    report = json.loads(run(SEEDS, "-o", tmp_path / "a.db", "--json").stdout)
    assert report["counts"]["articles"] == 5
    assert report["seconds"]["extract"] > 0
    assert report["problems"] == [] or {"path", "code", "message"} <= report["problems"][0].keys()


def test_quiet_says_nothing(tmp_path: Path) -> None:
    """With --quiet a good build prints nothing at all."""
    result = run(SEED, "-o", tmp_path / "a.db", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_the_installed_command_is_the_same(tmp_path: Path) -> None:
    """`morgue build` is build_db.py under another name."""
    result = CliRunner().invoke(main, ["build", str(SEED), "-o", str(tmp_path / "a.db"), "--quiet"])
    assert result.exit_code == 0, result.output


@pytest.mark.unit
def test_help_teaches() -> None:
    """--help shows examples and explains the exit codes."""
    result = run("--help")
    assert result.exit_code == 0
    assert "python build_db.py ~/clippings" in result.output
    assert "2 wrong" in result.output


@pytest.mark.unit
def test_an_input_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    """A missing input ends with exit code 2 and its name."""
    result = run(tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.output


@pytest.mark.unit
def test_no_input_and_no_seeds_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an input, and without a folder seeds/ here, the command says what to name."""
    monkeypatch.chdir(tmp_path)
    result = run()
    assert result.exit_code == 2
    assert "seeds/" in result.output


def test_an_unknown_model_is_one_plain_line(tmp_path: Path) -> None:
    """A model that is not installed ends with exit code 1 and the command that brings it."""
    result = run(SEED, "-o", tmp_path / "a.db", "--model", "xx_no_such_model")
    assert result.exit_code == 1
    assert "xx_no_such_model" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty-file"),
        ("picture.txt", bytes(range(256)) * 20, "binary-file"),
        ("broken.jsonl", b'{"id": 1, "text": ', "bad-json"),
        ("again.txt", SEED.read_bytes(), "duplicate"),
    ],
)
def test_bad_input_is_a_row_in_problems(heap: Path, tmp_path: Path, name: str, content: bytes, code: str) -> None:
    """An empty, binary, broken or doubled file is said in a clear line and kept in `problems`; the rest goes on."""
    (heap / name).write_bytes(content)
    result = run(heap, "-o", tmp_path / "a.db")
    assert result.exit_code == 0, result.output
    assert name in problems(tmp_path / "a.db")[code]
    assert name in result.output.replace("\n", "")


def test_a_link_to_nowhere_is_a_row_in_problems(heap: Path, tmp_path: Path) -> None:
    """A link whose target is gone is kept in `problems` with its name."""
    (heap / "gone.txt").symlink_to(heap / "nowhere.txt")
    assert run(heap, "-o", tmp_path / "a.db").exit_code == 0
    assert "gone.txt" in problems(tmp_path / "a.db")["unreadable"]


def test_an_archive_may_lie_among_its_inputs(heap: Path) -> None:
    """Built twice into the folder that it reads, an archive holds the articles and no word about itself."""
    for _ in range(2):
        assert run(heap, "-o", heap / "a.db").exit_code == 0
    assert not [message for message in problems(heap / "a.db").values() if "a.db" in message or "a.work" in message]


def test_a_rebuild_says_what_it_did(heap: Path, tmp_path: Path) -> None:
    """What was read, what had not changed and what is gone stand in the report; --keep keeps it, --fresh reads all."""
    assert run(heap, "-o", tmp_path / "a.db").exit_code == 0
    (heap / "more.txt").write_bytes(SEED.read_bytes() + b"\nIt was the last word.\n")
    assert "1 inputs read" in run(heap, "-o", tmp_path / "a.db").output
    (heap / "more.txt").unlink()
    assert "1 no longer there, kept: more.txt" in run(heap, "-o", tmp_path / "a.db", "--keep").output
    assert "1 no longer there, dropped: more.txt" in run(heap, "-o", tmp_path / "a.db").output
    told = json.loads(run(heap, "-o", tmp_path / "a.db", "--fresh", "--json").output)
    assert told["changes"]["unchanged"] == 0


def test_nothing_to_archive_leaves_the_old_archive(tmp_path: Path) -> None:
    """A folder without articles ends with exit code 1, a plain line, and the old archive untouched."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.db").write_bytes(b"the old archive")
    result = run(tmp_path / "empty", "-o", tmp_path / "a.db")
    assert result.exit_code == 1
    assert "empty" in result.output
    assert (tmp_path / "a.db").read_bytes() == b"the old archive"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.db", "empty"]


def test_an_interrupted_build_leaves_the_old_archive(tmp_path: Path) -> None:
    """A build that is ended half-way says so, and changes nothing; what it has read the next build need not read."""
    (tmp_path / "a.db").write_bytes(b"the old archive")
    command = [sys.executable, str(ROOT / "build_db.py"), str(SEEDS), "-o", str(tmp_path / "a.db")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        while not (tmp_path / "a.workings").exists():  # until it has begun to write beside the old archive
            assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        told = process.stderr.read()
    assert process.returncode == 1
    assert "Interrupted" in told
    assert {path.name for path in tmp_path.iterdir()} <= {"a.db", "a.workings"}
    assert (tmp_path / "a.db").read_bytes() == b"the old archive"


def test_the_same_input_gives_the_same_archive(tmp_path: Path) -> None:
    """Two builds of the same files differ in nothing but the row about the build."""
    for name in ("one.db", "two.db"):
        assert run(SEEDS, "-o", tmp_path / name, "--quiet").exit_code == 0
    dumps = []
    for name in ("one.db", "two.db"):
        with sqlite3.connect(tmp_path / name) as db:
            dumps.append([line for line in db.iterdump() if not line.startswith('INSERT INTO "builds"')])
    assert dumps[0] == dumps[1]


@pytest.mark.parametrize("pair", ["headline", "=Title", "headline="])
def test_a_column_without_its_field_is_wrong_usage(pair: str) -> None:
    """What --map is given must name a field and a column: exit code 2, with an example."""
    result = run(SEEDS, "--map", pair)
    assert result.exit_code == 2
    assert "headline=Title" in result.output


def test_members_of_archives_become_articles(tmp_path: Path) -> None:
    """A zip of articles builds the archive that its folder would."""
    packed = shutil.make_archive(str(tmp_path / "seeds"), "zip", SEEDS)
    report = json.loads(run(packed, "-o", tmp_path / "a.db", "--json").stdout)
    assert report["counts"]["articles"] == 5
    assert {each["stage"] for each in report["problems"]} <= {"link"}


def test_corrections_are_applied(tmp_path: Path) -> None:
    """What people have decided in corrections.yml, or in the file that is named, holds in the archive."""
    verdict = "- rename: {{person: {}}}\n  to: J. Biden\n  note: A test.\n  author: R. Imrie\n  date: 2026-11-22\n"
    (tmp_path / "own.yml").write_text(verdict.format("Joe Biden"), encoding="utf-8")
    assert run(SEEDS, "-o", tmp_path / "a.db", "--corrections", tmp_path / "own.yml").exit_code == 0
    with closing(sqlite3.connect(tmp_path / "a.db")) as db:
        assert db.execute("SELECT count(*) FROM entities WHERE name = 'J. Biden'").fetchone() == (1,)


def test_corrections_that_cannot_be_understood_end_the_build(heap: Path, tmp_path: Path) -> None:
    """A slip in the file is told with its line before anything is read."""
    (tmp_path / "own.yml").write_text("- renam: {person: Joe Biden}\n", encoding="utf-8")
    result = run(heap, "-o", tmp_path / "a.db", "--corrections", tmp_path / "own.yml")
    assert result.exit_code == 1
    assert "own.yml, line 1" in result.output
    assert not (tmp_path / "a.db").exists()
