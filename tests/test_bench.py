"""The benchmarks run, and give both sides the same work."""

import gzip
import json
from pathlib import Path

import pytest

from bench import altered, copies
from bench.reading import changed, main, ours, pages, repeated, theirs
from bench.turns import Round, report, rounds

pytestmark = pytest.mark.unit
PAGE = (
    b"<html><head><title>The Example</title></head><body><article><h1>Harbour cafe reopens after two years</h1>"
    b"<p>The harbour cafe reopened on Monday after two years of work on the roof and the walls of its old hall.</p>"
    b"<p>The mayor said on Tuesday that the bridge beside it would be closed to all until the end of the spring.</p>"
    b"</article></body></html>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two tiny pages, one of them packed."""
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(PAGE.replace(b"Monday", b"Friday")))
    return tmp_path


def test_the_benchmark_of_reading_runs(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command prints both speeds and their ratio."""
    monkeypatch.setattr("sys.argv", ["reading", str(folder), "--pages", "4", "--round", "2"])
    main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "4 pages in 2 rounds"
    assert [line.split()[0] for line in lines[1:]] == ["ours", "trafilatura", "ratio"]


def test_both_sides_read_the_page(folder: Path) -> None:
    """What is timed is the work: each side finds the text."""
    page = pages(folder)[0]
    assert "reopened on Monday" in str(ours(page))
    assert "reopened on Monday" in str(theirs(page))


def test_no_page_comes_twice(folder: Path) -> None:
    """Each turn has other words, so that nothing can be remembered; its length stays nearly the same."""
    every = list(repeated(pages(folder), 24))
    assert len(set(every)) == len(every)
    assert max(map(len, every)) < 1.1 * len(PAGE)
    assert changed(PAGE, 0) == PAGE


def test_a_ratio_above_one_means_that_we_are_faster() -> None:
    """The ratio is of speeds, not of seconds."""
    slower = [Round(ours=2.0, theirs=1.0, amount=4)] * 2
    assert [each.ratio for each in slower] == [0.5, 0.5]
    assert "0.50 (from 0.50 to 0.50)" in report(slower, "pages", "peer")


def test_both_sides_get_the_same_work() -> None:
    """Each round gives the same batch to both, and who begins changes."""
    asked: list[tuple[str, str]] = []
    batches = (["a"], ["b"], ["c"])
    told = list(rounds(batches, lambda b: asked.append(("ours", b[0])), lambda b: asked.append(("theirs", b[0])), len))
    assert [side for side, _ in asked] == ["theirs", "ours", "ours", "theirs", "theirs", "ours"]
    assert [piece for _, piece in asked] == ["a", "a", "b", "b", "c", "c"]
    assert [each.amount for each in told] == [1, 1, 1]


def test_a_folder_without_pages_is_told(tmp_path: Path) -> None:
    """There is nothing to measure, and the message says where."""
    with pytest.raises(SystemExit, match=r"No \.html"):
        pages(tmp_path)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three articles of a dozen sentences, none of which has anything from another."""
    articles = [
        {"text": " ".join(f"Sentence{n} of{a} this{n}x{a} article{a} says{n} that{n}{a} much{n}." for n in range(12))}
        for a in "abc"
    ]
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    return file


def test_the_benchmark_of_copies_runs(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command prints the seconds of both, and the share of the true pairs by kind of change."""
    monkeypatch.setattr("sys.argv", ["copies", str(corpus), "18", "27"])
    copies.main()
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("18 articles: ")
    assert all(any(line.strip().startswith(kind) for line in told) for kind in altered.KINDS)
    assert told[-1].startswith("growth: 1.5 times the articles")


def test_the_true_pairs_are_those_of_an_original_and_its_versions(corpus: Path) -> None:
    """Every version shares words with its original, and each kind of change was made once to each."""
    made = altered.multiplied(altered.read(corpus, 3), 27)
    assert {len(pairs) for pairs in made.pairs.values()} == {3}
    for pairs in made.pairs.values():
        assert all(set(made.articles[one]) & set(made.articles[other]) for one, other in pairs)


def test_both_sides_find_the_plain_copies(corpus: Path) -> None:
    """What is timed is the work: each side finds what was only cut or reordered."""
    made = altered.multiplied(altered.read(corpus, 3), 27)
    for find in (copies.ours, copies.theirs):
        pairs = find(made.articles)
        assert copies.found(made.pairs["cut to 70 %"], pairs, 27) == 1
        assert copies.found(made.pairs["sentences reordered"], pairs, 27) == 1


def test_too_few_originals_are_told(corpus: Path) -> None:
    """An archive can't be larger than what it is made from allows."""
    with pytest.raises(ValueError, match="need 4 originals"):
        altered.multiplied(altered.read(corpus, 9), 36)
