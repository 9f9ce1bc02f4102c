"""What the tests of extraction share: the model, loaded once, and articles of a given text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from morgue.errors import ModelError
from morgue.extract import Extractor, load
from morgue.model import Article, Document, Facts, Paragraph, Stated

SEEDS = Path(__file__).parents[2] / "seeds"
MakeArticle = Callable[..., Article]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The extractor with the default model."""
    try:
        return load()
    except ModelError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def article_of() -> MakeArticle:
    """Make an article of a text, as cleaning would hand it on: paragraphs with a blank line between."""
    return _article


@pytest.fixture(scope="session")
def seed_facts(extractor: Extractor) -> dict[str, Facts]:
    """The facts of the five seeds by the first three letters of their names; their lines as they are, uncleaned."""
    texts = {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}
    return {name: extractor.facts(_article(re.sub(r"\n+", "\n\n", text).strip())) for name, text in texts.items()}


def _article(text: str, language: str | None = "en", published: str | None = None) -> Article:
    return Article(
        uid="0" * 12,
        document=Document("a.txt", "", "0" * 64, "text/plain", "utf-8", 0, Stated(), "2026-01-01T00:00:00Z"),
        published=published,
        precision="day" if published else "unknown",
        basis="metadata" if published else "none",
        language=language,
        text=text,
        layout=tuple(_paragraphs(text)),
    )


def _paragraphs(text: str) -> Iterator[Paragraph]:
    start = 0
    for piece in text.split("\n\n"):
        if piece.strip():
            yield Paragraph(start, start + len(piece))
        start += len(piece) + 2
