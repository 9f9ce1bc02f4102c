"""Measures accuracy against gold and holds it to the floors of eval/floors.yml: `make eval`.

usage: python -m eval.run [--write docs/accuracy.md] [--only GOLD]

Exit code 0 where every figure is at its floor or above, 1 where one is below.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from rich.console import Console

from eval import pages, wire
from eval.facts import SEEDS, Seeds
from eval.page_sets import FETCHED, hidden, read
from morgue.engine import Limits
from morgue.extract.nlp import default_language
from morgue.pipeline import Options, build
from morgue.progress import Steps

HERE = Path(__file__).parent
PEER = "baseline_"  # begins the names of figures that the scorer's peer reaches
SHARED = Path(os.environ.get("MORGUE_GOLD", HERE.parents[1] / "shared"))


@dataclass(frozen=True, slots=True)
class Measured:
    """One set of gold: its figures, and the floors that they must not fall below."""

    name: str
    figures: Mapping[str, float]
    floors: Mapping[str, float]

    @property
    def low(self) -> list[str]:
        """The figures that are below their floors."""
        return [
            f"{key} {self.figures.get(key, 0):.3f} < {floor}"
            for key, floor in self.floors.items()
            if self.figures.get(key, 0) < floor
        ]


def archive_of(inputs: Path, output: Path) -> Path:
    """Builds an archive quietly, as any user would."""
    with Steps(Console(stderr=True), quiet=True) as steps:
        build(Options((inputs,), output, limits=Limits(os.cpu_count() or 1)), steps)
    return output


def seeds(folder: Path, floors: Mapping[str, float]) -> Measured:
    """The seed articles, fact by fact."""
    facts = list(Seeds(archive_of(SEEDS, folder / "seeds.db")).facts())
    for fact in facts:
        if not fact.holds:
            print(f"  {fact.group}: {fact.text}")
    total, held = Counter(fact.group for fact in facts), Counter(fact.group for fact in facts if fact.holds)
    by_group = {group: held[group] / total[group] for group in total}
    return Measured("The five seeds, fact by fact", {"share": held.total() / total.total(), **by_group}, floors)


def scored(entry: Mapping[str, Any], folder: Path) -> Measured:
    """One set of strangers' gold: prepared, built and scored by the scorers beside it.

    `prepare` names another file to make the inputs from, `also` a second file of gold, `each` says that every folder
    of the inputs is an archive of its own, `served` that the scorer asks a running server, `peer` that it runs the
    default model by itself on the same texts, too.
    """
    gold = SHARED / "gold" / entry["gold"]
    inputs = folder / gold.stem
    score("prepare.py", SHARED / "gold" / entry.get("prepare", entry["gold"]), inputs)
    also = [SHARED / "gold" / name for name in entry.get("also", [])]
    with subject(inputs, folder / f"{gold.stem}-archive", entry) as archive:
        answer = score(
            entry["scorer"], archive, gold, *also, *(("--baseline", model_alone()) if entry.get("peer") else ())
        )
    return Measured(entry["name"], with_least_gain(json.loads(answer.splitlines()[-1])), entry["floors"])


def model_alone() -> Path:
    """The folder of the default model, for a scorer that runs it by itself."""
    return Path(default_language().path)


def with_least_gain(figures: Mapping[str, float]) -> Mapping[str, float]:
    """The figures with `least_gain`: how far the kind is above the peer that is least so; below zero, it is below."""
    gains = [figures[key.removeprefix(PEER)] - value for key, value in figures.items() if key.startswith(f"{PEER}f1_")]
    return {**figures, "least_gain": min(gains)} if gains else figures


def agencies(folder: Path, floors: Mapping[str, float]) -> Measured:
    """Which agency an article is from: reading and cleaning alone."""
    gold = SHARED / "gold" / "quotes" / "polnear.jsonl"
    score("prepare.py", gold, folder / "wire")
    figures = wire.figures(wire.found(folder / "wire"), wire.wanted(gold))
    return Measured("Which agency an article is from (PolNeAR)", figures, floors)


def heads(folder: Path, floors: Mapping[str, Any]) -> Iterator[Measured]:
    """Dates and authors of pages, read as a build reads them; each set as far as it is there."""
    if folder.is_dir():
        figures = pages.figures(list(hidden(folder)))
        yield Measured("Dates and authors of pages, JSON-LD hidden (zyte)", figures, floors["hidden"])
    if FETCHED.is_dir():
        yield Measured("Dates and authors of pages before JSON-LD", pages.figures(list(read(FETCHED))), floors["read"])
    else:
        print(f"Skipped, for want of its pages: python -m eval.pages --fetch {FETCHED}")


def score(program: str, *arguments: str | Path) -> str:
    """What a program from the folder of scorers prints."""
    command = [sys.executable, SHARED / "score" / program, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


@contextmanager
def subject(inputs: Path, output: Path, entry: Mapping[str, Any]) -> Iterator[str | Path]:
    """What the scorer looks at: an archive, a folder of archives, or the address of a server."""
    output.mkdir()
    if entry.get("each"):
        for case in sorted(inputs.iterdir()):
            archive_of(case, output / f"{case.name}.db")
        yield output
    elif entry.get("served"):
        archive_of(inputs, output / "archive.db")
        with served(output) as address:
            yield address
    else:
        yield archive_of(inputs, output / "archive.db")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of the folder's archive, with the project's pages."""
    for name in ("metadata.yml", "settings.json", "plugins", "templates", "static", "about.md"):
        (folder / name).symlink_to(HERE.parent / name)
    command = [sys.executable, "-m", "datasette", str(folder), "--host", "127.0.0.1", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        told = (re.search(r"running on (http://\S+)", line) for line in server.stderr or ())
        yield next(found[1] for found in told if found)
        server.terminate()


def measured(floors: Mapping[str, Any], only: str) -> Iterator[Measured]:
    """Every set, one after the other; or those strangers' sets whose gold has `only` in its path."""
    with tempfile.TemporaryDirectory() as folder:
        if only:
            yield from (scored(entry, Path(folder)) for entry in floors["sets"] if only in entry["gold"])
            return
        yield seeds(Path(folder), floors["seeds"])
        yield from heads(SHARED / "gold" / "extraction" / "zyte" / "html", floors["pages"])
        if not (SHARED / "score").is_dir():
            print(f"Skipped, for want of the gold folder (MORGUE_GOLD): {len(floors['sets'])} sets")
            return
        yield agencies(Path(folder), floors["wire"])
        for entry in floors["sets"]:
            yield scored(entry, Path(folder))


def table(sets: list[Measured]) -> str:
    """The figures as a Markdown table."""
    rows = [
        f"| {one.name} | {key} | {one.figures[key]:.3f} | {floor} |"
        for one in sets
        for key, floor in one.floors.items()
    ]
    return "\n".join(["| what | figure | measured | floor |", "|---|---|---|---|", *rows, ""])


def write(file: Path, figures: str) -> None:
    """Puts the table between the marks that a document has for it."""
    before, _, rest = file.read_text(encoding="utf-8").partition("<!-- accuracy -->\n")
    after = rest.partition("<!-- /accuracy -->")[2]
    file.write_text(f"{before}<!-- accuracy -->\n{figures}<!-- /accuracy -->{after}", encoding="utf-8")


def main() -> None:
    """Measures, prints, writes the table where asked to, and fails where a figure is low."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--write",
        type=Path,
        metavar="FILE",
        action="append",
        default=[],
        help="put the table between its marks in this file (repeatable)",
    )
    parser.add_argument(
        "--only", default="", metavar="GOLD", help="measure only sets of gold so named, as quotes/stress"
    )
    arguments = parser.parse_args()
    sets = []
    for one in measured(yaml.safe_load((HERE / "floors.yml").read_text(encoding="utf-8")), arguments.only):
        print(one.name, json.dumps({key: round(value, 3) for key, value in one.figures.items()}), flush=True)
        sets.append(one)
    for file in arguments.write:
        write(file, table(sets))
    low = [f"{one.name}: {figure}" for one in sets for figure in one.low]
    print("\n".join(["Below the floor:", *low]) if low else "Every figure is at its floor or above.")
    sys.exit(1 if low else 0)


if __name__ == "__main__":
    main()
