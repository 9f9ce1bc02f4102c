"""All facts of one article, in the order in which they build on each other."""

from __future__ import annotations

from collections.abc import Sequence

from morgue.errors import ModelError
from morgue.extract.dates import find_dates
from morgue.extract.figures import find_figures
from morgue.extract.mentions.rules import find_mentions
from morgue.extract.nlp import Pipeline, open_pipeline
from morgue.extract.quotes.find import find_quotes
from morgue.extract.quotes.unread import marked_quotes
from morgue.extract.roles import find_roles
from morgue.model import Article, Facts


class Extractor:
    """Finds the facts of articles with a language model for each language that it reads.

    `model` and `model_version` name what it works with, for the archive's record of its own making; of several models
    both are lists with a comma, the first being that for articles whose language nobody knows.
    """

    def __init__(self, *pipelines: Pipeline) -> None:
        """An extractor that reads the languages of these models; of two for one language the first is used."""
        self._first = pipelines[0]
        self._pipelines = {each.lang: each for each in reversed(pipelines)}
        self.model = ", ".join(each.name for each in pipelines)
        self.model_version = ", ".join(each.version for each in pipelines)

    def facts(self, article: Article) -> Facts:
        """Everything the article says; in a language that no model reads, only what stands between quotation marks."""
        pipeline = self._for(article.language)
        if not article.text.strip():
            return Facts()
        if pipeline is None:
            return Facts(quotes=marked_quotes(article))
        doc = pipeline.read(article.text)
        mentions = find_mentions(doc)
        dates = find_dates(article.text, article.published)
        return Facts(
            mentions=mentions,
            roles=find_roles(article.text, mentions),
            quotes=find_quotes(doc, article, mentions),
            figures=find_figures(article.text, dates),
            dates=dates,
        )

    def reads(self, language: str | None) -> bool:
        """Whether a model knows the language ("en", "en-GB"); one that nobody has named gets the benefit of doubt."""
        return self._for(language) is not None

    def with_what(self, language: str | None) -> tuple[str, str]:
        """Name and version of the model that reads this language; both "" where none does."""
        pipeline = self._for(language)
        return (pipeline.name, pipeline.version) if pipeline else ("", "")

    def _for(self, language: str | None) -> Pipeline | None:
        return self._first if language is None else self._pipelines.get(language.partition("-")[0].casefold())


def load(models: Sequence[str] = ()) -> Extractor:
    """An extractor with these models, each an installed spaCy pipeline by name, or one from a folder.

    Args:
        models: a model's name, or "de=NAME" for one that is to read German; where none is for English, or where none
            is named, the default model is there too.

    Raises:
        ModelError: There is no such model, or it reads another language; the message says how to get it.
    """
    pipelines = [_opened(each) for each in models]
    if any(each.lang == "en" for each in pipelines) or any("=" not in each for each in models):
        return Extractor(*pipelines)
    return Extractor(open_pipeline(None), *pipelines)


def _opened(asked: str) -> Pipeline:
    language, _, name = asked.rpartition("=")
    pipeline = open_pipeline(name)
    if language and pipeline.lang != language.casefold():
        raise ModelError(f"the model {name!r} reads {pipeline.lang!r}, not {language!r}: write {pipeline.lang}={name}")
    return pipeline
