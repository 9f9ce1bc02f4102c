"""Quotes by marks alone, where no model reads the language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.extract.quotes.unread import marked_quotes
from morgue.model import Article

pytestmark = pytest.mark.unit

ArticleOf = Callable[..., Article]
PIECES = st.sampled_from(
    ["„", "“", "”", "«", "»", '"', "「", "」", "''", "Wort", "mot ", "言葉", " ", ".", ",", "\n\n", "l’eau"]
)


@pytest.mark.parametrize(
    ("text", "language", "quoted"),
    [
        ("Der Minister sagte: „Wir bauen die Brücke neu.“ Dann ging er.", "de", "Wir bauen die Brücke neu."),
        ("« Nous allons reconstruire le pont », a dit la maire.", "fr", "Nous allons reconstruire le pont"),
        ("»Vi bygger bron igen», sade ministern.", "sv", "Vi bygger bron igen"),
        ("大臣は「橋をもう一度建て直します」と述べた。", "ja", "橋をもう一度建て直します"),
        ("El ministro dijo: “Vamos a reconstruir el puente”.", "es", "Vamos a reconstruir el puente"),
    ],
)
def test_marks_of_many_languages_tell_quotes(article_of: ArticleOf, text: str, language: str, quoted: str) -> None:
    """The words between the marks are a direct quote that nobody is known to have said."""
    (quote,) = marked_quotes(article_of(text, language))
    assert (quote.text, quote.form, quote.speaker_text, quote.speaker_mention) == (quoted, "direct", None, None)


@pytest.mark.parametrize("text", ["Das „Haus“ war leer.", "Der Film „Nacht“ läuft.", "C’est l’eau d’une ‘ville’."])
def test_a_word_or_two_between_marks_are_no_speech(article_of: ArticleOf, text: str) -> None:
    """Titles, names and words at arm's length are short; apostrophes open nothing."""
    assert marked_quotes(article_of(text, "de")) == ()


@given(st.lists(PIECES, max_size=40).map("".join))
def test_marked_quotes_obey_the_span_law(article_of: ArticleOf, text: str) -> None:
    """Whatever the marks: each quote holds exactly its words, in order and apart."""
    end = 0
    for quote in marked_quotes(article_of(text, None)):
        assert text[quote.start : quote.end] == quote.text
        assert end <= quote.start < quote.end
        end = quote.end
