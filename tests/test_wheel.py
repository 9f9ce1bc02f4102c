"""What an installed Morgue can do without a checkout beside it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.served import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel unpacked, as pip would do it."""
    built, place = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("installed")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(place)
    return place


def morgue(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed one, from a folder that holds nothing of ours."""
    alone = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    code = "import sys; from morgue.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=installed.parent, env=alone, capture_output=True, text=True, check=False)


def test_an_installed_morgue_publishes_without_a_checkout(installed: Path, archive: Path, tmp_path: Path) -> None:
    """Templates and styles come with the wheel; search and Datasette where the parts from npm were there."""
    site = tmp_path / "site"
    run = morgue(installed, "publish", str(archive), str(site), "--quiet")
    assert run.returncode == 0, run.stderr
    assert (site / "index.html").is_file()
    assert (site / "static" / "morgue.css").is_file()
    has_sqlite = (installed / "morgue/publish/search/carried/sqlite/sqlite3.wasm").is_file()
    assert has_sqlite == (ROOT / "web/node_modules/@sqlite.org/sqlite-wasm").is_dir()
    assert (site / "search" / "client").is_dir() == has_sqlite
    has_pyodide = (installed / "morgue/publish/live/carried/pyodide/pyodide.asm.wasm").is_file()
    assert has_pyodide == (ROOT / "web/node_modules/pyodide").is_dir()
    assert (site / "datasette" / "service.js").is_file() == has_pyodide


def test_an_installed_morgue_makes_the_same_datasette(installed: Path, archive: Path, tmp_path: Path) -> None:
    """What a wheel publishes of Datasette is what a checkout publishes, byte by byte."""
    if not (installed / "morgue/publish/live/carried").is_dir():
        pytest.skip("no Pyodide (run `npm ci` in web/)")
    sites = []
    for name, place in (("wheel", installed), ("checkout", ROOT)):
        sites.append(tmp_path / name / "datasette")
        wanted = ("--only-search", "--quiet", "--folder", str(ROOT))
        run = morgue(place, "publish", str(archive), str(sites[-1].parent), *wanted)
        assert run.returncode == 0, run.stderr
    one, other = ({path.name: path.read_bytes() for path in site.rglob("*") if path.is_file()} for site in sites)
    assert one == other


def test_a_wheel_carries_no_tests_and_no_leftovers(installed: Path) -> None:
    """Modules, data beside them, the site: nothing else."""
    assert sorted(path.name for path in installed.iterdir() if path.suffix != ".dist-info") == ["morgue"]
    assert not list(installed.rglob("__pycache__"))
