"""`morgue entities`: who and what the archive knows, and what of it a person should look at."""

from __future__ import annotations

import getpass
import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from morgue.browse.entities import most_mentioned
from morgue.browse.opening import opened
from morgue.browse.suspicions import Subject, Suspicion, as_yaml, suspicions
from morgue.errors import MorgueError

EPILOG = """\b
Examples:
  morgue entities                                the fifty that are mentioned most
  morgue entities --suspicious >> corrections.yml
  morgue entities --suspicious my.db --json | jq '.suspicions[].why'

What is printed with --suspicious is a list of verdicts as corrections.yml wants them: read each, delete what you do not
agree with, and build again. A verdict in that file outranks every rule, at every build."""


@click.command(epilog=EPILOG)
@click.argument("archive", default=Path("archive.db"), metavar="[ARCHIVE]", type=click.Path(path_type=Path))
@click.option("--suspicious", is_flag=True, help="What may be wrong, as verdicts to be pasted into corrections.yml.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="How many to print.")
@click.option("--author", metavar="NAME", help="Who signs the verdicts; without it, the name you are logged in by.")
@click.option("--json", "as_json", is_flag=True, help="The same for programs.")
def entities(*, archive: Path, suspicious: bool, limit: int, author: str | None, as_json: bool) -> None:
    """List the people, bodies and places of ARCHIVE (archive.db), most mentioned first.

    With --suspicious, what a person should look at instead: names nearly alike, one name in two kinds, surnames left by
    themselves, names that look like junk, names of nobody that may be a known body's. What concerns most mentions comes
    first.
    """
    try:
        if suspicious:
            click.echo(_suspicious(archive, limit, author or _login(), as_json=as_json))
        else:
            click.echo(_listed(archive, limit, as_json=as_json))
    except MorgueError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)


def _suspicious(archive: Path, limit: int, author: str, *, as_json: bool) -> str:
    with opened(archive) as connection:
        found, total = suspicions(connection, limit)
    if as_json:
        return _json({"total": total, "suspicions": [_told(each) for each in found]})
    return as_yaml(found, total, author, datetime.now(UTC).astimezone().date().isoformat())


def _listed(archive: Path, limit: int, *, as_json: bool) -> str:
    with opened(archive) as connection:
        found = most_mentioned(connection, limit)
    if as_json:
        return _json({"entities": [asdict(line) for line in found]})
    return "\n".join(f"{line.mention_count:>9,}  {line.kind:<12}  {line.uid}  {line.name}" for line in found)


def _told(suspicion: Suspicion) -> dict[str, object]:
    return {
        "verb": suspicion.verb,
        "kind": suspicion.kind,
        "why": suspicion.why,
        "at_stake": suspicion.at_stake,
        "printed": suspicion.printed or None,
        "entities": [_subject(subject) for subject in suspicion.subjects],
    }


def _subject(subject: Subject) -> dict[str, object]:
    counts = {"mention_count": subject.mention_count, "article_count": subject.article_count}
    return {"uid": subject.uid, "name": subject.name, "kind": subject.kind, **counts}


def _json(whole: dict[str, object]) -> str:
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a process without a user, as some containers have
        return "unknown"
