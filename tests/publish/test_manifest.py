"""A site can be checked, and its folder is kept tidy without touching what is not ours."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from morgue.publish import tidying
from morgue.publish.manifest import CHECKSUMS, SiteError, compare, read_manifest, write_manifest
from morgue.publish.writing import SiteWriter

pytestmark = pytest.mark.unit


def published(site: Path, *paths: str) -> None:
    """Write a site of these files."""
    tidying.begin(site)
    writer = SiteWriter(site)
    for path in paths:
        writer.write(path, path.encode())
    records = writer.taken()
    tidying.finish(site, {record.path for record in records})
    write_manifest(site, records)
    tidying.declare_whole(site)


def test_a_site_is_as_it_was_published(tmp_path: Path) -> None:
    """Nothing to complain of."""
    published(tmp_path / "site", "index.html", "articles/a/index.html", "articles/a b.json")
    assert compare(tmp_path / "site").is_none


def test_what_is_missing_changed_or_added_is_named(tmp_path: Path) -> None:
    """Each by its path."""
    site = tmp_path / "site"
    published(site, "a.html", "b.html", "c.html")
    (site / "a.html").unlink()
    (site / "b.html").write_bytes(b"B.html")
    (site / "d.html").touch()
    found = compare(site)
    assert (found.missing, found.changed, found.extra) == (("a.html",), ("b.html",), ("d.html",))


def test_what_hosts_want_beside_the_pages_is_no_difference(tmp_path: Path) -> None:
    """A CNAME, a .nojekyll, a repository."""
    site = tmp_path / "site"
    published(site, "a.html")
    (site / ".git").mkdir()
    for name in ("CNAME", ".nojekyll", "_headers", ".git/config"):
        (site / name).touch()
    assert compare(site).is_none


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="no sha256sum on this machine")
def test_the_checksums_are_read_by_a_program_that_everybody_has(tmp_path: Path) -> None:
    """In ten years a site can be checked without Morgue."""
    published(tmp_path / "site", "a.html", "articles/a b/index.html")
    done = subprocess.run(["sha256sum", "--check", "--strict", CHECKSUMS], cwd=tmp_path / "site", check=False)
    assert done.returncode == 0


def test_the_manifest_is_in_order_whatever_was_written_first(tmp_path: Path) -> None:
    """So that the same site has the same manifest."""
    published(tmp_path / "one", "b", "a", "c")
    published(tmp_path / "other", "c", "a", "b")
    assert (tmp_path / "one" / CHECKSUMS).read_bytes() == (tmp_path / "other" / CHECKSUMS).read_bytes()
    assert list(read_manifest(tmp_path / "one")) == ["a", "b", "c"]


def test_what_is_no_longer_published_is_removed(tmp_path: Path) -> None:
    """With the folders that it leaves empty."""
    site = tmp_path / "site"
    published(site, "articles/a/index.html", "articles/b/index.html", "old.txt")
    published(site, "articles/b/index.html")
    assert sorted(path.name for path in site.iterdir()) == [CHECKSUMS, "articles"]
    assert not (site / "articles/a").exists()


def test_what_an_interrupted_run_has_left_is_removed(tmp_path: Path) -> None:
    """It is in no manifest, but it lies in a folder of ours."""
    site = tmp_path / "site"
    tidying.begin(site)
    SiteWriter(site).write("articles/a/index.html", b"half")
    published(site, "articles/b/index.html")
    assert not (site / "articles/a").exists()


def test_an_unfinished_site_is_told(tmp_path: Path) -> None:
    """It has no word of its own that it is whole."""
    tidying.begin(tmp_path / "site")
    with pytest.raises(SiteError, match="interrupted"):
        compare(tmp_path / "site")


def test_a_folder_is_new_until_something_is_written(tmp_path: Path) -> None:
    """Of a new one nothing needs to be looked for that no longer belongs there."""
    assert tidying.begin(tmp_path / "site")
    assert not tidying.begin(tmp_path / "site")


def test_files_of_others_stay(tmp_path: Path) -> None:
    """Publishing again touches neither a CNAME nor a folder that was put beside."""
    site = tmp_path / "site"
    published(site, "index.html")
    (site / "CNAME").write_text("archive.example")
    (site / "mine").mkdir()
    (site / "mine/notes.html").write_text("notes")
    published(site, "index.html", "about/index.html")
    assert (site / "CNAME").read_text() == "archive.example"
    assert (site / "mine/notes.html").read_text() == "notes"


def test_a_folder_that_holds_something_else_is_never_taken_for_a_site(tmp_path: Path) -> None:
    """Nobody loses a folder of documents to a slip of the fingers."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/thesis.txt").write_text("years of work")
    with pytest.raises(SiteError, match="holds other files"):
        tidying.begin(tmp_path)
    assert (tmp_path / "articles/thesis.txt").read_text() == "years of work"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """It is said so, and the file stays."""
    (tmp_path / "site").write_text("words")
    with pytest.raises(SiteError, match="is a file"):
        tidying.begin(tmp_path / "site")


def test_a_folder_without_checksums_is_no_site(tmp_path: Path) -> None:
    """There is nothing to compare it with."""
    with pytest.raises(SiteError, match="no published site"):
        compare(tmp_path)
