"""A rebuild works on what changed only, and gives the archive that a full build gives."""

from __future__ import annotations

import json
import os
import random
import re
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from rich.console import Console

from morgue import extracting
from morgue.model import Article, Facts, Mention
from morgue.pipeline import Built, Options, build
from morgue.progress import Steps

pytestmark = pytest.mark.unit
NAMES = ("Ada Okafor", "Mara Quill", "Tomas Imrie", "Lena Brandt", "Omar Reyes")
PLACES = ("harbour", "library", "market", "bridge", "theatre", "station")
EDITS = 25


class Names:
    """An extractor without a model: it knows five names."""

    model, model_version = "names", "1"
    texts = 0

    def reads(self, _language: str | None) -> bool:
        """Any language."""
        return True

    def with_what(self, _language: str | None) -> tuple[str, str]:
        """The model that reads it."""
        return self.model, self.model_version

    def facts(self, article: Article) -> Facts:
        """The names in the text."""
        type(self).texts += 1
        found = re.finditer("|".join(NAMES), article.text)
        return Facts(tuple(Mention(m.start(), m.end(), m[0], "PERSON", "person", "list", 1.0) for m in found))


@pytest.fixture(autouse=True)
def without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here waits for a language model."""
    monkeypatch.setattr(extracting, "extractor", lambda _: Names())


def words(dice: random.Random) -> str:
    """An article's text."""
    return " ".join(
        f"The {dice.choice(PLACES)} was closed for {dice.randint(2, 30)} days, as {dice.choice(NAMES)} had asked."
        for _ in range(dice.randint(2, 5))
    )


def write(path: Path, dice: random.Random) -> None:
    """A file of the kind that its name says, with one or more new articles."""
    if path.suffix == ".jsonl":
        lines = (
            json.dumps({"url": f"https://example.org/{dice.randint(1, 9)}", "text": words(dice)}) for _ in range(3)
        )
        path.write_text("\n".join(lines), encoding="utf-8")
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            for number in range(2):
                archive.writestr(zipfile.ZipInfo(f"{number}.txt", (2022, 2, 15, 9, 50, 30)), words(dice))
    elif path.suffix == ".html":
        path.write_text(f"<html><h1>News</h1><p>{words(dice)}</p></html>", encoding="utf-8")
    elif path.suffix == ".csv":
        path.write_text(f"path,headline\n1.txt,Number {dice.randint(1, 99)}\ngone.txt,None\n", encoding="utf-8")
    else:
        path.write_text(words(dice), encoding="utf-8")


def edit(folder: Path, dice: random.Random) -> str:
    """One thing that people do to a heap of files, and what it was."""
    there = sorted(each for each in folder.iterdir() if each.name != "2.txt")  # an archive of nothing is refused
    name = dice.choice(("1.txt", "2.txt", "3.jsonl", "4.zip", "5.html", "6.txt", "manifest.csv", "broken.zip"))
    kinds: dict[str, Callable[[], object]] = {
        f"write {name}": lambda: (
            write(folder / name, dice) if name != "broken.zip" else (folder / name).write_bytes(b"PK")
        ),
        f"remove {there[0].name}": dice.choice(there).unlink,
        "touch": lambda: os.utime(dice.choice(there), (dice.randint(1, 10**9),) * 2),
        "copy": lambda: (folder / f"copy-{there[-1].name}").write_bytes(there[-1].read_bytes()),
        "rename": lambda: there[-1].rename(folder / f"old-{there[-1].name}"),
    }
    kind = dice.choice([kind for kind in kinds if len(there) > 1 or kind.startswith("write")])
    kinds[kind]()
    return kind


def built(folder: Path, archive: Path) -> Built:
    """Builds a folder."""
    with Steps(Console(stderr=True), quiet=True) as steps:
        return build(Options((folder,), archive), steps)


def dump(archive: Path) -> str:
    """The whole archive as SQL, but for the hour at which it was built."""
    with closing(sqlite3.connect(archive)) as db:
        db.execute("DELETE FROM builds")
        return "\n".join(db.iterdump())


def test_a_rebuild_gives_the_archive_of_a_full_build(tmp_path: Path) -> None:
    """Whatever is written, removed, renamed, copied or touched: both archives are the same to the letter."""
    dice = random.Random(20220215)  # noqa: S311 - the same edits each time
    folder = tmp_path / "heap"
    folder.mkdir()
    for name in ("1.txt", "2.txt", "3.jsonl"):
        write(folder / name, dice)
    built(folder, tmp_path / "again.db")
    edits = []
    for number in range(EDITS):
        edits.append(edit(folder, dice))
        built(folder, tmp_path / "again.db")
        built(folder, tmp_path / f"full-{number}.db")
        assert dump(tmp_path / "again.db") == dump(tmp_path / f"full-{number}.db"), edits


def test_no_text_is_read_for_facts_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rebuild, and a copy of the same text under another name, find the facts that are known."""
    (tmp_path / "heap").mkdir()
    write(tmp_path / "heap" / "1.txt", random.Random(1))  # noqa: S311 - the same words each time
    built(tmp_path / "heap", tmp_path / "a.db")
    text = (tmp_path / "heap" / "1.txt").read_text(encoding="utf-8")
    (tmp_path / "heap" / "2.md").write_text(f"{text}\n", encoding="utf-8")

    monkeypatch.setattr(Names, "texts", 0)
    assert built(tmp_path / "heap", tmp_path / "a.db").build.counts["articles"] == 2
    assert Names.texts == 0


def test_an_edition_with_another_model_reads_all_texts_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts are remembered for one model in one version."""
    (tmp_path / "heap").mkdir()
    write(tmp_path / "heap" / "1.txt", random.Random(1))  # noqa: S311 - the same words each time
    built(tmp_path / "heap", tmp_path / "a.db")

    monkeypatch.setattr(Names, "texts", 0)
    monkeypatch.setattr(Names, "model_version", "2")
    built(tmp_path / "heap", tmp_path / "a.db")
    assert Names.texts == 1
