"""`morgue publish` and `morgue verify` as people call them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from morgue.cli import main
from morgue.publish import in_browser

PAGES_ALONE = ("--without", "search")


def run(*arguments: object) -> Result:
    """What a command prints and how it ends."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def published(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site written by the command."""
    site = tmp_path_factory.mktemp("published") / "site"
    done = run("publish", sample, site, "--workers", 1, *PAGES_ALONE)
    assert done.exit_code == 0, done.output
    return site


def test_the_size_is_told_before_and_after(sample: Path, tmp_path: Path) -> None:
    """A guess first, then the truth, kind by kind; the guess is near it."""
    done = run("publish", sample, tmp_path / "site", "--workers", 1, *PAGES_ALONE)
    assert done.exit_code == 0
    guessed = int(
        next(line for line in done.output.splitlines() if line.startswith("About")).split()[1].replace(",", "")
    )
    written = sum(path.is_file() for path in (tmp_path / "site").rglob("*"))
    assert abs(guessed - written) < 0.25 * written
    for kind in ("articles", "JSON", "citations", "together"):
        assert kind in done.output


def test_an_estimate_writes_nothing(sample: Path, tmp_path: Path) -> None:
    """Not even a folder."""
    done = run("publish", sample, tmp_path / "site", "--estimate", *PAGES_ALONE)
    assert done.exit_code == 0
    assert "About " in done.output
    assert not (tmp_path / "site").exists()


def test_a_site_that_would_be_too_large_is_not_begun(sample: Path, tmp_path: Path) -> None:
    """It is said what could be left out."""
    done = run("publish", sample, tmp_path / "site", "--max-size", "100KB", *PAGES_ALONE)
    assert done.exit_code == 1
    assert "--without json saves" in done.output
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(("written", "is_enough"), [("1GB", True), ("500 mb", True), ("1.5g", True), ("2000", False)])
def test_sizes_are_written_as_people_do(sample: Path, tmp_path: Path, written: str, *, is_enough: bool) -> None:
    """With a unit or in bytes."""
    done = run("publish", sample, tmp_path / "site", "--max-size", written, "--estimate", "--quiet", *PAGES_ALONE)
    assert done.exit_code == (0 if is_enough else 1)


def test_the_report_is_there_for_programs(sample: Path, tmp_path: Path) -> None:
    """Nothing else is printed to them."""
    done = run("publish", sample, tmp_path / "site", "--workers", 1, "--json", "--quiet", *PAGES_ALONE)
    told = json.loads(done.stdout)
    assert told["total"]["files"] == told["written"] > 100
    assert told["kinds"]["articles"]["bytes"] > 0


def test_a_whole_site_is_verified(published: Path) -> None:
    """And nothing is said but that."""
    done = run("verify", published)
    files = sum(path.is_file() for path in published.rglob("*")) - 1  # the checksums themselves
    assert (done.exit_code, done.output) == (0, f"All {files:,} files are as they were published.\n")


def test_what_has_changed_on_the_way_is_named(published: Path, tmp_path: Path) -> None:
    """A file that got lost, one that was changed, one that was added."""
    site = tmp_path / "site"
    shutil.copytree(published, site)
    (site / "index.html").unlink()
    (site / "about/index.html").write_text("hacked")
    (site / "articles/more.html").touch()
    done = run("verify", site)
    assert done.exit_code == 1
    assert "missing: index.html\nchanged: about/index.html\nnot published: articles/more.html\n" in done.output
    assert run("verify", site, "--quiet").output == ""


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("publish", "none.db", "site"), 1, "There is no archive none.db"),
        (("verify", "."), 2, "no published site"),
        (("publish", "none.db", "site", "--base-url", "example.org"), 2, "no address of a site"),
        (("publish", "none.db", "site", "--max-size", "big"), 2, "no size"),
        (("publish", "none.db", "site", "--without", "articles"), 2, "is not one of"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, words: str
) -> None:
    """With the remedy, and without a trace of the code."""
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.exit_code == code
    assert words in done.output
    assert "Traceback" not in done.output


def test_a_folder_with_other_things_is_refused(sample: Path, tmp_path: Path) -> None:
    """A slip of the fingers must not cost anybody a folder."""
    (tmp_path / "thesis.txt").write_text("years of work")
    done = run("publish", sample, tmp_path, "--quiet", *PAGES_ALONE)
    assert done.exit_code == 1
    assert "holds other files" in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("command", ["publish", "verify"])
def test_help_teaches(command: str) -> None:
    """With what each option is good for, and with what the exit code says."""
    done = run(command, "--help")
    assert done.exit_code == 0
    assert "Exit code: 0" in done.output


def test_a_folder_that_is_no_site_is_refused_at_once(sample: Path, tmp_path: Path) -> None:
    """Before anybody has waited for the estimate."""
    (tmp_path / "letters.txt").write_text("mine")
    done = run("publish", sample, tmp_path, *PAGES_ALONE)
    assert done.exit_code == 1
    assert "holds other files and no site" in done.output
    assert "About " not in done.output


def test_whoever_has_published_is_told_how_to_look(sample: Path, tmp_path: Path) -> None:
    """With the folder's own name, ready to be copied."""
    done = run("publish", sample, tmp_path / "my site", "--workers", 1, *PAGES_ALONE)
    assert f"python -m http.server --directory '{tmp_path / 'my site'}'" in done.output.replace("\n", "")


def test_what_is_saved_without_search_is_told_with_what_goes_along(sample: Path) -> None:
    """Datasette has nothing to read then; each line is of its own option."""
    lines = run("publish", sample, "nowhere", "--max-size", "1KB").output.splitlines()
    told = {line.split(" saves ")[0]: line for line in lines if " saves " in line}
    if in_browser.missing():
        pytest.skip("no npm packages (run `npm ci` in web/)")
    assert {"--without search", "--without datasette", "--without json"} <= told.keys()
    assert _megabytes(told["--without search"]) > _megabytes(told["--without datasette"]) > 5


def _megabytes(line: str) -> float:
    return float(line.split()[-2]) * (1 if line.endswith("MB.") else 0.001)
