"""Our article text beside that of others, on the same pages by the same scorer: for the comparison in docs/accuracy.md.

usage: python -m eval.text_peers

trafilatura runs here, in the version that we build on and with its default settings; what other programs made of the
same pages is recorded beside the gold.
"""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import trafilatura

from eval.run import SHARED, archive_of, score

GOLD = SHARED / "gold" / "extraction" / "zyte"
TRUTH = GOLD / "ground-truth.json"
RECORDED = ("newspaper", "readability")
FIGURES = ("precision", "recall", "f1")


def by_trafilatura(pages: Path, output: Path) -> Path:
    """What trafilatura alone makes of the pages of a folder, written as the scorer reads it."""
    found = {
        page.name.removesuffix(".html.gz"): {
            "articleBody": trafilatura.extract(gzip.decompress(page.read_bytes())) or ""
        }
        for page in sorted(pages.glob("*.html.gz"))
    }
    output.write_text(json.dumps(found), encoding="utf-8")
    return output


def compared(folder: Path) -> Iterator[str]:
    """The rows of the table."""
    score("prepare.py", GOLD, folder / "pages")
    programs = {"Morgue": archive_of(folder / "pages", folder / "ours.db")}
    programs[f"trafilatura {trafilatura.__version__}"] = by_trafilatura(GOLD / "html", folder / "trafilatura.json")
    programs |= {f"{name}, as recorded": GOLD / f"{name}.json" for name in RECORDED}
    for name, output in programs.items():
        figures = json.loads(score("extraction.py", output, TRUTH).splitlines()[-1])
        yield f"| {name} | " + " | ".join(f"{figures[key]:.3f}" for key in FIGURES) + " |"


def main() -> None:
    """Prints the table."""
    if not TRUTH.is_file():
        print("Skipped, for want of the gold folder (MORGUE_GOLD)")
        return
    print("| program | " + " | ".join(FIGURES) + " |")
    print("|---|" + "---|" * len(FIGURES))
    with tempfile.TemporaryDirectory() as folder:
        for row in compared(Path(folder)):
            print(row, flush=True)


if __name__ == "__main__":
    main()
