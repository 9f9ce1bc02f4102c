"""Quotes of an article in a language that no model reads: what stands between double marks, said by nobody we know."""

from __future__ import annotations

import re

from morgue.extract.quotes.marks import Stretch, find_stretches
from morgue.extract.quotes.single_marks import SINGLE
from morgue.model import Article, Quote

WORD = re.compile(r"\w+")
ENDS = (".", "?", "!", "…", ",", "。", "！", "？", "、", "؟", "۔", "।")
FEWEST_WORDS = 4
FEWEST_SIGNS = 10  # of a script that puts no spaces between words
CONFIDENCE = 0.4


def marked_quotes(article: Article) -> tuple[Quote, ...]:
    """The quotes that marks alone tell, in order: sentences and longer phrases, without cue or speaker.

    Single marks are left out, being apostrophes in most languages, and so are words too few to be speech.
    """
    stretches = (s for s in find_stretches(article.text, article.layout) if s.mark not in SINGLE)
    return tuple(_quote(article.text, s) for s in stretches if _is_speech(article.text[s.start : s.end], s))


def _is_speech(words: str, stretch: Stretch) -> bool:
    count = len(WORD.findall(words))
    unspaced = count < FEWEST_WORDS and len(words) >= FEWEST_SIGNS and " " not in words and not words.isascii()
    return count >= FEWEST_WORDS or unspaced or (count > 1 and words.endswith(ENDS)) or stretch.continues


def _quote(text: str, stretch: Stretch) -> Quote:
    return Quote(
        start=stretch.start,
        end=stretch.end,
        text=text[stretch.start : stretch.end],
        form="direct",
        cue=None,
        speaker_text=None,
        speaker_mention=None,
        rule="marks alone",
        confidence=CONFIDENCE,
    )
