"""The five seed articles, fact by fact: what a reader who knows them would check in the archive built from them.

The facts are annotations in eval/gold: quotes.jsonl (75 spans in the files, with accepted speakers) and stories.json
(story, derivation, heads, furniture, contradictions, wordings of one utterance).
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent / "gold"
SEEDS = Path(__file__).parents[1] / "seeds"
SPANS = {"mentions": "text", "quotes": "text", "roles": "role", "figures": "text", "dates": "text"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that must be so, and whether it is."""

    group: str
    text: str
    holds: bool


def words(text: str | None) -> list[str]:
    """Words in lower case, marks off; the measure of "the same words"."""
    return re.findall(r"\w+", (text or "").casefold())


def surname(name: str | None) -> str:
    """The last word of a name."""
    return (words(name) or [""])[-1]


def differs(value: str, other: str, said: str) -> bool:
    """Whether what the archive says has a word of the value that the other value lacks, where there is one."""
    own = set(words(value)) - set(words(other))
    return bool(own & set(words(said))) if own else said in value


class Seeds:
    """The archive of the seeds beside its annotations."""

    def __init__(self, archive: Path) -> None:
        self.db = sqlite3.connect(archive.resolve().as_uri() + "?mode=ro", uri=True)
        self.db.row_factory = sqlite3.Row
        self.gold: dict[str, Any] = json.loads((GOLD / "stories.json").read_text(encoding="utf-8"))
        lines = (GOLD / "quotes.jsonl").read_text(encoding="utf-8").splitlines()
        self.quotes: list[dict[str, Any]] = [json.loads(line) for line in lines]

    def all(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """The rows of a query."""
        return self.db.execute(sql, values).fetchall()

    @cached_property
    def articles(self) -> dict[str, sqlite3.Row]:
        """By file name: the article's row with its text."""
        rows = self.all(
            "select a.*, b.text as text, d.path as path from articles a "
            "join bodies b on b.article_id = a.id join documents d on d.id = a.document_id"
        )
        return {Path(row["path"]).name: row for row in rows}

    def quotes_in(self, file: str) -> list[sqlite3.Row]:
        """The direct quotes and fragments of an article, with the names of their speakers."""
        return self.all(
            "select q.*, e.name as speaker from quotes q left join entities e on e.id = q.speaker_id "
            "where q.article_id = ? and q.form in ('direct', 'fragment') order by q.start_char",
            self.articles[file]["id"],
        )

    def facts(self) -> Iterator[Fact]:
        """Every fact, in groups."""
        yield from self.said()
        yield from self.told_apart()
        yield from self.derived()
        yield from self.headed()
        yield from self.cleaned()
        yield from self.contradicted()
        yield from self.reworded()
        yield from self.in_place()

    def said(self) -> Iterator[Fact]:
        """Each annotated quote is there once, by the right speaker, and nothing else is taken for a quote."""
        for file in self.articles:
            here = self.quotes_in(file)
            wanted = [quote for quote in self.quotes if quote["file"] == file]
            for quote in wanted:
                found = next((row for row in here if words(row["text"]) == words(quote["text"])), None)
                here = [row for row in here if row is not found]
                yield Fact("quotes", f"{file}: “{quote['text']}”", found is not None)
                names = {surname(found["speaker"]), surname(found["speaker_text"])} if found else set()
                right = any(surname(speaker) in names for speaker in quote["speakers"])
                yield Fact(
                    "speakers", f"{file}: “{quote['text']}” said by {quote['speakers']}, here {sorted(names)}", right
                )
            yield Fact("quotes", f"{file}: no quotes but those, here also {[row['text'] for row in here]}", not here)

    def told_apart(self) -> Iterator[Fact]:
        """The versions are one story, from the right origin; the other article is another story."""
        origin = self.articles[self.gold["origin"]]
        for file in self.gold["story"]:
            yield Fact("story", f"{file} is in the story", self.articles[file]["story_id"] == origin["story_id"])
        for file in self.gold["apart"]:
            yield Fact("story", f"{file} is another story", self.articles[file]["story_id"] != origin["story_id"])
        story = self.all("select origin_id from stories where id = ?", origin["story_id"])
        yield Fact("story", "the origin is the agency's", [row["origin_id"] for row in story] == [origin["id"]])
        yield Fact("derivation", "the agency's article is the original", origin["derivation"] == "original")

    def derived(self) -> Iterator[Fact]:
        """Each version is what it is, of what it is, with a row of evidence."""
        for relation in self.gold["relations"]:
            here, of = self.articles[relation["article"]], self.articles[relation["of"]]
            rows = self.all(
                "select kind from reuse where (article_id, other_id, direction) in ((?, ?, 'of'), (?, ?, 'to'))",
                here["id"], of["id"], of["id"], here["id"],
            )  # fmt: skip
            name = f"{relation['article']} is a {relation['kind']} of {relation['of']}"
            yield Fact("derivation", f"{name}, by reuse", relation["kind"] in [row["kind"] for row in rows])
            yield Fact("derivation", f"{name}, by its derivation", here["derivation"] == relation["kind"])
            yield Fact("derivation", f"{name}, by derived_from", here["derived_from"] == of["id"])

    def headed(self) -> Iterator[Fact]:
        """Agency, dateline and headline are told from the body; an article without a headline keeps its lead."""
        for file, agency in self.gold["wire"].items():
            yield Fact("heads", f"{file}: wire {agency}", self.articles[file]["wire"] == agency)
        for file, place in self.gold["dateline"].items():
            yield Fact("heads", f"{file}: dateline {place}", self.articles[file]["dateline"] == place)
        for file, row in self.articles.items():
            told = self.gold["headline"].get(file)
            yield Fact("heads", f"{file}: headline {told!r}, here {row['headline']!r}", row["headline"] == told)

    def cleaned(self) -> Iterator[Fact]:
        """Each line of furniture is gone from the text and kept in `removed` with its rule."""
        for file, lines in self.gold["chrome"].items():
            row = self.articles[file]
            removed = [
                r["text"] for r in self.all("select text from removed where article_id = ? and rule <> ''", row["id"])
            ]
            for line in lines:
                yield Fact("furniture", f"{file}: “{line}” is not in the text", line not in row["text"].splitlines())
                yield Fact("furniture", f"{file}: “{line}” is in removed", any(line in text for text in removed))

    def contradicted(self) -> Iterator[Fact]:
        """Each planted contradiction between versions is listed, with both values."""
        for told in self.gold["discrepancies"]:
            pair = self.articles[told["article"]]["id"], self.articles[told["of"]]["id"]
            rows = self.all("select kind, here, there from discrepancies where (article_id, other_id) = (?, ?)", *pair)
            holds = any(
                row["kind"] == told["kind"]
                and differs(told["here"], told["there"], row["here"])
                and differs(told["there"], told["here"], row["there"])
                for row in rows
            )
            yield Fact("discrepancies", f"{told['article']}: {told['here']} against {told['there']}", holds)

    def reworded(self) -> Iterator[Fact]:
        """Wordings of one utterance share it."""
        for one, wording, other, rewording in self.gold["variants"]:
            shared = self.utterances(one, wording) & self.utterances(other, rewording)
            yield Fact("variants", f"“{wording}” and “{rewording}” are one utterance", bool(shared))

    def utterances(self, file: str, wording: str) -> set[int]:
        """The utterances of the quotes in a file that hold a wording."""
        wanted = " ".join(words(wording))
        return {row["utterance_id"] for row in self.quotes_in(file) if wanted in " ".join(words(row["text"]))}

    def in_place(self) -> Iterator[Fact]:
        """The span law: every fact's words stand where it says, in all five tables."""
        for table, column in SPANS.items():
            rows = self.all(  # the names are ours, from SPANS
                f"select t.{column} as words, substr(b.text, t.start_char + 1, t.end_char - t.start_char) as there "
                f"from {table} t join bodies b on b.article_id = t.article_id"
            )
            yield Fact("span law", table, bool(rows) and all(row["words"] == row["there"] for row in rows))
