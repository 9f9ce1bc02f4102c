"""What is left of a page where the texts of the articles must not be published: their beginnings, and what is known."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch
from typing import Any

from morgue.browse.articles import Article
from morgue.browse.quote import Utterance
from morgue.browse.story import Story


@singledispatch
def without_texts(content: Any) -> Any:
    """The content of a page without the texts of articles. Most pages never show more than a line of one."""
    return content


@without_texts.register
def _(content: Article) -> Article:
    """The lead alone, with the names and quotes in it; the others are told without their place."""
    end = next((end for _, end, _ in content.layout), 0)
    return replace(
        content,
        text=content.text[:end],
        layout=content.layout[:1],
        names=tuple(name for name in content.names if name.end <= end),
        quotes=tuple(quote for quote in content.quotes if quote.end <= end),
        removed=(),
    )


@without_texts.register
def _(content: Story) -> Story:
    """Nothing of what versions left out or added."""
    return replace(content, cuts={})


@without_texts.register
def _(content: Utterance) -> Utterance:
    """The words that were said, without the paragraph around them."""
    return replace(content, context=None)
