"""Archives as static sites."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from morgue.progress import Steps
from morgue.publish.options import Options
from morgue.publish.report import Report
from morgue.publish.site import publish
from tests.browse.crowd import write_crowd
from tests.sample import write_sample
from tests.served import ROOT

Publish = Callable[..., tuple[Path, Report]]
# It has tests of its own, and takes longer than all pages.
PAGES_ALONE = frozenset({"search"})


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive with something of everything, whose news is made up."""
    return write_sample(tmp_path_factory.mktemp("sample") / "archive.db")


@pytest.fixture(scope="session")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with lists of more than a page."""
    return write_crowd(tmp_path_factory.mktemp("crowd") / "archive.db")


def write_site(archive: Path, site: Path, **wanted: object) -> Report:
    """Publish an archive with these options."""
    usual = Options(archive=archive, site=site, folder=ROOT, without=PAGES_ALONE)
    with Steps(Console(stderr=True), quiet=True) as steps:
        return publish(replace(usual, **wanted), steps)  # type: ignore[arg-type]  # by their names


@pytest.fixture(scope="session")
def of_seeds(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds as a static site, with a page for everything."""
    site = tmp_path_factory.mktemp("of_seeds") / "site"
    write_site(archive, site)
    return site


@pytest.fixture(scope="session")
def of_sample(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a static site."""
    site = tmp_path_factory.mktemp("of_sample") / "site"
    write_site(sample, site)
    return site
