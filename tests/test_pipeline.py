"""The pipeline joins the steps: whatever one article trips over, the others go on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from rich.console import Console

from morgue import extracting
from morgue.errors import InputError
from morgue.model import Article, Facts
from morgue.pipeline import Options, build
from morgue.progress import Steps

pytestmark = pytest.mark.unit


class NoNames:
    """An extractor without a model: it finds nothing, does not read French, and breaks on one word."""

    model, model_version = "none", "0"

    def reads(self, language: str | None) -> bool:
        """Everything but French."""
        return language != "fr"

    def with_what(self, _language: str | None) -> tuple[str, str]:
        """The model that reads it."""
        return self.model, self.model_version

    def facts(self, article: Article) -> Facts:
        """No facts."""
        if "xyzzy" in article.text:
            raise ValueError("a magic word")
        return Facts()


@pytest.fixture(autouse=True)
def without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here waits for a language model."""
    monkeypatch.setattr(extracting, "extractor", lambda _: NoNames())


def built(tmp_path: Path, **texts: str) -> tuple[dict[str, int], dict[str, str]]:
    """Builds files of these texts: the counts, and by code the message of each problem."""
    folder = tmp_path / "heap"
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Steps(Console(stderr=True), quiet=True) as steps:
        made = build(Options((folder,), tmp_path / "a.db"), steps)
    return dict(made.build.counts), {problem.code: problem.message for problem in made.problems}


PLAIN = "The harbour reopened on Friday after a long winter, and the first ferries left for the islands at noon."
FRENCH = "Le port a rouvert vendredi après un long hiver, et les premiers bateaux sont partis pour les îles à midi."


def test_an_article_that_breaks_the_model_stays_searchable(tmp_path: Path) -> None:
    """A failure of extraction is a problem with the file's name; the article is archived without names."""
    counts, problems = built(tmp_path, good=PLAIN, bad=f"{PLAIN} Nobody had heard the word xyzzy there before.")
    assert counts["articles"] == 2
    assert problems["extraction-failed"].startswith("bad.txt")


def test_an_article_in_another_language_says_so(tmp_path: Path) -> None:
    """Without a model for its language an article is archived, and a problem says what it lacks."""
    counts, problems = built(tmp_path, good=PLAIN, french=FRENCH)
    assert counts["articles"] == 2
    assert "“fr”" in problems["no-model"]
    assert "--model fr=NAME" in problems["no-model"]


def test_an_archive_of_nothing_is_refused(tmp_path: Path) -> None:
    """Where no input holds an article, the reasons are told, five at the most, and nothing is written."""
    with pytest.raises(InputError, match="and 2 more"):
        built(tmp_path, **{f"empty{number}": " " for number in range(7)})
    assert not (tmp_path / "a.db").exists()


def test_articles_are_numbered_in_order_of_publication(tmp_path: Path) -> None:
    """Undated articles come first, then the oldest; the number is the article's id."""
    folder = tmp_path / "heap"
    folder.mkdir()
    lines = [
        f'{{"id": "{day}", "date": "{day}", "text": "{PLAIN} That was on {day or "some day"}."}}'
        for day in ("2022-02-03", "2021-12-31", "")
    ]
    (folder / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with Steps(Console(stderr=True), quiet=True) as steps:
        build(Options((folder,), tmp_path / "a.db"), steps)
    with closing(sqlite3.connect(tmp_path / "a.db")) as db:
        found = db.execute("SELECT published FROM articles ORDER BY id").fetchall()
    assert found == [(None,), ("2021-12-31",), ("2022-02-03",)]


def test_two_captures_of_one_address_have_addresses_of_their_own(tmp_path: Path) -> None:
    """Two records with one URL are two articles: the first keeps the uid, the other gets one of its own."""
    (tmp_path / "a.jsonl").write_text(
        "\n".join(f'{{"url": "https://example.org/a", "text": "{PLAIN} {more}"}}' for more in ("Once.", "Twice.")),
        encoding="utf-8",
    )
    with Steps(Console(stderr=True), quiet=True) as steps:
        made = build(Options((tmp_path / "a.jsonl",), tmp_path / "a.db"), steps)
    assert made.build.counts["articles"] == 2


def test_the_archive_keeps_no_folder_of_this_machine(tmp_path: Path) -> None:
    """An archive may be public: of an input given by its full path only the last name is kept, problems included."""
    (tmp_path / "heap").mkdir()
    (tmp_path / "bare").mkdir()
    (tmp_path / "heap" / "a.txt").write_text(PLAIN, encoding="utf-8")
    with Steps(Console(stderr=True), quiet=True) as steps:
        made = build(Options((tmp_path / "heap", tmp_path / "bare"), tmp_path / "a.db"), steps)
    assert made.build.options["inputs"] == ["heap", "bare"]
    assert [problem.path for problem in made.problems] == ["bare"]
    assert str(tmp_path) not in str(made.build.options) + "".join(problem.message for problem in made.problems)
