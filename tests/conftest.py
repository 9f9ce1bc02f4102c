"""What all tests share: one archive of the seeds, built once in a session."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from morgue.errors import ModelError

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive built from seeds/, as `make serve` builds it."""
    # Imported here, so that the unit tests of one room don't wait for the libraries of all.
    from morgue.pipeline import Options, build
    from morgue.progress import Steps

    path = tmp_path_factory.mktemp("archive") / "archive.db"
    try:
        with Steps(Console(stderr=True), quiet=True) as steps:
            build(Options((SEEDS,), path), steps)
    except ModelError as error:
        pytest.skip(str(error))
    return path


@pytest.fixture(scope="session")
def served_folder(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that `datasette FOLDER` serves as `datasette .` serves the project's: same files, the tests' archive."""
    folder = tmp_path_factory.mktemp("served")
    for name in ("metadata.yml", "settings.json", "plugins", "templates", "static", "about.md"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "archive.db").symlink_to(archive)
    return folder
