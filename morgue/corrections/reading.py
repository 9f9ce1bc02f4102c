"""The whole file: every verdict in it, or everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from morgue.corrections.entries import entries
from morgue.corrections.verdicts import verdict
from morgue.errors import InputError
from morgue.model import Correction

DEFAULT: Final = Path("corrections.yml")


def read(path: Path) -> tuple[Correction, ...]:
    """Read the human verdicts.

    Args:
        path: A YAML file, a list of verdicts; without any it may hold comments only.

    Returns:
        The verdicts in order of the file.

    Raises:
        InputError: The file cannot be read, is no YAML, or holds entries that cannot be used; the message names the
            line of each, and its remedy.
    """
    name = path.name if path.is_absolute() else path.as_posix()
    found: list[Correction] = []
    faults: list[str] = []
    for entry in entries(_text(path, name), name):
        try:
            found.append(verdict(entry))
        except InputError as fault:
            faults.append(str(fault))
    if faults:
        raise InputError("\n".join(faults))
    return tuple(found)


def _text(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise InputError(f"{name}, line {line}: not UTF-8 text; save the file as UTF-8.") from error
    except OSError as error:
        raise InputError(f"{name} cannot be read ({error.strerror}): name another file or none.") from error
