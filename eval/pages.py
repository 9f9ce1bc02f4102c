"""Dates and authors of web pages against two sets of annotated pages; the peers beside it in the same run.

usage: python -m eval.pages [--errors]
       python -m eval.pages --fetch build/pages      the second set, which npm has

A date is right to the day, in its own time zone or in UTC; authors are right as a set. Accuracy counts pages, silence
where there is nothing to say included; precision and recall count dates and names.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from htmldate import find_date
from trafilatura import extract_metadata

from eval.page_sets import FETCHED, HERE, Page, fetch, folded, hidden, read
from morgue.clean import clean
from morgue.model import Original, Stated


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody reads from a page: the day of publication or None, the authors' names or None where not asked."""

    day: str | None
    authors: frozenset[str] | None


def morgue(page: Page) -> Said:
    """What cleaning makes of the page."""
    raw = page.html.encode("utf-8", "replace")
    digest = sha256(raw).hexdigest()
    made, _ = clean(
        Original(page.name, "", digest, "text/html", "utf-8", len(raw), Stated(), "", raw, page.html, "html")
    )
    exact = made is not None and made.precision in ("second", "day")
    return Said(
        made.published[:10] if made and made.published and exact else None, folded(made.authors if made else ())
    )


def trafilatura(page: Page) -> Said:
    """What trafilatura reads."""
    told = extract_metadata(page.html)
    return Said(told.date, folded((told.author or "").split(";")))


def htmldate(page: Page) -> Said:
    """What htmldate reads: the date of publication, not of the last change."""
    return Said(find_date(page.html, original_date=True), None)


READERS: dict[str, Callable[[Page], Said]] = {"": morgue, "trafilatura_": trafilatura, "htmldate_": htmldate}


def figures(pages: list[Page], *, errors: bool = False) -> dict[str, float]:
    """Accuracy of dates and of authors, with precision and recall, for us and for each peer under its own name."""
    told: dict[str, float] = {"pages": len(pages)}
    for name, reader in READERS.items():
        said = [reader(page) for page in pages]
        told |= {f"{name}{key}": value for key, value in _dates(pages, said).items()}
        if all(each.authors is not None for each in said):
            told |= {f"{name}{key}": value for key, value in _authors(pages, said).items()}
        if errors and not name:
            _show(pages, said)
    return told


def _dates(pages: list[Page], said: list[Said]) -> dict[str, float]:
    pairs = list(zip(pages, said, strict=True))
    right = sum(each.day in page.days for page, each in pairs)
    given, there = sum(each.day is not None for _, each in pairs), sum(bool(page.days) for page, _ in pairs)
    silent = sum(not page.days and each.day is None for page, each in pairs)
    return _measures("dates", right, given, there) | {"dates_accuracy": (right + silent) / len(pages)}


def _authors(pages: list[Page], said: list[Said]) -> dict[str, float]:
    pairs = [(page.authors, each.authors or frozenset()) for page, each in zip(pages, said, strict=True)]
    right = sum(len(gold & names) for gold, names in pairs)
    counts = sum(len(names) for _, names in pairs), sum(len(gold) for gold, _ in pairs)
    equal = sum(gold == names for gold, names in pairs)
    return _measures("authors", right, *counts) | {"authors_accuracy": equal / len(pages)}


def _measures(name: str, right: int, given: int, there: int) -> dict[str, float]:
    return {f"{name}_precision": right / max(1, given), f"{name}_recall": right / max(1, there)}


def _show(pages: list[Page], said: list[Said]) -> None:
    for page, each in zip(pages, said, strict=True):
        if each.day not in page.days and (each.day or page.days):
            print(f"  {page.name}: {each.day} and not {', '.join(sorted(page.days)) or None}")
        if each.authors != page.authors:
            print(f"  {page.name}: {sorted(each.authors or ())} and not {sorted(page.authors)}")


def main() -> None:
    """Measures both sets, as far as they are there, or fetches the second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fetch", type=Path, metavar="DIR", help="get the pages of the second set into DIR")
    parser.add_argument("--errors", action="store_true", help="print each page that is read wrongly")
    arguments = parser.parse_args()
    if arguments.fetch:
        fetch(arguments.fetch)
        return
    gold = Path(os.environ.get("MORGUE_GOLD", HERE.parents[1] / "shared")) / "gold"
    for name, found in (("hidden", hidden(gold / "extraction" / "zyte" / "html")), ("read", read(FETCHED))):
        told = figures(list(found), errors=arguments.errors)
        print(name, json.dumps({key: round(value, 3) for key, value in told.items()}))


if __name__ == "__main__":
    main()
