"""`morgue publish` and `morgue verify`: the archive as a folder of static files."""

from __future__ import annotations

import os
import re
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console

from morgue.errors import MorgueError
from morgue.publish.options import FEW, PARTS, Options

MORGUE = Path(__file__).resolve().parents[1]
# The folder that one stands in, a checkout's, and what a wheel carries (hatch_build.py).
FOLDERS = (Path(), MORGUE.parent, MORGUE / "site")
UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9}
EPILOG = """\b
Examples:
  morgue publish archive.db site
  morgue publish archive.db site --base-url https://example.org/archive
  morgue publish archive.db site --estimate
  morgue publish archive.db site --without json --without citations --max-size 1GB
  python -m http.server --directory site       look at it

The site works at any address and below any path; nothing in it is fetched from elsewhere. Publishing again rewrites
what has changed, and removes what is gone; a run that was interrupted goes on. docs/publish.md tells how to bring a
site to a host, `morgue verify` whether it arrived whole.

Exit code: 0 published, 1 it could not be done (or would be larger than --max-size), 2 wrong usage."""
VERIFY_EPILOG = """\b
Exit code: 0 all is as it was published, 1 something is missing, changed or was added, 2 this is no published site.

SHA256SUMS in the site holds the checksums in the form that `sha256sum --check SHA256SUMS` reads, too."""


class Size(click.ParamType[int]):
    """A number of bytes: 500MB, 1GB, 1.5 G."""

    name = "size"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number that was written."""
        found = re.fullmatch(r"([0-9.]+)\s*([KMG]?)B?", str(value).strip(), re.IGNORECASE)
        try:
            return int(float(found[1]) * UNITS[found[2].upper()]) if found else self._refuse(value, param, ctx)
        except ValueError:
            return self._refuse(value, param, ctx)

    def _refuse(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> NoReturn:
        self.fail(f"{value!r} is no size: write 500MB or 1GB.", param, ctx)


def _address(_context: click.Context, _option: click.Parameter, given: str) -> str:
    if given and not re.fullmatch(r"https?://[^/\s]+[^\s?#]*", given):
        raise click.BadParameter(f"{given!r} is no address of a site: write https://example.org/archive.")
    return given.rstrip("/")


@click.command(epilog=EPILOG)
@click.argument("archive", type=click.Path(path_type=Path))
@click.argument("site", type=click.Path(path_type=Path))
@click.option(
    "--base-url",
    metavar="URL",
    default="",
    callback=_address,
    help="Where the site will stand, for what needs whole addresses: canonical links, sitemap, feeds, 404.html. "
    "All other links are relative and need it not.",
)
@click.option(
    "--only-search",
    is_flag=True,
    help="Search, and the pages that its hits lead to: no lists, nothing beside the pages.",
)
@click.option(
    "--no-bodies", is_flag=True, help="Of each article its beginning alone, where its text is not yours to publish."
)
@click.option(
    "--every/--fewer",
    default=None,
    help="Whether what stands in one article only, a quote printed once or a story of one article, gets a page of its "
    f"own, and former addresses one that leads on. Without either: if there are at most {FEW:,} articles.",
)
@click.option(
    "--without",
    metavar="PART",
    multiple=True,
    type=click.Choice(list(PARTS)),
    help="Leave a part out: " + "; ".join(f"{name} ({what})" for name, what in PARTS.items()) + ". May be repeated.",
)
@click.option("--max-size", metavar="SIZE", type=Size(), help="Write nothing if the site would be larger: 1GB, say.")
@click.option("--index-names", is_flag=True, help="Let links end in index.html, to read the pages without any server.")
@click.option("--estimate", is_flag=True, help="Tell how large the site would be, and write nothing.")
@click.option(
    "--workers",
    default=os.cpu_count() or 1,
    show_default="one a processor",
    type=click.IntRange(1),
    help="Processes that render pages.",
)
@click.option(
    "--folder",
    default=None,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where templates/, static/ and about.md are; without it the folder you are in, or else Morgue's own.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the closing report as JSON.")
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
def publish(  # noqa: PLR0913 - click hands over each option
    *,
    archive: Path,
    site: Path,
    base_url: str,
    only_search: bool,
    no_bodies: bool,
    every: bool | None,
    without: tuple[str, ...],
    max_size: int | None,
    index_names: bool,
    estimate: bool,
    workers: int,
    folder: Path | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Write ARCHIVE as a folder of static files, SITE, that any host serves and that needs no server of ours.

    Articles, stories, names, quotes, sources, contradictions and comparisons are pages that need no JavaScript, each
    with the same as JSON beside it. Search runs in the reader's browser, and so does Datasette with all tables: an
    installed Morgue carries what these take, a checkout gets it by `npm ci` in web/.
    """
    # Imported here: --help should answer at once.
    from morgue.publish import in_browser  # noqa: PLC0415
    from morgue.publish import site as publishing  # noqa: PLC0415

    options = Options(
        archive=archive,
        site=site,
        folder=folder or next(each for each in FOLDERS if (each / "templates" / "article.html").is_file()),
        base_url=base_url,
        bodies=not no_bodies,
        only_search=only_search,
        index_names=index_names,
        without=frozenset(without),
        workers=workers,
    )
    loud = Console(stderr=True)
    for line in in_browser.how_to_get(options) if not quiet else ():
        loud.print(line, soft_wrap=True, highlight=False)
    try:
        options = publishing.settled(options, every=every)
        _run(options, _Wishes(max_size, only_estimate=estimate, as_json=as_json, quiet=quiet), loud)
    except MorgueError as error:
        loud.print(f"Error: {error}", style="red", markup=False, highlight=False, soft_wrap=True)
        sys.exit(1)
    except KeyboardInterrupt:
        loud.print("Interrupted: the same command goes on where this one stopped.", style="red")
        sys.exit(1)


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What is wanted of the run, beside the site."""

    max_size: int | None
    only_estimate: bool
    as_json: bool
    quiet: bool


def _run(options: Options, wishes: _Wishes, loud: Console) -> None:
    from morgue.progress import Steps  # noqa: PLC0415
    from morgue.publish import report, site, tidying  # noqa: PLC0415
    from morgue.publish.advice import advice  # noqa: PLC0415
    from morgue.publish.amounts import Amount  # noqa: PLC0415

    if not wishes.only_estimate:
        tidying.check(options.site)  # before anybody waits for the estimate
    if not wishes.quiet or wishes.max_size is not None:
        expected = site.expected(options)
        is_too_large = wishes.max_size is not None and sum(expected.values(), Amount()).bytes > wishes.max_size
        for line in advice(expected, wishes.max_size) if not wishes.quiet or is_too_large else ():
            loud.print(line, soft_wrap=True, highlight=False)
        if is_too_large:
            loud.print("That is more than --max-size allows: nothing was written.", style="red", soft_wrap=True)
            sys.exit(1)
    if wishes.only_estimate:
        return
    with Steps(loud, quiet=wishes.quiet or wishes.as_json) as steps:
        done = site.publish(options, steps)
    if wishes.as_json:
        click.echo(report.as_json(done))
    elif not wishes.quiet:
        report.show(done, options, Console())
        if not options.base_url:
            loud.print("Without --base-url there is no sitemap, and 404.html has no links.", soft_wrap=True)
        look = f"Look at it: python -m http.server --directory {shlex.quote(str(options.site))}"
        loud.print(f"{look}, then http://localhost:8000/", soft_wrap=True, highlight=False)


@click.command(epilog=VERIFY_EPILOG)
@click.argument("site", type=click.Path(path_type=Path))
@click.option("--quiet", is_flag=True, help="Print nothing; the exit code tells.")
def verify(*, site: Path, quiet: bool) -> None:
    """Compare the files of SITE with the checksums that `morgue publish` wrote beside them."""
    from morgue.publish.manifest import SiteError, compare  # noqa: PLC0415

    try:
        found = compare(site)
    except SiteError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
    if not quiet:
        for what, paths in (("missing", found.missing), ("changed", found.changed), ("not published", found.extra)):
            for path in paths:
                click.echo(f"{what}: {path}")
        right = f"All {found.files:,} files are as they were published."
        click.echo(right if found.is_none else "This is not what was published.")
    sys.exit(0 if found.is_none else 1)
