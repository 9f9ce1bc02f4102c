"""Tables as files: everything that is in them, each column with what it means."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]  # it has no types
import pyarrow.csv as pa_csv  # type: ignore[import-untyped]  # it has no types
import pyarrow.parquet as pa_parquet  # type: ignore[import-untyped]  # it has no types
import pytest
from click.testing import CliRunner

from morgue.browse.tables import tables
from morgue.commands.export import export as command
from morgue.publish.exports import arrow
from morgue.publish.exports.export import Options, export
from tests.sample import write_sample
from tests.served import ROOT

pytestmark = pytest.mark.unit

METADATA = ROOT / "metadata.yml"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample archive, with what is awkward in it."""
    path = write_sample(tmp_path_factory.mktemp("archive") / "archive.db")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "UPDATE articles SET headline = '', byline = 'a \"quoted\"\nname, with comma', credit = '=1+1' WHERE id = 1"
        )
    return path


@pytest.fixture(scope="module")
def parquet(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of it as Parquet."""
    folder = tmp_path_factory.mktemp("parquet")
    export(Options(archive, folder, METADATA))
    return folder


@pytest.fixture(scope="module")
def csv(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of it as CSV."""
    folder = tmp_path_factory.mktemp("csv")
    export(Options(archive, folder, METADATA, form="csv"))
    return folder


def rows(archive: Path, table: str) -> list[dict[str, Any]]:
    """A table as it is in the archive, without its columns of bytes."""
    with closing(sqlite3.connect(archive)) as db:
        (known,) = (each for each in tables(db) if each.name == table)
        names = [each.name for each in known.columns if each.kind != "blob"]
        order = ", ".join(known.key) or "rowid"
        return [
            dict(zip(names, row, strict=True))
            for row in db.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY {order}")
        ]


def resources(folder: Path) -> dict[str, dict[str, Any]]:
    """What the data package says, by table."""
    told = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return {each["name"]: each for each in told["resources"]}


def test_parquet_is_read_back(archive: Path, parquet: Path) -> None:
    """Every row of every table, with numbers as numbers and nothing as nothing."""
    for name in resources(parquet):
        assert pa_parquet.read_table(parquet / f"{name}.parquet").to_pylist() == rows(archive, name), name


def test_csv_is_read_back(archive: Path, csv: Path) -> None:
    """Also what is nothing apart from what has no words, and line ends within a cell."""
    types = {"integer": pa.int64(), "number": pa.float64(), "string": pa.string()}
    parsing = pa_csv.ParseOptions(newlines_in_values=True)
    for name, told in resources(csv).items():
        options = pa_csv.ConvertOptions(
            column_types={field["name"]: types[field["type"]] for field in told["schema"]["fields"]},
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        )
        read = pa_csv.read_csv(csv / f"{name}.csv", parse_options=parsing, convert_options=options)
        assert read.to_pylist() == rows(archive, name), name


def test_every_column_says_what_it_is(parquet: Path) -> None:
    """In the Parquet file, in the data package and in the README."""
    readme = (parquet / "README.md").read_text("utf-8")
    for name, told in resources(parquet).items():
        schema = pa_parquet.read_schema(parquet / f"{name}.parquet")
        for field in told["schema"]["fields"]:
            note = schema.field(field["name"]).metadata[b"description"].decode()
            assert note, f"{name}.{field['name']} has no note in metadata.yml"
            assert field["description"] == note
            assert f"| {field['name']} | " in readme


def test_json_columns_are_told_from_text(archive: Path, parquet: Path) -> None:
    """Each holds JSON in every row, and no other column of text does."""
    for name in resources(parquet):
        schema = pa_parquet.read_schema(parquet / f"{name}.parquet")
        told = {field.name for field in schema if field.type == pa.json_()}
        for row in rows(archive, name):
            for column, value in row.items():
                if isinstance(value, str) and value[:1] in "{[" and value:
                    assert column in told or not _is_json(value), f"{name}.{column}"
                if column in told and value is not None:
                    json.loads(value)


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except ValueError:
        return False


def test_the_package_tells_of_each_file(archive: Path, parquet: Path) -> None:
    """Its checksum and rows, its key, and which columns lead to which table."""
    found = resources(parquet)
    for each in found.values():
        content = (parquet / each["path"]).read_bytes()
        assert each["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert each["bytes"] == len(content)
        assert each["rows"] == len(rows(archive, each["name"]))
    assert found["aliases"]["schema"]["primaryKey"] == ["entity_id", "name"]
    link = {"fields": "entity_id", "reference": {"resource": "entities", "fields": "id"}}
    assert link in found["aliases"]["schema"]["foreignKeys"]


def test_bytes_are_left_out_unless_asked_for(archive: Path, parquet: Path, tmp_path: Path) -> None:
    """Original files are large, and not everybody may pass them on; the README says what is missing."""
    assert "raw" not in pa_parquet.read_schema(parquet / "documents.parquet").names
    assert "Left out: raw." in (parquet / "README.md").read_text("utf-8")
    export(Options(archive, tmp_path, METADATA, tables=("documents",), blobs=True))
    with closing(sqlite3.connect(archive)) as db:
        wanted = [raw for (raw,) in db.execute("SELECT raw FROM documents ORDER BY id")]
    assert pa_parquet.read_table(tmp_path / "documents.parquet")["raw"].to_pylist() == wanted


def test_the_same_archive_gives_the_same_bytes(archive: Path, parquet: Path, tmp_path: Path) -> None:
    """So that a second export shows what has changed."""
    export(Options(archive, tmp_path, METADATA))
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in parquet.iterdir())
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (parquet / path.name).read_bytes(), path.name


def test_memory_holds_a_block_of_a_table(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long table is read and written piece by piece, and is the same table."""
    monkeypatch.setattr(arrow, "_READ", 3)
    monkeypatch.setattr(arrow, "_ROWS", 3)
    export(Options(archive, tmp_path, METADATA, tables=("mentions",)))
    file = pa_parquet.ParquetFile(tmp_path / "mentions.parquet")
    assert file.num_row_groups > 1
    assert file.read().to_pylist() == rows(archive, "mentions")


def test_the_command_says_what_it_wrote(archive: Path, tmp_path: Path) -> None:
    """Only the tables that were asked for."""
    asked = [str(archive), str(tmp_path / "new"), "--tables", "articles,quotes", "--metadata", str(METADATA)]
    answer = CliRunner().invoke(command, asked)
    assert answer.exit_code == 0
    assert answer.output.splitlines()[-1].startswith("2 tables, ")
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "README.md", "articles.parquet", "datapackage.json", "quotes.parquet",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--tables", "nope"], "There is no table nope. There are: aliases, "),
        (["--format", "csv", "--blobs"], "take --format parquet"),
        (["--metadata", "nope.yml"], "name another by --metadata"),
    ],
)
def test_what_cannot_be_done_is_said(archive: Path, tmp_path: Path, asked: list[str], told: str) -> None:
    """In a line, with what to do about it, and without a half-written folder."""
    folder = tmp_path / "new"
    answer = CliRunner().invoke(command, [str(archive), str(folder), "--metadata", str(METADATA), *asked])
    assert answer.exit_code == 1
    assert told in answer.output
    assert not folder.exists()


def test_an_interrupted_export_leaves_no_half_file(archive: Path, tmp_path: Path) -> None:
    """A file gets its name only when it is whole."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(Options(archive, tmp_path, METADATA, tables=("articles",)), interrupt)
    assert list(tmp_path.iterdir()) == []


def test_the_package_names_no_licence_that_there_is_not(parquet: Path) -> None:
    """The words of metadata.yml are no licence with a name; they stand as what they are."""
    told = json.loads((parquet / "datapackage.json").read_text("utf-8"))
    assert "licenses" not in told
    assert told["rights"].startswith("The articles remain")


def test_the_command_knows_what_columns_mean_wherever_it_is_called(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By Morgue's own words, where the folder has none."""
    monkeypatch.chdir(tmp_path)
    answer = CliRunner().invoke(command, [str(archive), "new", "--tables", "articles"])
    assert answer.exit_code == 0, answer.output
    assert "headline" in (tmp_path / "new" / "README.md").read_text("utf-8")
