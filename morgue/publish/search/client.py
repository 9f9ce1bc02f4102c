"""The client's files: our modules, the templates as JavaScript, and SQLite's WebAssembly from npm.

In a checkout they are taken from web/, in an installed morgue from where the wheel put them.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from morgue.errors import MorgueError
from morgue.publish.search.bundle import packed
from morgue.publish.search.jinja.module import script

_CARRIED = Path(str(files("morgue.publish.search"))) / "carried"  # filled by the build of the wheel
_CHECKOUT = Path(__file__).parents[3] / "web"
_SQLITE = Path("@sqlite.org") / "sqlite-wasm" / "dist"
_TEMPLATE = "search.html"

HOW_TO_GET = "Search in the browser needs the npm parts: run `npm ci` in web/ and publish again."


class ClientMissingError(MorgueError):
    """The parts from npm are not there."""


def is_there() -> bool:
    """Whether SQLite's WebAssembly can be published."""
    return _sqlite() is not None


def client(templates: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the client, by its path below search/client/.

    Raises:
        ClientMissingError: the parts from npm are not there.
    """
    sqlite = _sqlite()
    if sqlite is None:
        raise ClientMissingError(HOW_TO_GET)
    folder = modules()
    for file in sorted(folder.rglob("*.js")):
        yield file.relative_to(folder).as_posix(), file.read_bytes()
    yield "page/templates.js", script(templates, _TEMPLATE).encode()
    # Packed by us: not every host packs what it sends, and these two are most of what a first visit fetches.
    yield "sqlite3.js.bin", packed((sqlite / "index.mjs").read_bytes())
    yield "sqlite3.wasm.bin", packed((sqlite / "sqlite3.wasm").read_bytes())


def modules() -> Path:
    """The folder with our modules."""
    return _CARRIED / "client" if (_CARRIED / "client").is_dir() else _CHECKOUT / "client"


def _sqlite() -> Path | None:
    places = (_CARRIED / "sqlite", _CHECKOUT / "node_modules" / _SQLITE)
    return next((place for place in places if (place / "sqlite3.wasm").is_file()), None)
