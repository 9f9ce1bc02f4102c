"""The command line: arguments → pipeline → report."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click
from rich.console import Console

from morgue import __version__
from morgue.commands.lazily import Commands
from morgue.corrections import DEFAULT as DEFAULT_CORRECTIONS
from morgue.errors import MorgueError

DEFAULT_INPUT = Path("seeds")
EPILOG = """\b
Examples:
  python build_db.py                          the five seed articles, to archive.db
  python build_db.py ~/clippings              every article file below a folder
  python build_db.py saved.zip dump.csv --map headline=Title -o my.db
  python build_db.py clippings --json | jq .counts
  python build_db.py monday/ --keep         what is new, beside all that is there

A build reads what has changed since the last one, and drops what is gone; archive.workings, beside the archive,
remembers the rest. The old archive is replaced only when the new one is complete: a build that fails or is interrupted
leaves it as it was. Inputs that became no article stand in the table `problems`.

Then `datasette .` in this folder serves archive.db.

Exit code: 0 built, 1 nothing could be archived or the build failed, 2 wrong usage."""


def _pairs(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in given]
    if wrong := next((pair for pair in pairs if not all(part.strip() for part in pair)), None):
        raise click.BadParameter(f"{''.join(wrong)!r} is not of the form FIELD=COLUMN, as in headline=Title.")
    return {field.strip(): column.strip() for field, _, column in pairs}


COMMANDS = {
    "api": "morgue.commands.api:api",
    "entities": "morgue.commands.entities:entities",
    "export": "morgue.commands.export:export",
    "publish": "morgue.commands.publish:publish",
    "verify": "morgue.commands.publish:verify",
}


@click.group(cls=Commands, places=COMMANDS)
@click.version_option(__version__, prog_name="morgue")
def main() -> None:
    """Morgue: a heap of messy article files becomes one searchable archive."""


@main.command(epilog=EPILOG)
@click.argument("inputs", nargs=-1, metavar="[INPUT]...", type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o",
    "--output",
    default=Path("archive.db"),
    show_default=True,
    help="The archive to write.",
    type=click.Path(dir_okay=False, path_type=Path),
)
@click.option(
    "--model",
    "models",
    metavar="[LANG=]NAME",
    multiple=True,
    help="A spaCy pipeline to use, by name or folder: en_core_web_trf instead of en_core_web_md, or, for articles in "
    "another language, de=de_core_news_md. May be repeated.",
)
@click.option(
    "--workers",
    default=os.cpu_count() or 1,
    show_default="one a processor",
    type=click.IntRange(1),
    help="Processes that read files, and that extract names and quotes.",
)
@click.option(
    "--corrections",
    metavar="FILE",
    help="What people have decided about entities and stories; without it corrections.yml, if there is one here.",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--keep", is_flag=True, help="Keep in the archive what an earlier build read and what is no longer there."
)
@click.option("--fresh", is_flag=True, help="Read everything anew, also what has not changed since the last build.")
@click.option(
    "--map",
    "columns",
    metavar="FIELD=COLUMN",
    multiple=True,
    callback=_pairs,
    help="A table's own name for a field, where it is not guessed: --map headline=Title. May be repeated.",
)
@click.option(
    "--largest",
    metavar="MB",
    default=200,
    show_default=True,
    type=click.IntRange(1),
    help="The largest file, or member of an archive, that is read.",
)
@click.option(
    "--patience",
    metavar="SECONDS",
    default=60.0,
    show_default=True,
    type=click.FloatRange(0.1),
    help="How long one record of a file, or one article, may take before it is passed over.",
)
@click.option(
    "--memory",
    metavar="MB",
    default=3000,
    show_default=True,
    type=click.IntRange(300),  # below this the libraries alone do not fit
    help="How much memory a process that reads files may take.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the closing report as JSON, with every problem.")
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
def build(  # noqa: PLR0913 - click hands over each option
    *,
    inputs: tuple[Path, ...],
    output: Path,
    models: tuple[str, ...],
    workers: int,
    columns: Mapping[str, str],
    largest: int,
    corrections: Path | None,
    keep: bool,
    fresh: bool,
    patience: float,
    memory: int,
    as_json: bool,
    quiet: bool,
) -> None:
    """Turn article files into one SQLite archive with full-text search, entities, quotes and copy-relations.

    INPUT is any mix of files, folders and archives (.zip, .tar), packed (.gz, .xz, .bz2, .zst) or not: plain text and
    Markdown, web pages saved as HTML or MHTML, tables and dumps (CSV, TSV, JSON, JSON lines), feeds (RSS, Atom, JSON),
    web archives (WARC, WACZ) and mail (.eml, .mbox). A manifest.csv or .jsonl beside the files says what is known of
    them. Without an INPUT, seeds/ is read.
    """
    if not inputs and not DEFAULT_INPUT.is_dir():
        raise click.UsageError("There is no folder seeds/ here: name the files or folders to read.")
    # Imported here: the steps bring their libraries with them, and --help should answer at once.
    from morgue import pipeline, read, report  # noqa: PLC0415
    from morgue.engine import Limits  # noqa: PLC0415
    from morgue.progress import Steps  # noqa: PLC0415

    signal.signal(signal.SIGTERM, _interrupt)
    loud = Console(stderr=True)
    reading = read.Options(map=columns, most_bytes=largest * 1_000_000)
    limits = Limits(workers, patience, memory * 1_000_000)
    verdicts = corrections or (DEFAULT_CORRECTIONS if DEFAULT_CORRECTIONS.is_file() else None)
    options = pipeline.Options(
        inputs or (DEFAULT_INPUT,), output, models, reading, limits, corrections=verdicts, keep=keep, fresh=fresh
    )
    with _told_in_words(loud), Steps(loud, quiet=quiet or as_json) as steps:
        built = pipeline.build(options, steps)
    if as_json:
        click.echo(report.as_json(built, output))
    elif not quiet:
        report.show(built, output, Console())


@contextmanager
def _told_in_words(loud: Console) -> Iterator[None]:
    """What ends a build early is said in a line, without a trace of the code."""
    try:
        yield
    except MorgueError as error:
        loud.print(f"Error: {error}", style="red", markup=False, highlight=False, soft_wrap=True)
        sys.exit(1)
    except KeyboardInterrupt:
        loud.print(
            "Interrupted: the old archive is as it was, and the next build goes on where this one stopped.", style="red"
        )
        sys.exit(1)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
