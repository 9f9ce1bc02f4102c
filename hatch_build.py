"""What a wheel of Morgue carries beside its modules: templates and styles, search and Datasette for browsers.

With these an installed `morgue publish` needs neither a checkout nor Node. The parts from npm are carried where they
are set up (`make web`); a wheel built without them says so, and publishes neither search nor Datasette for browsers.
Their licences allow it: SQLite is in the public domain, its wrapping Apache-2.0, Pyodide MPL-2.0, Python PSF-2.0;
`morgue/publish/live/licences.txt`, which is published beside them, tells so. All of it adds 7 MB to the wheel.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SITE = ("templates", "static", "plugins", "metadata.yml", "settings.json", "about.md")
CLIENT = {"web/client": "morgue/publish/search/carried/client"}
NPM = Path("web/node_modules")
# From npm: where it lies, where it is carried, and the files that are published or read at publishing.
PARTS = (
    (NPM / "@sqlite.org/sqlite-wasm/dist", "morgue/publish/search/carried/sqlite", ("index.mjs", "sqlite3.wasm")),
    (
        NPM / "pyodide",
        "morgue/publish/live/carried/pyodide",
        (
            "package.json",
            "pyodide.mjs",
            "pyodide.asm.mjs",
            "pyodide.asm.wasm",
            "pyodide-lock.json",
            "python_stdlib.zip",
        ),
    ),
)


class CarriedParts(BuildHookInterface[Any]):
    """Puts what lies beside `morgue/` in a checkout into it in the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the files. An editable install finds them in the checkout."""
        if version == "editable":
            return
        root = Path(self.root)
        wanted = {name: f"morgue/site/{name}" for name in SITE} | CLIENT
        for folder, place, names in PARTS:
            if (root / folder).is_dir():
                wanted |= {f"{folder}/{name}": f"{place}/{name}" for name in names}
            else:
                self.app.display_warning(f"{folder} is missing (`make web`): this wheel cannot publish what needs it.")
        build_data["force_include"] |= {str(root / name): place for name, place in wanted.items()}
