"""`morgue export`: every table as Parquet or CSV, with what its columns mean."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console

from morgue.errors import MorgueError
from morgue.progress import Steps

MORGUE = Path(__file__).resolve().parents[1]
# The folder that one stands in, a checkout's, and what a wheel carries (hatch_build.py).
DESCRIBED = tuple(folder / "metadata.yml" for folder in (Path(), MORGUE.parent, MORGUE / "site"))
EPILOG = """\b
Examples:
  morgue export archive.db tables                      every table, as Parquet
  morgue export archive.db tables --format csv
  morgue export archive.db tables --tables articles,bodies,quotes
  morgue export archive.db tables --blobs              with the original files, packed by zlib

In FOLDER lie a file for each table, datapackage.json (types, keys, checksums; a Frictionless Data Package) and
README.md (what each column means). Parquet files carry the same words with each column. Tables are read one block after
the other, so that memory does not grow with the archive; the same archive gives the same bytes.

Where columns are described: metadata.yml in this folder, else Morgue's own, or --metadata.

Exit code: 0 written, 1 it could not be, 2 wrong usage."""


def _named(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for each in given for name in each.split(",") if name.strip())


@click.command(epilog=EPILOG)
@click.argument("archive", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["parquet", "csv"]), default="parquet", show_default=True, help="Their form."
)
@click.option("--tables", metavar="NAME,…", multiple=True, callback=_named, help="Only these tables. May be repeated.")
@click.option("--blobs", is_flag=True, help="Columns of bytes as well: the original files. Only as Parquet.")
@click.option(
    "--metadata",
    default=None,
    show_default="metadata.yml here, else Morgue's own",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file that says what columns mean.",
)
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
def export(
    *, archive: Path, folder: Path, form: str, tables: tuple[str, ...], blobs: bool, metadata: Path | None, quiet: bool
) -> None:
    """Write every table of ARCHIVE into FOLDER, as Parquet or CSV."""
    # Imported here: Arrow takes a moment, and --help should answer at once.
    from morgue.publish.exports.export import Options, planned  # noqa: PLC0415
    from morgue.publish.exports.export import export as written  # noqa: PLC0415

    loud = Console(stderr=True)
    described = metadata or next(filter(Path.is_file, DESCRIBED), DESCRIBED[0])
    options = Options(archive, folder, described, form, tables, blobs)
    try:
        total = sum(rows for _, rows in planned(options))
        with Steps(loud, quiet=quiet) as steps, steps.step("export", total, "rows"):
            files = written(options, lambda _table, rows: steps.advance(rows))
    except MorgueError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)
    if not quiet:
        size = sum(each.path.stat().st_size for each in files)
        click.echo(f"{len(files)} tables, {total:,} rows, {size / 1e6:,.1f} MB in {folder}")
