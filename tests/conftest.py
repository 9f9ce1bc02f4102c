"""What all tests share: one archive of the seeds, built once in a session."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from morgue.errors import ModelError
from tests.served import ROOT, link_site

SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive built from seeds/, as `make serve` builds it."""
    # Imported here, so that the unit tests of one room don't wait for the libraries of all.
    from morgue.pipeline import Options, build  # noqa: PLC0415
    from morgue.progress import Steps  # noqa: PLC0415

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
    link_site(folder)
    (folder / "archive.db").symlink_to(archive)
    return folder
