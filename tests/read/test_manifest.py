"""A manifest says what files are, and goes before what is guessed."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from morgue.model import Original, Problem
from morgue.read import Options, applied, find, manifests_apart, read, read_manifests
from tests.read.made import records as made
from tests.read.made import tarred, zipped

pytestmark = pytest.mark.unit


def records(folder: Path, **files: str) -> list[Original | Problem]:
    """Everything that is read from a folder with its manifests; `a__b_txt` is a/b.txt."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found, apart = manifests_apart(find([folder])[0])
    manifests = read_manifests(apart, Options())
    told: list[Original | Problem] = []
    used: set[str | None] = set()
    for file in found:
        for record in read(file):
            original, target = (
                applied(record, manifests.about(file.path)) if isinstance(record, Original) else (record, None)
            )
            told.append(original)
            used.add(target)
    return [*told, *manifests.doubts, *manifests.unmatched(used)]


def only(told: list[Original | Problem]) -> Original:
    """The one document, where there is nothing else."""
    (document,) = told
    assert isinstance(document, Original)
    return document


def test_a_manifest_states_what_a_file_does_not(tmp_path: Path) -> None:
    """A row gives a plain text its address, source, date and headline."""
    manifest = "path,url,source,published,headline\na.txt,https://g.example/1,Gazette,2022-03-01,Ferry back\n"
    stated = only(records(tmp_path, a_txt="The ferry sailed.", manifest_csv=manifest)).stated
    assert (stated.url, stated.source, stated.headline) == ("https://g.example/1", "Gazette", "Ferry back")
    assert (stated.published, stated.bases["published"]) == ("2022-03-01", "manifest")


def test_a_manifest_goes_before_the_file(tmp_path: Path) -> None:
    """What a file says of itself stands only where the manifest is silent."""
    article = '{"text": "The ferry sailed.", "title": "Wrong", "author": "Mara Quill"}'
    stated = only(records(tmp_path, a_json=article, manifest_csv="path,title\na.json,Right\n")).stated
    assert (stated.headline, stated.byline) == ("Right", "Mara Quill")


def test_a_manifest_names_the_fields_that_are_its_own(tmp_path: Path) -> None:
    """What a feed says of its entry keeps its own basis beside what the manifest says of the feed."""
    entry = "<title>Ferry</title><link>https://g.example/1</link><description>It sailed.</description>"
    feed = f'<rss version="2.0"><channel><item>{entry}</item></channel></rss>'
    stated = only(records(tmp_path, a_rss=feed, manifest_csv="path,headline\na.rss,Ferry back\n")).stated
    assert stated.headline == "Ferry back"
    assert stated.bases == {"headline": "manifest", "url": "feed"}


def test_a_manifest_may_be_json_lines(tmp_path: Path) -> None:
    """manifest.jsonl is understood like manifest.csv; more columns are kept."""
    manifest = 'no json\n{"path": "./a.txt", "headline": "Ferry back", "editor": "Tom Reed"}\n'
    stated = only(records(tmp_path, a_txt="The ferry sailed.", manifest_jsonl=manifest)).stated
    assert (stated.headline, stated.extra) == ("Ferry back", {"editor": "Tom Reed"})


def test_paths_count_from_the_manifest(tmp_path: Path) -> None:
    """The manifest of a folder is about that folder's files, and goes before one further up."""
    files = {"news__a_txt": "The ferry sailed.", "news__manifest_csv": "path,headline\na.txt,Nearer\n"}
    stated = only(records(tmp_path, **files, manifest_csv="path,headline\nnews/a.txt,Further\n")).stated
    assert stated.headline == "Nearer"


def test_a_manifest_reaches_into_archives(tmp_path: Path) -> None:
    """A file in an archive is named by the archive's path and its own."""
    with ZipFile(tmp_path / "heap.zip", "w") as heap:
        heap.writestr("news/a.txt", "The ferry sailed.")
    stated = only(records(tmp_path, manifest_csv="path,headline\nheap.zip/news/a.txt,Ferry back\n")).stated
    assert stated.headline == "Ferry back"


def test_a_row_about_all_of_a_file_holds_for_each_of_its_records(tmp_path: Path) -> None:
    """The source of a dump can be said once."""
    told = records(
        tmp_path, a_jsonl='{"text": "One."}\n{"text": "Two."}\n', manifest_csv="path,source\na.jsonl,Gazette\n"
    )
    assert [record.stated.source for record in told if isinstance(record, Original)] == ["Gazette", "Gazette"]


def test_a_row_without_a_file_is_a_warning(tmp_path: Path) -> None:
    """A path that matches nothing is told with its place in the manifest."""
    _, problem = records(tmp_path, a_txt="The ferry sailed.", manifest_csv="path,source\nb.txt,Gazette\n")
    assert isinstance(problem, Problem)
    assert (problem.path, problem.code, problem.level) == ("manifest.csv, row 2", "unmatched-row", "warning")


def test_a_manifest_without_paths_is_a_problem(tmp_path: Path) -> None:
    """A table called manifest that names no files is told, not passed over."""
    _, problem = records(tmp_path, a_txt="The ferry sailed.", manifest_csv="file,source\na.txt,Gazette\n")
    assert isinstance(problem, Problem)
    assert problem.code == "bad-manifest"


@pytest.mark.parametrize(("name", "packed"), [("heap.zip", zipped), ("heap.tar", tarred)])
def test_a_manifest_in_an_archive_is_about_its_members(
    name: str, packed: Callable[[list[tuple[str, bytes]]], bytes]
) -> None:
    """A heap that was packed with its manifest needs none outside, wherever in it the manifest lies."""
    rows = b"path,headline\na.txt,Ferry back\ndump.jsonl,Dump\ngone.txt,Gone\n"
    members = [
        ("news/a.txt", b"The ferry sailed."),
        ("news/dump.jsonl", b'{"text": "One."}\n'),
        ("news/manifest.csv", rows),
    ]
    *documents, problem = made(name, packed(members))
    assert [each.stated.headline for each in documents if isinstance(each, Original)] == ["Ferry back", "Dump"]
    assert isinstance(problem, Problem)
    assert (problem.code, problem.path) == ("unmatched-row", f"{name}, news/manifest.csv, row 4")


def test_a_manifest_outside_has_the_last_word(tmp_path: Path) -> None:
    """Who put the heap together knows better than who packed a part of it."""
    inner = [("a.txt", b"The ferry sailed."), ("manifest.csv", b"path,headline,source\na.txt,Inner,Gazette\n")]
    (tmp_path / "heap.zip").write_bytes(zipped(inner))
    stated = only(records(tmp_path, manifest_csv="path,headline\nheap.zip/a.txt,Outer\n")).stated
    assert (stated.headline, stated.source) == ("Outer", "Gazette")


def test_a_manifest_in_an_archive_that_is_none_is_a_problem() -> None:
    """A table called manifest that names no files costs nothing of the other members."""
    codes = [
        each.code
        for each in made("h.zip", zipped([("a.txt", b"One."), ("manifest.csv", b"a,b\n1,2\n")]))
        if isinstance(each, Problem)
    ]
    assert codes == ["bad-manifest"]
