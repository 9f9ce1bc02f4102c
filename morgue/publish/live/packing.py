"""Packs the Python that runs in the browser: Datasette with its libraries, our modules, plugins, templates and notes.

The same installation gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from morgue.publish.live.imports import needed

SITE = "site"  # the folder that Datasette is given in the browser
_ENTRY = Path("morgue") / "publish" / "live" / "answering.py"
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the first time that a zip file can tell


def is_there() -> bool:
    """Whether all that is packed is installed."""
    try:
        return bool([distribution(name) for name in _told()["distributions"]])
    except PackageNotFoundError:
        return False


def pack(folder: Path) -> bytes:
    """A zip file: what goes beside Python's other libraries, and `site/`, the folder of the archive.

    Args:
        folder: Where `templates/`, `plugins/`, `metadata.yml` and `about.md` are.
    """
    contents = dict(_libraries()) | dict(_modules(folder)) | dict(_site(folder))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path, content in sorted(contents.items()):
            packed.writestr(zipfile.ZipInfo(path, _BEGINNING), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _libraries() -> Iterator[tuple[str, bytes]]:
    left_out = re.compile("|".join(f"(?:{pattern})" for pattern in _told()["left_out"]))
    for name in _told()["distributions"]:
        installed: Distribution = distribution(name)
        for file in installed.files or ():
            path = file.as_posix()
            if not (path.startswith("../") or left_out.fullmatch(path)):
                yield path, Path(str(installed.locate_file(file))).read_bytes()


def _modules(folder: Path) -> Iterator[tuple[str, bytes]]:
    root = Path(__file__).parents[3]
    found = needed([root / _ENTRY, *_plugins(folder)], root)
    vocabularies = sorted({words for file in found for words in file.parent.glob("*.yml")})
    for file in (root / _ENTRY, *found, *vocabularies):
        yield file.relative_to(root).as_posix(), file.read_bytes()


def _site(folder: Path) -> Iterator[tuple[str, bytes]]:
    texts = (folder / name for name in ("metadata.yml", "about.md"))
    for file in (*_plugins(folder), *sorted((folder / "templates").rglob("*.html")), *texts):
        if file.is_file():
            yield f"{SITE}/{file.relative_to(folder).as_posix()}", file.read_bytes()


def _plugins(folder: Path) -> list[Path]:
    return [folder / "plugins" / f"{name}.py" for name in _told()["plugins"]]


@cache
def _told() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load(files("morgue.publish.live").joinpath("packed.yml").read_text("utf-8"))
    return told
