"""The sample archive, served once for a file of tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from datasette.app import Datasette

from tests.served import serve, site_folder, stop


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as `datasette .` serves it."""
    return site_folder(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
async def datasette(folder: Path) -> AsyncIterator[Datasette]:
    """The sample archive, served."""
    served = await serve(folder)
    yield served
    stop(served)
