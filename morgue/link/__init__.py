"""All articles together: entities, stories, derivation, the wordings of quotes.

`link(clippings)` gives the `Links`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from morgue.link.corrections import correct, unanswered
from morgue.link.discrepancies.find import find_discrepancies
from morgue.link.entities.find import link_entities
from morgue.link.stories.telling import tell_stories
from morgue.link.utterances.group import find_utterances
from morgue.link.verdicts.decreeing import decree
from morgue.link.verdicts.judging import judge
from morgue.link.versions.alignment import Aligner
from morgue.link.versions.derivation import settle
from morgue.link.versions.passages import find_passages
from morgue.link.versions.reuse import find_reuse
from morgue.link.versions.stock import without_stock
from morgue.link.versions.texts import read_texts
from morgue.link.versions.vectors import vectorise
from morgue.model import Clipping, Correction, Links

__all__ = ["link"]


def link(
    clippings: Sequence[Clipping],
    step: Callable[[str], None] = lambda _name: None,
    corrections: Sequence[Correction] = (),
) -> Links:
    """Finds what only all articles together can tell.

    Args:
        clippings: All articles of the archive with their facts, in the order of their numbers.
        step: Called with the name of each part when it begins.
        corrections: What people have decided; it outranks every rule.
    """
    step("entities")
    found, doubts = link_entities(clippings)
    corrected = correct(found, clippings, corrections)
    entities = corrected.entities
    step("copies")
    texts = read_texts(clippings)
    vectors = vectorise(texts)
    texts = without_stock(texts, vectors.articles)
    ruling = judge(clippings, corrections)
    reuse = decree(find_reuse(clippings, texts, vectors), ruling, texts, vectors)
    step("stories")
    stories, versions = tell_stories(clippings, reuse, texts, ruling)
    step("quotes")
    utterances = find_utterances(clippings, texts, vectors, stories, versions, entities)
    step("contradictions")
    aligner = Aligner(texts, vectors)
    discrepancies = find_discrepancies(clippings, versions, entities, aligner, utterances)
    step("passages")
    return Links(
        entities=entities,
        stories=stories,
        versions=versions,
        reuse=settle(reuse, versions),
        passages=find_passages(reuse, aligner),
        utterances=utterances,
        discrepancies=discrepancies,
        problems=(*unanswered(doubts, corrections, entities), *corrected.problems, *ruling.problems),
        corrections=(*corrected.applied, *ruling.applied),
        decided=corrected.decided,
    )
