"""WARC and ARC, packed record by record or not, and WACZ, which is a zip of them: what archives of the web keep."""

from __future__ import annotations

import re
from collections.abc import Iterator

from morgue.model import Level, Original, Problem
from morgue.read import problems
from morgue.read.broken import TooLargeError, reason
from morgue.read.form import Format, Found, Options
from morgue.read.formats.archives import ZIP
from morgue.read.formats.captures import captured
from morgue.read.formats.compressed import GZIP
from morgue.read.formats.warc_records import Step, in_one_piece, quiet, records

CAPTURES = re.compile(r"(?:.*[/ ])?archive/[^/]+\.w?arc(?:\.gz)?", re.IGNORECASE)


def _pages(found: Found, options: Options) -> Iterator[Original | Problem | Found]:
    if in_one_piece(found):
        yield from GZIP.read(found, options)
        return
    count, told, taken = 0, False, -1
    for step in records(found):
        count += step.record is not None
        for page in _page(found, step, options, taken):
            told = True
            taken = step.offset if isinstance(page, Original) else taken
            yield page
    if not told:
        yield problems.skipped_records(found.place) if count else problems.empty(found.place)


def _page(found: Found, step: Step, options: Options, taken: int) -> list[Original | Problem]:
    """What a step gives. An error where a page was taken, at the byte `taken`, is but a doubt about that page."""
    place = f"{found.path}, {found.inside(f'record at byte {step.offset}')}"
    if step.wrong:
        level: Level = "warning" if step.offset == taken else "error"
        return [problems.broken_record(place, step.wrong, level)]
    try:
        with quiet():
            return list(captured(found, step.record, step.offset, options))
    except (TooLargeError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever one record trips, the others go on
        return [problems.broken_record(place, reason(error))]


def _captures(found: Found, options: Options) -> Iterator[Found | Problem]:
    """The web archives in a WACZ. Its index and its list of pages repeat what they hold."""
    empty = True
    for member in ZIP.read(found, options):
        if isinstance(member, Found) and CAPTURES.fullmatch(member.member):
            empty = False
            yield member
    if empty:
        yield problems.no_captures(found.place)


WARC = Format("warc", (".warc", ".warc.gz", ".arc", ".arc.gz"), (b"warc/0.", b"warc/1.", b"filedesc://"), _pages)
WACZ = Format("wacz", (".wacz",), (), _captures)
