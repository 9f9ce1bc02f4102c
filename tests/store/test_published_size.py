"""The size of the published copy is told without making it."""

from __future__ import annotations

from pathlib import Path

import pytest

from morgue.store.published import write_published
from morgue.store.published_size import published_size
from tests.browse.crowd import write_crowd

pytestmark = pytest.mark.unit
NEAR = 0.05


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The crowd of articles, as built."""
    return write_crowd(tmp_path_factory.mktemp("built") / "archive.db")


@pytest.mark.parametrize("bodies", [True, False])
def test_it_is_near(built: Path, tmp_path: Path, *, bodies: bool) -> None:
    """With the articles' texts and without."""
    write_published(built, tmp_path / "published.db", bodies=bodies)
    assert published_size(built, bodies=bodies) == pytest.approx((tmp_path / "published.db").stat().st_size, rel=NEAR)


def test_texts_weigh(built: Path) -> None:
    """Leaving them out is told to save something."""
    assert published_size(built, bodies=False) < published_size(built, bodies=True)
