"""`morgue api` writes what describes the API."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from morgue.commands.api import api, written

pytestmark = pytest.mark.unit


def test_the_files_are_written_anew(tmp_path: Path) -> None:
    """And are as they should be then; a second time there is nothing to do."""
    answer = CliRunner().invoke(api, [str(tmp_path)])
    assert answer.exit_code == 0
    assert {name: (tmp_path / name).read_text("utf-8") for name in written()} == written()
    assert CliRunner().invoke(api, [str(tmp_path)]).output == ""


def test_what_is_out_of_date_is_said(tmp_path: Path) -> None:
    """Without a change to it."""
    CliRunner().invoke(api, [str(tmp_path)])
    (tmp_path / "openapi.json").write_text("{}", "utf-8")
    answer = CliRunner().invoke(api, [str(tmp_path), "--check"])
    assert answer.exit_code == 1
    assert answer.output == f"{tmp_path / 'openapi.json'} is out of date: run `morgue api`\n"
    assert (tmp_path / "openapi.json").read_text("utf-8") == "{}"


def test_it_can_be_printed() -> None:
    """For a pipe."""
    assert json.loads(CliRunner().invoke(api, ["--print"]).output)["openapi"] == "3.1.0"
