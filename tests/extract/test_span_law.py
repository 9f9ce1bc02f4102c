"""The span law: every fact is where it says it is, whatever the text looks like."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from morgue.extract import Extractor
from morgue.model import Article, Facts

NAMES = [
    "President Ada Lindqvist",
    "Lindqvist",
    "Mr. Okafor",
    "the U.N.",
    "Zürich",
    "Müller’s",
    "O’Brien",
    "NATO's",
    "Leith 🌊",
]
WORDS = [
    "said",
    "the",
    "14,000 boats",
    "$1.5 billion",
    "30 %",
    "on Feb. 1, 2022,",
    "Tuesday",
    "in 2014",
    "twenty-five officials",
]
MARKS = [
    "“",
    "”",
    '"',
    "‘",
    "’",
    "«",
    "»",
    "''",
    "``",
    "—",
    ",”",
    ".",
    "(",
    ")",
    "\u200b",
    "\u00a0",
    "e\u0301",
    "\n\n",
    "\n",
    " \n\n\n",
]
TEXTS = st.lists(st.sampled_from([*NAMES, *WORDS, *MARKS]), min_size=1, max_size=25).flatmap(
    lambda words: st.sampled_from([" ", ""]).map(lambda space: space.join(words))
)


def check(article: Article, facts: Facts) -> None:
    """Assert the law for all facts of an article, and their order."""
    for kind in (facts.mentions, facts.roles, facts.quotes, facts.figures, facts.dates):
        for fact in kind:
            assert article.text[fact.start : fact.end] == fact.text != ""
        starts = [fact.start for fact in kind]
        assert starts == sorted(starts)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_every_fact_obeys_the_span_law(extractor: Extractor, article_of: Callable[..., Article], text: str) -> None:
    """In any order of names, numbers, odd marks and line breaks."""
    article = article_of(text, published="2022-02-02")
    check(article, extractor.facts(article))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_facts_keep_apart(extractor: Extractor, article_of: Callable[..., Article], text: str) -> None:
    """Mentions do not overlap each other, nor do dates and figures; pointers point to what is there."""
    facts = extractor.facts(article_of(text))
    counted = sorted((fact.start, fact.end) for kind in (facts.dates, facts.figures) for fact in kind)
    for spans in ([(m.start, m.end) for m in facts.mentions], counted):
        assert all(first[1] <= second[0] for first, second in pairwise(spans))
    pointers = [r.mention for r in facts.roles] + [q.speaker_mention for q in facts.quotes]
    assert all(p is None or 0 <= p < len(facts.mentions) for p in pointers)
    assert all(facts.mentions[r.mention].kind == "person" for r in facts.roles)


@given(text=st.text(max_size=120))
@settings(max_examples=60, deadline=None)
def test_any_text_at_all_is_read(extractor: Extractor, article_of: Callable[..., Article], text: str) -> None:
    """No text, however odd, breaks extraction or the law."""
    article = article_of(text)
    check(article, extractor.facts(article))
