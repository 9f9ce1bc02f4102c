"""The data package of an export keeps what the standard demands, and its files keep what the package says."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # has no types
import pytest

from morgue.publish.exports.export import Options, export
from tests.sample import write_sample
from tests.served import ROOT

pytestmark = pytest.mark.unit

SCHEMA = json.loads((Path(__file__).parent / "datapackage.schema.json").read_text("utf-8"))
READ = {"integer": int, "number": float, "string": str}
Package = dict[str, Any]


@pytest.fixture(scope="module", params=["csv", "parquet"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's tables, in each form."""
    made = tmp_path_factory.mktemp(request.param)
    archive = write_sample(tmp_path_factory.mktemp("archive") / "archive.db")
    export(Options(archive, made, ROOT / "metadata.yml", form=request.param))
    return made


@pytest.fixture(scope="module")
def package(folder: Path) -> Package:
    """What is told of them."""
    told: Package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return told


def rows(folder: Path, resource: Package) -> Iterator[dict[str, str]]:
    """The rows of a file of CSV, as text."""
    with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
        csv.field_size_limit(1 << 30)
        yield from csv.DictReader(file)


def test_the_package_is_one(package: Package) -> None:
    """By the standard."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    found = jsonschema.Draft202012Validator(SCHEMA, format_checker=checker).iter_errors(package)
    assert [error.message for error in found] == []


@pytest.mark.parametrize(
    "wrong",
    [{"name": "Two words"}, {"resources": []}, {"profile": "folder"}, {"resources": [{"name": "a", "path": "../a"}]}],
    ids=str,
)
def test_what_is_none_is_refused(package: Package, wrong: Package) -> None:
    """The check above can fail."""
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(package | wrong)


def test_keys_name_columns_and_tables_that_there_are(package: Package) -> None:
    """A key is of its table's fields; a link leads to a field of a table in the package."""
    fields = {each["name"]: {field["name"] for field in each["schema"]["fields"]} for each in package["resources"]}
    assert len(fields) == len(package["resources"])
    links = 0
    for each in package["resources"]:
        assert set(each["schema"].get("primaryKey", ())) <= fields[each["name"]]
        for link in each["schema"].get("foreignKeys", ()):
            links += 1
            assert link["fields"] in fields[each["name"]]
            assert link["reference"]["fields"] in fields[link["reference"]["resource"]]
    assert links > 10


@pytest.mark.parametrize("folder", ["csv"], indirect=True)
def test_every_cell_is_of_its_type(folder: Path, package: Package) -> None:
    """As the package says, and the rows are as many."""
    for each in package["resources"]:
        kinds = {field["name"]: READ[field["type"]] for field in each["schema"]["fields"]}
        found = list(rows(folder, each))
        assert len(found) == each["rows"]
        assert all(row.keys() == kinds.keys() for row in found)
        for name, cell in ((name, cell) for row in found for name, cell in row.items()):
            assert cell == "" or kinds[name](cell) is not None, (each["name"], name, cell)


@pytest.mark.parametrize("folder", ["parquet"], indirect=True)
def test_every_file_is_there(folder: Path, package: Package) -> None:
    """And is Parquet."""
    assert all((folder / each["path"]).read_bytes()[:4] == b"PAR1" for each in package["resources"])


@pytest.mark.parametrize("folder", ["csv"], indirect=True)
def test_links_between_tables_lead_to_rows(folder: Path, package: Package) -> None:
    """Whatever names a row of another table, that row is there."""
    known = {each["name"]: each for each in package["resources"]}
    for each in package["resources"]:
        for link in each["schema"].get("foreignKeys", ()):
            other = link["reference"]
            there = {row[other["fields"]] for row in rows(folder, known[other["resource"]])}
            here = {row[link["fields"]] for row in rows(folder, each)} - {""}
            assert here <= there, (each["name"], link)
