"""What the pages show beside a verdict on two articles. The words for it stand in `morgue/browse/evidence.yml`."""

from __future__ import annotations

from morgue.link.versions.comparison import Comparison
from morgue.model import Clipping


def evidence(article: Clipping, other: Clipping, pair: Comparison) -> dict[str, object]:
    """What was measured, and what both name: plain values, as JSON has them."""
    return {
        "shared_5grams": pair.shared,
        "shared_5grams_unquoted": pair.own_shared,
        "cosine": round(pair.cosine, 4),
        "sentences_aligned": round(pair.aligned, 4),
        "sentences_in_order": round(pair.in_order, 4),
        "shared_names": sorted(_names(article) & _names(other)),
        "shared_numbers": sorted(_numbers(article) & _numbers(other)),
    }


def _names(clipping: Clipping) -> set[str]:
    return {mention.text for mention in clipping.facts.mentions}


def _numbers(clipping: Clipping) -> set[str]:
    return {figure.text for figure in clipping.facts.figures}
