"""The benchmark of extraction runs, and gives both sides the same articles."""

import json
from pathlib import Path

import pytest

from bench import extraction
from morgue.errors import ModelError
from morgue.extract.nlp import default_language

TEXT = "“The bridge {n} is safe,” Ada Lindqvist said in Leith on Monday. Nobody else came to the harbour that day."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Eight short articles, a line each."""
    file = tmp_path / "articles.jsonl"
    lines = (json.dumps({"title": f"Bridge {n} opens", "text": TEXT.format(n=n)}) for n in range(8))
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_the_benchmark_of_extraction_runs(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command prints both speeds and their ratio, without the round that warms up."""
    try:
        default_language()
    except ModelError as error:
        pytest.skip(str(error))
    monkeypatch.setattr("sys.argv", ["extraction", str(corpus), "--every", "2", "--articles", "2", "--round", "1"])
    extraction.main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("words in 2 rounds")
    assert [line.split()[0] for line in lines[1:]] == ["ours", "spaCy", "ratio"]


@pytest.mark.unit
def test_every_so_many_th_article_is_taken(corpus: Path) -> None:
    """A corpus is sampled evenly, its articles cleaned as a build cleans them."""
    chosen = list(extraction.articles([corpus], 3))
    assert [article.headline for article in chosen] == ["Bridge 0 opens", "Bridge 3 opens", "Bridge 6 opens"]
    assert chosen[1].text == TEXT.format(n=3)


@pytest.mark.unit
def test_batches_hold_every_article_once(corpus: Path) -> None:
    """The last batch has what is left."""
    chosen = list(extraction.articles([corpus], 1))
    assert [len(batch) for batch in extraction.batches(iter(chosen), 3)] == [3, 3, 2]
    assert extraction.words(chosen[:1]) == len(TEXT.split())
