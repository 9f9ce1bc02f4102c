"""Publishes an archive: renders every page, adds what is no page, tidies the folder and writes the checksums."""

from __future__ import annotations

from dataclasses import replace

from morgue.browse import holdings
from morgue.browse.opening import opened
from morgue.progress import Steps
from morgue.publish import tidying
from morgue.publish.amounts import Amount
from morgue.publish.extras import extras
from morgue.publish.in_browser import missing
from morgue.publish.in_browser import write as write_in_browser
from morgue.publish.manifest import write_manifest
from morgue.publish.options import BESIDE_SEARCH, FEW, Options
from morgue.publish.press import Press
from morgue.publish.report import Report, Tally
from morgue.publish.shelves import shelves
from morgue.publish.sizes import estimate
from morgue.publish.work import portions, rendered
from morgue.publish.writing import Record, SiteWriter


def settled(options: Options, *, every: bool | None) -> Options:
    """The options with what depends on the archive and on this installation.

    Raises:
        ArchiveError: There is no archive.
    """
    few = has_few(options) if every is None else every
    beside = BESIDE_SEARCH if options.only_search else frozenset()
    return replace(options, every=few, without=options.without | beside | missing())


def has_few(options: Options) -> bool:
    """Whether the archive is so small that everything in it can have a page.

    Raises:
        ArchiveError: There is no archive.
    """
    with opened(options.archive) as connection:
        return holdings.highest(connection, "articles") <= FEW


def expected(options: Options) -> dict[str, Amount]:
    """About how many files and bytes there will be of each kind.

    Raises:
        ArchiveError: There is no archive.
    """
    with opened(options.archive) as connection:
        return estimate(Press(connection, options))


def publish(options: Options, steps: Steps) -> Report:
    """Write the site, or bring it up to date.

    Raises:
        ArchiveError: There is no archive.
        SiteError: The folder holds something else.
    """
    with opened(options.archive) as connection:
        wanted = list(portions(connection, options))
        pages = {shelf.name: shelf.pages(connection) for shelf in shelves(options)}
    is_new = tidying.begin(options.site)
    records: list[Record] = []
    tally, rendering = Tally(), 0.0

    def note(new: list[Record]) -> None:
        records.extend(new)
        tally.add(new)

    with steps.step("pages", sum(pages.values()), "pages"):
        for done in rendered(wanted, options):
            note(list(done.records))
            rendering += done.seconds
            steps.advance(done.addresses)
    with steps.step("the rest"):
        note(_others(options))
    with steps.step("checksums"):
        removed = [] if is_new else tidying.finish(options.site, {record.path for record in records})
        write_manifest(options.site, records)
        tidying.declare_whole(options.site)
    return tally.report(len(removed), steps.seconds, rendering)


def _others(options: Options) -> list[Record]:
    """What is no page of the archive."""
    writer = SiteWriter(options.site)
    with opened(options.archive) as connection:
        for made in extras(Press(connection, options)):
            writer.write(made.path, made.content)
    write_in_browser(writer, options)
    return writer.taken()
