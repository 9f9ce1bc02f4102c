"""An archive of the small articles in heap.yml, built once as any user would."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import yaml
from rich.console import Console

from morgue.errors import ModelError
from morgue.pipeline import Options, build
from morgue.progress import Steps

HEAP = Path(__file__).with_name("heap.yml")


def written(folder: Path) -> Path:
    """The articles as a file that a build reads, each on a day of its own."""
    articles = yaml.safe_load(HEAP.read_text(encoding="utf-8"))
    path = folder / "heap.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number, (name, article) in enumerate(articles.items()):
            day = f"2022-{2 + number // 28:02d}-{number % 28 + 1:02d}"
            told = {"id": name, "title": article["headline"], "text": article["text"], "source": "The Example"}
            file.write(json.dumps({**told, "published": day}) + "\n")
    return path


def built(inputs: Path, output: Path, corrections: Path | None = None) -> Path:
    """An archive of the articles, under these corrections."""
    options = Options((inputs,), output) if corrections is None else Options((inputs,), output, corrections=corrections)
    try:
        with Steps(Console(stderr=True), quiet=True) as steps:
            build(options, steps)
    except ModelError as error:
        pytest.skip(str(error))
    return output


@pytest.fixture(scope="session")
def heap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the articles, and the archive of them."""
    folder = tmp_path_factory.mktemp("heap")
    built(written(folder), folder / "archive.db")
    return folder


@pytest.fixture
def db(heap: Path) -> Iterator[sqlite3.Connection]:
    """A connection to the archive."""
    with closing(sqlite3.connect(f"file:{heap / 'archive.db'}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection
