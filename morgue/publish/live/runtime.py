"""Python for the browser: Pyodide's files from npm, as a plain host serves them best."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from morgue.publish.search.bundle import packed

# Filled by the build of the wheel; in a checkout, where npm puts them.
_CARRIED = Path(str(files("morgue.publish.live"))) / "carried"
_CHECKOUT = Path(__file__).parents[3] / "web" / "node_modules"
# As .js: not every host knows what .mjs is, and browsers run no module that is called anything but JavaScript.
_MODULES = {"pyodide.mjs": "pyodide.js", "pyodide.asm.mjs": "pyodide.asm.js"}


def runtime() -> Path | None:
    """The folder with Pyodide's files; None where there is none."""
    places = (_CARRIED / "pyodide", _CHECKOUT / "pyodide")
    return next((place for place in places if (place / "pyodide.asm.wasm").is_file()), None)


def place() -> str:
    """The folder for this release of Pyodide, below datasette/: "pyodide-314.0.7/"; "" where there is none."""
    folder = runtime()
    return f"pyodide-{json.loads((folder / 'package.json').read_bytes())['version']}/" if folder else ""


def runtime_files() -> Iterator[tuple[str, bytes]]:
    """Every file that the browser fetches, by its path below `place()`; nothing where Pyodide isn't."""
    folder = runtime()
    if folder is None:
        return
    for name, served in _MODULES.items():
        yield served, (folder / name).read_bytes()
    # Packed by us: not every host packs what it sends, and this is most of what a visit fetches.
    yield "pyodide.asm.wasm.bin", packed((folder / "pyodide.asm.wasm").read_bytes())
    yield "python_stdlib.zip", (folder / "python_stdlib.zip").read_bytes()
    # Without the list of packages that Pyodide would fetch from elsewhere.
    lock = json.loads((folder / "pyodide-lock.json").read_bytes())
    yield "lock.json", json.dumps({"info": lock["info"], "packages": {}}).encode()
