"""Which paragraphs get grammar, and that it is the grammar that the whole model gives."""

from __future__ import annotations

import pytest

from morgue.errors import ModelError
from morgue.extract.nlp import Pipeline, default_language
from morgue.extract.parsing import SPEECH


def test_grammar_is_that_of_the_whole_model() -> None:
    """Parsing a paragraph apart and without the components that are not needed gives the same tags and heads."""
    try:
        language = default_language()
    except ModelError as error:
        pytest.skip(str(error))
    speech = "Mayor Lindqvist said it won't rain.  “I can't tell,” she added, “and we've asked nobody.”"
    doc = Pipeline(language).read(f"Rain fell.\n\n{speech}")
    here, whole = doc[doc[-1].i + 1 - len(language(speech)) :], language(speech)
    assert [t.text for t in here] == [t.text for t in whole]
    assert [(t.tag_, t.dep_, t.head.text) for t in here] == [(t.tag_, t.dep_, t.head.text) for t in whole]


@pytest.mark.unit
@pytest.mark.parametrize(
    "text", ["“Yes.”", 'a "yes"', "He said no.", "the ‘deal’", "«Oui»", "'Tis late'", "According to him, no"]
)
def test_speech_is_told_by_marks_and_verbs(text: str) -> None:
    """Quote marks of all kinds and common verbs of speech call for grammar."""
    assert SPEECH.search(text.replace("According", "according"))


@pytest.mark.unit
@pytest.mark.parametrize("text", ["The town’s harbour froze.", "It's cold.", "Nobody came."])
def test_apostrophes_are_no_speech(text: str) -> None:
    """An apostrophe inside or behind a word calls for nothing."""
    assert not SPEECH.search(text)
