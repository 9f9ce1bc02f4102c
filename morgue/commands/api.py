"""`morgue api`: the description of the JSON API, written from the code."""

from __future__ import annotations

import json
from pathlib import Path

import click

from morgue.browse.api.openapi import document
from morgue.browse.api.reference import reference
from morgue.browse.pages import PAGES

EPILOG = """\b
Examples:
  morgue api                    write openapi.json and docs/api.md anew, in the folder of the project
  morgue api --check            say whether they tell what the code does (exit code 1 where they don't)
  morgue api --print | jq '.paths | keys'"""


def written() -> dict[str, str]:
    """By path in the project, the files that describe the API, as they should be."""
    told = document(PAGES)
    whole = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return {"openapi.json": whole, "docs/api.md": reference(told)}


@click.command(epilog=EPILOG)
@click.argument("folder", default=Path(), metavar="[FOLDER]", type=click.Path(file_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="Change nothing; say which of the files are out of date.")
@click.option("--print", "to_print", is_flag=True, help="Print openapi.json instead.")
def api(*, folder: Path, check: bool, to_print: bool) -> None:
    """Write openapi.json and docs/api.md in FOLDER (this one) from the code."""
    if to_print:
        click.echo(written()["openapi.json"], nl=False)
        return
    old = [name for name, text in written().items() if _read(folder / name) != text]
    for name in old:
        click.echo(f"{folder / name} {'is out of date: run `morgue api`' if check else 'written'}")
        if not check:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(written()[name], "utf-8")
    if check and old:
        raise SystemExit(1)


def _read(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None


if __name__ == "__main__":
    api()
