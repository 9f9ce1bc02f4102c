"""What all tests share: one archive of the seeds, built once in a session."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from morgue.errors import ModelError
from morgue.pipeline import Options, build
from morgue.progress import Steps

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive built from seeds/, as `make serve` builds it."""
    path = tmp_path_factory.mktemp("archive") / "archive.db"
    try:
        with Steps(Console(stderr=True), quiet=True) as steps:
            build(Options((SEEDS,), path), steps)
    except ModelError as error:
        pytest.skip(str(error))
    return path
