"""What benchmarks of linking are made of: words that nobody has written, and articles of them."""

from __future__ import annotations

from morgue.model import Article, Document, Paragraph, Stated, uid

SYLLABLES = "ba ko ri men dal o tu vash len ne pi sto ra gu mi hel ter zan".split(" ")  # noqa: SIM905 - easier read


def article(number: int, text: str, layout: tuple[Paragraph, ...]) -> Article:
    """An English article of this text, with an empty head."""
    document = Document(f"{number}.txt", "", f"{number:064}", "text/plain", "utf-8", len(text), Stated(), "")
    return Article(uid("bench", str(number)), document, text, layout, language="en")
