"""An archive as `datasette .` serves it: our own metadata, settings, plugins, pages and styles."""

from __future__ import annotations

import shutil
from pathlib import Path

from datasette.app import Datasette

from tests.sample import write_sample

ROOT = Path(__file__).parents[1]
SITE = ("metadata.yml", "settings.json", "plugins", "templates", "static")


def link_site(folder: Path) -> None:
    """Make `folder` look like the root of the project, but for the archive."""
    for name in SITE:
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "about.md", folder)  # a copy: tests write archivists' words of their own


def site_folder(folder: Path) -> Path:
    """Make `folder` look like the root of the project after a build, with the sample as its archive."""
    link_site(folder)
    write_sample(folder / "archive.db")
    return folder


async def serve(folder: Path) -> Datasette:
    """Start a Datasette on a folder made by `site_folder`."""
    datasette = Datasette(config_dir=folder)
    await datasette.invoke_startup()
    return datasette


def stop(datasette: Datasette) -> None:
    """Close what a Datasette holds open."""
    datasette.executor.shutdown()
    for database in datasette.databases.values():
        database.close()
