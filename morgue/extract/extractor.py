"""All facts of one article, in the order in which they build on each other."""

from __future__ import annotations

from morgue.extract.dates import find_dates
from morgue.extract.figures import find_figures
from morgue.extract.mentions.rules import find_mentions
from morgue.extract.nlp import Pipeline, open_pipeline
from morgue.extract.quotes.find import find_quotes
from morgue.extract.roles import find_roles
from morgue.model import Article, Facts


class Extractor:
    """Finds the facts of articles with one language model. Cheap to hand to another process by its `model`'s name.

    `model` and `model_version` name what it works with, for the archive's record of its own making.
    """

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self.model = pipeline.name
        self.model_version = pipeline.version

    def facts(self, article: Article) -> Facts:
        """Everything the article says. An article in another language than the model's has no facts that we know."""
        if not article.text.strip() or not self.reads(article.language):
            return Facts()
        doc = self._pipeline.read(article.text)
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
        """Whether the model knows the language ("en", "en-GB"); one that nobody has named gets the benefit of doubt."""
        return language is None or language.partition("-")[0].casefold() == self._pipeline.lang


def load(model: str | None = None) -> Extractor:
    """An extractor with the default model, an installed spaCy pipeline by name, or one from a folder.

    Raises:
        ModelError: There is no such model; the message says how to get it.
    """
    return Extractor(open_pipeline(model))
