"""How large a site will be is told before it is written, and is so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from morgue.browse.opening import opened
from morgue.publish.amounts import Amount, kind_of
from morgue.publish.options import Options
from morgue.publish.press import Press
from morgue.publish.sizes import TRIED, estimate
from tests.publish.conftest import PAGES_ALONE, write_site
from tests.served import ROOT

NEAR = 0.03


def told(archive: Path, site: Path) -> dict[str, Amount]:
    """What is expected of a site that `write_site` writes."""
    with opened(archive) as connection:
        return estimate(Press(connection, replace(Options(archive, site, ROOT), without=PAGES_ALONE)))


def written(site: Path) -> dict[str, Amount]:
    """What lies there."""
    found: dict[str, Amount] = {}
    for path in filter(Path.is_file, site.rglob("*")):
        kind, size = kind_of(path.relative_to(site).as_posix()), path.stat().st_size
        found[kind] = found.get(kind, Amount()) + Amount(1, size, size)
    return found


def test_the_seeds_are_told_to_the_file(archive: Path, of_seeds: Path) -> None:
    """All files of every kind, and nearly all bytes."""
    expected, there = told(archive, of_seeds), written(of_seeds)
    assert {kind: amount.files for kind, amount in expected.items()} == {
        kind: amount.files for kind, amount in there.items()
    }
    assert sum(expected.values(), Amount()).bytes == pytest.approx(sum(there.values(), Amount()).bytes, rel=NEAR)


@pytest.fixture(scope="module")
def of_crowd(crowd: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The crowd as a static site."""
    site = tmp_path_factory.mktemp("of_crowd") / "site"
    write_site(crowd, site)
    return site


def test_few_of_many_tell_of_all(crowd: Path, of_crowd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a tenth of what it usually looks at: files and bytes are near enough."""
    monkeypatch.setattr("morgue.publish.sizes.TRIED", TRIED // 10)
    expected, there = (sum(each.values(), Amount()) for each in (told(crowd, of_crowd), written(of_crowd)))
    assert expected.files == pytest.approx(there.files, rel=NEAR)
    assert expected.bytes == pytest.approx(there.bytes, rel=NEAR)
