"""The documents stay true: what they show is what the commands say, and what they name exists."""

from __future__ import annotations

import re
import tomllib

import pytest
from click.testing import CliRunner

from morgue.cli import build
from morgue.read.registry import FORMATS
from tests.served import ROOT

pytestmark = pytest.mark.unit

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_readme_shows_the_help_of_the_command() -> None:
    """The block between the help marks is what `build_db.py --help` prints."""
    printed = CliRunner().invoke(build, ["--help"], prog_name="build_db.py", terminal_width=100).output
    shown = README.partition("<!-- help -->\n")[2].partition("<!-- /help -->")[0]
    assert shown == f"```\n{printed}```\n"


def test_every_make_target_named_exists() -> None:
    """`make x` in a document is a target of the Makefile."""
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    named = re.findall(r"(?:^|`)make (\w+)", README + CONTRIBUTING, re.MULTILINE)
    assert set(named) <= set(targets)
    assert {"serve", "test"} <= set(named)


def test_every_file_named_exists() -> None:
    """A path of ours that a document names is there."""
    pattern = r"\b((?:morgue|tests|eval|docs|plugins|templates|static|seeds|requirements)/[\w./-]*\w)"
    named = set(re.findall(pattern, README + CONTRIBUTING))
    assert sorted(path for path in named if not (ROOT / path).exists()) == []


def test_every_library_has_its_reason() -> None:
    """Each dependency has a line in CONTRIBUTING.md that says why it was chosen."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[=<>;\[ ]", requirement)[0] for requirement in project["dependencies"]]
    reasons = CONTRIBUTING.partition("## Libraries")[2]
    assert [name for name in names if name not in reasons] == []


def test_requirements_name_no_registry() -> None:
    """The pinned requirements carry hashes and no addresses."""
    for file in (ROOT / "requirements").glob("*.txt"):
        text = file.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text


def test_every_extension_that_is_read_is_documented() -> None:
    """docs/inputs.md names each extension of each format, and no other in its table of formats."""
    table = (ROOT / "docs/inputs.md").read_text(encoding="utf-8").partition("## Formats")[2].partition("\nA file")[0]
    named = set(re.findall(r"`(\.[\w.]+)`", table))
    assert named == {extension for each in FORMATS for extension in each.extensions}
