"""Which agency an article is from, against gold that says so.

usage: python -m eval.wire INPUTS GOLD

INPUTS is a folder of articles made from GOLD, whose lines name the agency of each article in `wire`. What names none
("None", "NA") is no agency's. Precision: of the articles that we give to an agency, how many are rightly given. Recall:
of the articles that gold gives to one, how many we give to the same.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from eval.cleaned import cleaned

NO_AGENCY = {"", "none", "na"}
# The initials that gold uses, in lower case, and what the archive calls the agency.
NAMES = {
    "afp": "Agence France-Presse",
    "ap": "Associated Press",
    "reuters": "Reuters",
    "upi": "United Press International",
}


def wanted(gold: Path) -> dict[str, str | None]:
    """The agency of each article of gold, by id.

    Raises:
        KeyError: gold names an agency that stands in no table here.
    """
    rows = map(json.loads, gold.read_text(encoding="utf-8").splitlines())
    said = {row["id"]: (row.get("wire") or "").casefold() for row in rows}
    return {key: None if agency in NO_AGENCY else NAMES[agency] for key, agency in said.items()}


def found(inputs: Path) -> dict[str, str | None]:
    """The agency that cleaning tells for each article, by the id that the input carried."""
    return {article.document.stated.external_id or "": article.wire for article in cleaned([inputs])}


def figures(found: Mapping[str, str | None], wanted: Mapping[str, str | None]) -> dict[str, float]:
    """Precision, recall and the number of articles that are an agency's by gold."""
    given = [key for key in wanted if found.get(key)]
    owed = [key for key, agency in wanted.items() if agency]
    right = sum(found.get(key) == wanted[key] for key in owed)
    return {"precision": right / max(1, len(given)), "recall": right / max(1, len(owed)), "articles": len(owed)}


def errors(found: Mapping[str, str | None], wanted: Mapping[str, str | None]) -> Iterator[str]:
    """The articles that are given wrongly."""
    return (f"{key}: {found.get(key)}, by gold {agency}" for key, agency in wanted.items() if found.get(key) != agency)


def main() -> None:
    """Prints the errors and the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", type=Path)
    parser.add_argument("gold", type=Path)
    arguments = parser.parse_args()
    here, there = found(arguments.inputs), wanted(arguments.gold)
    print("\n".join(errors(here, there)))
    print(json.dumps(figures(here, there)))


if __name__ == "__main__":
    main()
