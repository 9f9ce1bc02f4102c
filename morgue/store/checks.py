"""What an archive must pass before it replaces the old one."""

from __future__ import annotations

from sqlite_utils import Database

from morgue.errors import ArchiveError

_SHOWN = 5


def check(db: Database) -> None:
    """Refuse an archive whose rows point nowhere or whose file is damaged.

    Raises:
        ArchiveError: naming the first few rows or pages that failed.
    """
    _check_foreign_keys(db)
    _check_integrity(db)


def _check_foreign_keys(db: Database) -> None:
    broken = db.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        shown = "; ".join(f"{table} row {rowid} → {parent}" for table, rowid, parent, _ in broken[:_SHOWN])
        raise ArchiveError(
            f"The archive failed its check of references ({len(broken)}): {shown}. Nothing was replaced."
        )


def _check_integrity(db: Database) -> None:
    found = [message for (message,) in db.execute(f"PRAGMA integrity_check({_SHOWN})")]
    if found != ["ok"]:
        raise ArchiveError(f"The archive failed SQLite's integrity check: {'; '.join(found)}. Nothing was replaced.")
