"""Takes care that a folder may be written to, and that nothing stays in it that no longer belongs to the site."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from morgue.publish.manifest import CHECKSUMS, UNFINISHED, SiteError, files_below, read_manifest

# The folders of a site are ours altogether; beside them its owner may keep files of his own.
OURS = (
    "about", "articles", "datasette", "dates", "discrepancies", "entities", "names", "quotes", "search", "sitemaps",
    "sources", "static", "stories",
)  # fmt: skip
_FOLDERS = tuple(f"{folder}/" for folder in OURS)


def check(site: Path) -> None:
    """See whether a folder may be written to.

    Raises:
        SiteError: It holds something that is no site: it must not be taken for one and tidied.
    """
    if site.exists() and not site.is_dir():
        raise SiteError(f"{site} is a file. Name a folder for the site.")
    is_ours = (site / CHECKSUMS).is_file() or (site / UNFINISHED).exists()
    if site.is_dir() and not is_ours and any(not each.name.startswith(".") for each in site.iterdir()):
        raise SiteError(f"{site} holds other files and no site. Name a new or an empty folder.")


def begin(site: Path) -> bool:
    """Make the folder ready to be written to; tell whether it is new, with nothing in it that could have to go.

    Raises:
        SiteError: As `check`.
    """
    check(site)
    site.mkdir(parents=True, exist_ok=True)
    is_new = not any(site.iterdir())
    (site / UNFINISHED).touch()
    return is_new


def finish(site: Path, belonging: Collection[str]) -> list[str]:
    """Remove what was published once and is no more; hand back what that was."""
    others = [path for path in files_below(site) if path not in belonging and path != CHECKSUMS]
    once = read_manifest(site) if others else {}
    gone = [path for path in others if path in once or path.startswith(_FOLDERS)]
    for path in gone:
        (site / path).unlink(missing_ok=True)
        _remove_empty(site, Path(path).parent)
    return gone


def declare_whole(site: Path) -> None:
    """Take away the sign that the site is being written."""
    (site / UNFINISHED).unlink(missing_ok=True)


def _remove_empty(site: Path, folder: Path) -> None:
    with suppress(OSError):  # not empty, or removed with another file
        while folder != Path():
            (site / folder).rmdir()
            folder = folder.parent
