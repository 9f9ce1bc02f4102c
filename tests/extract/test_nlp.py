"""Finding the model and running as little of it as an article needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from morgue.errors import ModelError
from morgue.extract import nlp
from morgue.extract.nlp import Pipeline, open_pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """The default model's pipeline."""
    try:
        return open_pipeline(None)
    except ModelError as error:
        pytest.skip(str(error))


def test_the_default_model_tells_its_name_and_version(pipeline: Pipeline) -> None:
    """An archive records which model made it."""
    assert (pipeline.name, pipeline.lang) == ("en_core_web_md", "en")
    assert pipeline.version.startswith("3.")


@pytest.mark.unit
def test_a_missing_model_names_the_command_that_gets_it() -> None:
    """Somebody who asks for a model that is not installed is told the one command that mends it."""
    with pytest.raises(ModelError, match="python -m spacy download en_core_web_none"):
        open_pipeline("en_core_web_none")


@pytest.mark.unit
def test_a_missing_default_model_names_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where neither package has the default model, the error says how to install it."""
    monkeypatch.setattr(nlp, "DEFAULT_PACKAGE", "no_package_of_this_name")
    monkeypatch.setattr(nlp, "DEFAULT_MODEL", "no_model_of_this_name")
    with pytest.raises(ModelError, match=r"make install.*requirements/model\.txt"):
        open_pipeline(None)


def test_a_model_can_be_a_folder(tmp_path: Path) -> None:
    """A pipeline that somebody trained is used by the path of its folder."""
    import spacy  # noqa: PLC0415 - only this test needs it

    spacy.blank("de").to_disk(tmp_path / "own")
    assert open_pipeline(str(tmp_path / "own")).lang == "de"


def test_paragraphs_with_speech_are_parsed(pipeline: Pipeline) -> None:
    """Grammar is there where somebody speaks, and the text is the same text."""
    text = "Rain fell all day in Leith.\n\n“It is wet,” Ada Lindqvist said.\n\n\nNobody went out."
    doc = pipeline.read(text)
    assert doc.text == text
    assert [t.dep_ for t in doc if t.text == "Lindqvist"] == ["nsubj"]
    assert [t.dep_ for t in doc if t.text == "Rain"] == [""]


def test_a_text_of_any_length_is_read(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too long to be read at once is read in pieces, and is the same text with the same names."""
    text = "Rain fell in Scotland.\n\n“It is wet,” Ada Lindqvist said in Norway.\n" * 3
    monkeypatch.setattr(nlp, "LONGEST", 60)
    doc = pipeline.read(text)
    assert doc.text == text
    assert [e.text for e in doc.ents if e.label_ == "GPE"] == ["Scotland", "Norway"] * 3


def test_names_are_found_where_nobody_speaks(pipeline: Pipeline) -> None:
    """A text without speech is not parsed and yet has its names."""
    doc = pipeline.read("Rain fell all day in Scotland.")
    assert [e.text for e in doc.ents if e.label_ == "GPE"] == ["Scotland"]
