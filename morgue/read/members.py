"""The names of what archives hold: made plain, and without what is no article.

Nothing is ever unpacked to disk, so a name that climbs out of its folder can do no harm; it is only made readable.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

SYSTEM = {"__MACOSX", "Thumbs.db", "desktop.ini"}  # beside what begins with a dot
DRIVE = re.compile(r"^[A-Za-z]:(?=/)")
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def plain(name: str) -> str:
    """A member's name as a relative path with forward slashes: "../../etc/passwd" → "etc/passwd"."""
    path = DRIVE.sub("", UNPRINTABLE.sub("\ufffd", name).replace("\\", "/"))
    return "/".join(part for part in path.split("/") if part not in ("", ".", ".."))


def of_its_own(path: str, seen: Counter[str]) -> tuple[str, str]:
    """A name that no other member has, and, if it is another, the one that tells its format.

    The second a.txt is "a.txt (2)", called "a.txt". `seen` counts the names up to here.
    """
    seen[path] += 1
    return (path, "") if seen[path] == 1 else (f"{path} ({seen[path]})", path.rpartition("/")[2])


def hidden(path: str) -> bool:
    """Whether a path leads to what systems hide: dot files, and what macOS and Windows leave in folders."""
    return any(part.startswith(".") or part in SYSTEM for part in path.split("/"))


# What browsers call the folder beside a page that they save, in their users' languages.
SUFFIXES = (
    *("_files", ".files", "-files", "_file", "-Dateien", "_fichiers", "_archivos", "_arquivos", "_ficheiros"),
    *("_bestanden", "-filer", "_pliki", "_soubory", "_fajlovi", "_elemei", "_tiedostot", "_dosyalar"),
)
PAGE = re.compile(r"\.x?html?$", re.IGNORECASE)


def page_folders(paths: Iterable[str]) -> frozenset[str]:
    """The folders that hold the pictures and scripts of saved pages: "news/A_files" where "news/A.html" is."""
    stems = {path[: ending.start()] for path in paths if (ending := PAGE.search(path))}
    return frozenset(stem + suffix for stem in stems for suffix in SUFFIXES)


def furniture(path: str, folders: frozenset[str]) -> bool:
    """Whether a path lies in one of such folders."""
    parts = path.split("/")
    return any("/".join(parts[:count]) in folders for count in range(1, len(parts)))
