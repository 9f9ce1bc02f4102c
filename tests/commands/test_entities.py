"""`morgue entities` as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from morgue.commands.entities import entities
from morgue.corrections import read
from tests.sample import write_sample

pytestmark = pytest.mark.unit


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive."""
    return write_sample(tmp_path_factory.mktemp("sample") / "archive.db")


def run(*arguments: str | Path) -> Result:
    """Runs the command in this process."""
    return CliRunner().invoke(entities, [str(argument) for argument in arguments])


def test_it_lists_the_most_mentioned(archive: Path) -> None:
    """Count, kind, uid and name, the most mentioned first, as many as asked for."""
    lines = run(archive, "--limit", "2").stdout.splitlines()

    assert len(lines) == 2
    counts = [int(line.split()[0]) for line in lines]
    assert counts == sorted(counts, reverse=True)
    assert "Port Verity" in lines[0] + lines[1]


def test_suspicions_can_be_pasted(archive: Path, tmp_path: Path) -> None:
    """What --suspicious prints is a file of corrections, signed as asked."""
    result = run(archive, "--suspicious", "--author", "R. Imrie")
    path = tmp_path / "corrections.yml"
    path.write_text(result.stdout, encoding="utf-8")

    assert result.exit_code == 0, result.output
    assert {verdict.signed.author for verdict in read(path)} <= {"R. Imrie"}
    assert "suspicions" in result.stdout


def test_programs_get_json(archive: Path) -> None:
    """With --json the same as one object."""
    assert len(json.loads(run(archive, "--json", "--limit", "3").stdout)["entities"]) == 3
    suspicious = json.loads(run(archive, "--suspicious", "--json").stdout)

    assert suspicious["total"] == len(suspicious["suspicions"])


def test_a_missing_archive_is_told(tmp_path: Path) -> None:
    """Exit code 1 and one plain line."""
    result = run(tmp_path / "none.db", "--suspicious")

    assert result.exit_code == 1
    assert "There is no archive" in result.stderr


def test_help_teaches() -> None:
    """--help shows how to paste."""
    assert "--suspicious >> corrections.yml" in run("--help").output
