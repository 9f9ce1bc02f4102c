"""What is published is HTML, by the validator of those who wrote the standard."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.served import ROOT

VALIDATOR = ROOT / "web/node_modules/vnu-jar/build/dist/vnu.jar"
KINDS = (
    "index.html", "404.html", "about/index.html", "search/index.html", "dates/index.html", "dates/*/index.html",
    "names/index.html", "names/s/index.html", "articles/*/index.html", "articles/*/compare/*/index.html",
    "stories/*/index.html", "entities/*/index.html", "quotes/*/index.html", "sources/1/index.html",
)  # fmt: skip


@pytest.mark.skipif(not (shutil.which("java") and VALIDATOR.is_file()), reason="no java or no vnu-jar on this machine")
def test_pages_stay_valid(of_sample: Path) -> None:
    """What is rewritten and what is left out leaves no trace in the form."""
    pages = [path for kind in KINDS for path in sorted(of_sample.glob(kind))[:3]]
    assert len(pages) > len(KINDS)
    command = ["java", "-jar", str(VALIDATOR), "--errors-only", "--stdout", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == ""
