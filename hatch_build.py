"""What a wheel of Morgue carries beside its modules: the site's templates and styles, and search for the browser.

With these an installed `morgue publish` needs neither a checkout nor Node. The parts from npm are carried where they
are set up (`make web`); a wheel built without them says so, and publishes without search in the browser.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SITE = ("templates", "static", "plugins", "metadata.yml", "settings.json", "about.md")
CARRIED = "morgue/publish/search/carried"
SQLITE = Path("web/node_modules/@sqlite.org/sqlite-wasm")


class CarriedParts(BuildHookInterface[Any]):
    """Puts what lies beside `morgue/` in a checkout into it in the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the files. An editable install finds them in the checkout."""
        if version == "editable":
            return
        root = Path(self.root)
        wanted = {name: f"morgue/site/{name}" for name in SITE} | {"web/client": f"{CARRIED}/client"}
        sqlite = {f"{SQLITE}/dist/{name}": f"{CARRIED}/sqlite/{name}" for name in ("index.mjs", "sqlite3.wasm")}
        if (root / SQLITE).is_dir():
            wanted |= sqlite
        else:
            self.app.display_warning("web/node_modules is missing (`make web`): this wheel cannot publish the search.")
        build_data["force_include"] |= {str(root / name): place for name, place in wanted.items()}
