"""Every format reads its golden cases as they were once checked by eye."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from morgue.model import Original, Problem
from morgue.read import find, read
from morgue.read.registry import FORMATS

pytestmark = pytest.mark.unit
GOLDEN = Path(__file__).parent / "golden"


def told(record: Original | Problem) -> dict[str, Any]:
    """A record without what differs between machines and what other fields repeat."""
    if isinstance(record, Problem):
        return {"problem": record.code, "path": record.path, "level": record.level, "message": record.message}
    fields = asdict(record)
    del fields["raw"], fields["bytes"], fields["read_at"], fields["sha256"]
    fields["stated"] = {name: value for name, value in fields["stated"].items() if value}
    return fields


def test_there_are_golden_cases_for_each_format() -> None:
    """No format exists without golden cases, and no cases without a format."""
    assert {each.name for each in FORMATS} == {folder.name for folder in GOLDEN.iterdir()}


@pytest.mark.parametrize("name", [each.name for each in FORMATS])
def test_a_format_reads_its_golden_cases(name: str, tmp_path: Path) -> None:
    """What is read from the inputs of a format is what expected.json says."""
    shutil.copytree(GOLDEN / name / "inputs", tmp_path / "inputs")
    found, problems = find([tmp_path / "inputs"])
    records = [*problems, *(record for each in found for record in read(each))]
    expected = json.loads((GOLDEN / name / "expected.json").read_text(encoding="utf-8"))
    assert [told(record) for record in records] == expected
