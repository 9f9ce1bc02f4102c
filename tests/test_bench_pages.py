"""The benchmarks of serving run, on an archive of any size."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import pages, searching
from tests.sample import write_sample


def test_every_kind_of_page_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line for each kind of page and its JSON, all of them answered."""
    archive = write_sample(tmp_path / "archive.db")
    monkeypatch.setattr("sys.argv", ["pages", "--each", "2", str(archive)])
    pages.main()
    told = capsys.readouterr().out
    kinds = {line.split()[0] for line in told.splitlines()[1:]}
    assert kinds >= {"/", "/search", "/search.json", "/articles/{uid}", "/entities/{uid}", "/quotes", "/suggest.json"}
    assert "not answered" not in told


def test_searches_are_measured_against_datasette(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both answer everything, and the ratio is told."""
    monkeypatch.setattr("sys.argv", ["searching", "--articles", "30", "--queries", "3"])
    searching.main()
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[2:]] == ["ours", "Datasette", "ratio"]
    assert lines[0].startswith("3 searches of up to ")
    assert "not answered" not in "".join(lines)


def test_the_peer_is_asked_the_same() -> None:
    """The words, the source and five facets."""
    assert searching.theirs("q=kora&source=1").startswith("/archive/articles?_search=kora&source_id=1&_facet=source_id")
    assert list(searching.queries(3, ["ka", "ba"])) == ["q=ka", "q=ba+ka", "q=ka&source=1"]
