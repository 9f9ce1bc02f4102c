"""The archive while it is being built: tables written into a file beside the old archive."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path

from sqlite_utils import Database

from morgue.errors import ArchiveError
from morgue.model import Build, Clipping, Links, Problem
from morgue.store import catalogue, correction_rows, link_rows, rows
from morgue.store.checks import check
from morgue.store.company import company
from morgue.store.related import related
from morgue.store.swap import replacing

# Crash safety comes from the swap, so the unfinished file needs neither a journal nor waiting for the disk.
_SETTINGS = ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF", "cache_size = -65536", "temp_store = FILE")
_COUNTED = (
    "documents",
    "articles",
    "sources",
    "stories",
    "entities",
    "mentions",
    "quotes",
    "utterances",
    "removed",
    "reuse",
    "discrepancies",
    "problems",
)
_SEARCHABLE = ("articles", "quotes", "entities")


class Archive:
    """An archive that nobody sees yet. Fill it with `write`, then `finish`, then `record`; see `new_archive`."""

    def __init__(self, db: Database, target: Path) -> None:
        self._db = db
        self._target = target

    def prepare(self) -> None:
        """Create the tables."""
        with self._guarded("opened"):
            for setting in _SETTINGS:
                self._db.execute(f"PRAGMA {setting}").fetchall()
            self._db.executescript(_sql("schema.sql"))

    def write(
        self, clippings: Sequence[Clipping], links: Links, problems: Sequence[Problem], packed: rows.Packed
    ) -> None:
        """Write everything that reading, cleaning, extracting and linking found.

        Args:
            clippings: the articles with their facts.
            links: what they have to do with each other.
            problems: what went wrong on the way.
            packed: the original bytes of a document, as zlib packs them.

        Raises:
            ArchiveError: where the disk is full or a value cannot be stored.
        """
        document_ids = rows.numbered(rows.document_key(c.article.document) for c in clippings)
        source_ids = rows.numbered(rows.source_key(c.article.source) for c in clippings if c.article.source)
        entity_of = link_rows.entity_of_mention(links)
        speaker_of = rows.speaker_of_quote(clippings, entity_of)
        with self._guarded("written"), self._db.atomic():
            self._insert("documents", rows.documents(clippings, document_ids, packed))
            self._insert("captures", rows.captures(clippings, document_ids, packed))
            self._insert("sources", rows.sources(clippings, source_ids))
            self._insert("stories", link_rows.stories(links))
            self._insert("articles", rows.articles(clippings, links, document_ids, source_ids))
            self._insert("authors", rows.authors(clippings))
            self._insert("bodies", rows.bodies(clippings))
            self._insert("removed", rows.removed(clippings))
            self._insert("entities", link_rows.entities(links))
            self._insert("former_uids", correction_rows.former_uids(links))
            self._insert("corrections", correction_rows.corrections(links))
            self._insert("dropped_uids", correction_rows.dropped_uids(links))
            self._insert("aliases", link_rows.aliases(links))
            self._insert("mentions", rows.mentions(clippings, entity_of, links.decided))
            self._insert("roles", rows.roles(clippings, entity_of, link_rows.country_of_people(links)))
            self._insert("utterances", link_rows.utterances(links, speaker_of))
            self._insert("quotes", rows.quotes(clippings, links, speaker_of))
            self._insert("figures", rows.figures(clippings))
            self._insert("dates", rows.dates(clippings))
            self._insert("reuse", link_rows.reuse(links))
            self._insert("passages", link_rows.passages(links))
            self._insert("discrepancies", link_rows.discrepancies(links))
            self._insert("problems", link_rows.problems(links, problems))

    def finish(self) -> None:
        """Build the indexes, full text and counts, then check the whole.

        Raises:
            ArchiveError: naming what failed.
        """
        with self._guarded("finished"):
            self._db.executescript(_sql("indexes.sql"))
            self._db.executescript(_sql("counts.sql"))
            self._db.executescript(_sql("quoted_about.sql"))
            self._insert("company", company(self._db))
            self._db.executescript(_sql("catalogue.sql"))
            self._insert("article_facets", catalogue.article_facets(self._db))
            self._insert("name_keys", catalogue.name_keys(self._db))
            for table in _SEARCHABLE:
                self._db.table(table).rebuild_fts().optimize()
            self._insert("related", related(self._db))
            self._db.conn.commit()
            self._db.analyze()
            check(self._db)

    def counts(self) -> dict[str, int]:
        """How many rows the tables that people ask about have so far, by table."""
        return {table: self._db.table(table).count for table in _COUNTED}

    def record(self, build: Build) -> None:
        """Write how this archive was made.

        Raises:
            ArchiveError: where the disk is full or a value cannot be stored.
        """
        with self._guarded("recorded"):
            self._insert("builds", [link_rows.build(build)])
            self._db.conn.commit()

    def pack(self, packed: Path) -> None:
        """Copy the archive to `packed` without its gaps, so that one input always gives the same bytes."""
        with self._guarded("packed"):
            self._db.execute("VACUUM INTO ?", [str(packed)])

    def _insert(self, table: str, found: Iterable[rows.Row]) -> None:
        # executemany on one prepared statement writes more than twice as many rows a second as insert_all.
        pending = iter(found)
        first = next(pending, None)
        if first is not None:
            columns, values = ", ".join(f'"{name}"' for name in first), ", ".join(f":{name}" for name in first)
            statement = f"INSERT INTO {table} ({columns}) VALUES ({values})"  # noqa: S608 - names are this package's own
            self._db.conn.executemany(statement, chain([first], pending))

    @contextmanager
    def _guarded(self, step: str) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, UnicodeEncodeError, OverflowError) as error:
            raise ArchiveError(_explained(self._target, step, error)) from error


def _explained(target: Path, step: str, error: Exception) -> str:
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
        return f"No space left for {target}: free some on its disk and build again. The old archive is untouched."
    return f"{target} could not be {step}: {error}. The old archive is untouched."


@cache
def _sql(name: str) -> str:
    return files("morgue.store").joinpath(name).read_text(encoding="utf-8")


@contextmanager
def new_archive(path: Path) -> Iterator[Archive]:
    """Build an archive beside `path` and swap it in when the block ends well; else leave the old one as it was.

    Args:
        path: where the archive is to stand, as a rule `archive.db`. Its folder must exist.

    Yields:
        An empty archive with all its tables.

    Raises:
        ArchiveError: where the folder is missing or not writable, the target is a folder, or the disk is full.
    """
    with replacing(path) as (draft, packed):
        db = Database(draft)
        archive = Archive(db, path)
        try:
            archive.prepare()
            yield archive
            archive.pack(packed)
        finally:
            db.close()
