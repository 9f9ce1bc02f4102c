"""Node to run the static site's client in, where it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

NODE = shutil.which("node")
HERE = Path(__file__).parent
MODULES = HERE.parents[1] / "web" / "node_modules"

Run = Callable[..., Any]


@pytest.fixture(scope="session")
def node() -> Run:
    """Runs a script of this folder with a JSON value as its input, and hands back what it prints as JSON."""
    if not NODE:
        pytest.skip("no Node on this machine (Debian: apt-get install nodejs)")

    def run(script: str, given: object) -> Any:
        command = [NODE, str(HERE / script)]
        done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def packages() -> Path:
    """Where `npm ci` put the packages of web/."""
    if not (MODULES / "@sqlite.org").is_dir():
        pytest.skip("no npm packages (run `npm ci` in web/)")
    return MODULES
