"""Utterances: what was said once, over all the versions that print it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from morgue.link.utterances.pieces import hold_together, pieces
from morgue.link.utterances.wordings import Matcher, Said, said
from morgue.link.versions.texts import Texts, words_of
from morgue.link.versions.vectors import Vectors
from morgue.model import Clipping, Entity, QuoteKey, Story, Utterance, Version, uid

# The same words are the same utterance within a story if there are this many of them, or if the speaker is the same.
SAME_WORDS = 4
# Over stories only the same long words by the same known speaker are.
SAME_WORDS_ANYWHERE = 8


def find_utterances(
    clippings: Sequence[Clipping],
    texts: Texts,
    vectors: Vectors,
    stories: Sequence[Story],
    versions: Sequence[Version],
    entities: Sequence[Entity] = (),
) -> tuple[Utterance, ...]:
    """Every printed quote belongs to one utterance; utterances come in the order of their first quote."""
    matcher = Matcher(texts, vectors)
    speakers = _speakers(clippings, entities)
    known = {clipping.id: said(clipping, speakers[clipping.id]) for clipping in clippings}
    groups = _Groups(known)
    for story in stories:
        groups.join_all(_same_words([known[number] for number in story.article_ids]))
    for version, source in _versions_with_sources(stories, versions):
        pairs = matcher.counterparts(known[version], known[source])
        groups.join_all(((version, here), (source, there)) for here, there in pairs)
    for story in stories:
        groups.join_pieces(pieces([known[number] for number in story.article_ids]))
    groups.join_all(_same_words_anywhere(known.values()))
    origin_of = {number: story.origin_id for story in stories for number in story.article_ids}
    by_id = {clipping.id: clipping for clipping in clippings}
    return tuple(_utterance(keys, by_id, origin_of) for keys in groups.told())


class _Groups:
    """Quotes that are one utterance, joined pair by pair."""

    def __init__(self, known: Mapping[int, Said]) -> None:
        self._words = {
            (number, place): words
            for number, each in known.items()
            for place, words in zip(each.places, each.words, strict=True)
        }
        self._group = {key: [key] for key in self._words}

    def join_all(self, pairs: Iterable[tuple[QuoteKey, QuoteKey]]) -> None:
        for one, two in pairs:
            ours, theirs = self._group[one], self._group[two]
            if ours is not theirs:
                ours.extend(theirs)
                self._group.update(dict.fromkeys(theirs, ours))

    def join_pieces(self, pairs: Iterable[tuple[QuoteKey, QuoteKey]]) -> None:
        """Joins only what one wording holds, so that a speech printed in overlapping pieces stays in pieces."""
        for one, two in pairs:
            ours, theirs = self._group[one], self._group[two]
            if ours is not theirs and hold_together(self._words[key] for key in (*ours, *theirs)):
                self.join_all([(one, two)])

    def told(self) -> list[tuple[QuoteKey, ...]]:
        return sorted({id(keys): tuple(sorted(keys)) for keys in self._group.values()}.values())


def _speakers(clippings: Sequence[Clipping], entities: Sequence[Entity]) -> dict[int, dict[int, str | None]]:
    """By clipping and place of the quote: the speaker's entity, else his name as printed, else None."""
    entity_of = {key: entity.uid for entity in entities for key in entity.mentions}
    speakers: dict[int, dict[int, str | None]] = defaultdict(dict)
    for clipping in clippings:
        for place, quote in enumerate(clipping.facts.quotes):
            mention = quote.speaker_mention
            if mention is not None:
                printed = words_of(clipping.facts.mentions[mention].text)
                speakers[clipping.id][place] = entity_of.get((clipping.id, mention), " ".join(printed[-1:]))
    return speakers


def _versions_with_sources(stories: Sequence[Story], versions: Sequence[Version]) -> Iterator[tuple[int, int]]:
    """Each derived article with what it was made from and with the origin of its story."""
    source_of = {version.article_id: version.derived_from for version in versions}
    for story in stories:
        for number in story.article_ids:
            source = source_of.get(number)
            if source is not None:
                yield number, source
                if source != story.origin_id:
                    yield number, story.origin_id


def _same_words(story: Sequence[Said]) -> Iterator[tuple[QuoteKey, QuoteKey]]:
    """Quotes of one story in the same words: long ones, and short ones by one known speaker."""
    first: dict[tuple[str, str | None], QuoteKey] = {}
    for article in story:
        for place, words, speaker in zip(article.places, article.words, article.speakers, strict=True):
            telling = len(words.split()) >= SAME_WORDS
            if telling or (words and speaker):
                key = (article.clipping.id, place)
                yield first.setdefault((words, None if telling else speaker), key), key


def _same_words_anywhere(known: Iterable[Said]) -> Iterator[tuple[QuoteKey, QuoteKey]]:
    first: dict[tuple[str, str], QuoteKey] = {}
    for article in known:
        for place, words, speaker in zip(article.places, article.words, article.speakers, strict=True):
            if speaker and len(words.split()) >= SAME_WORDS_ANYWHERE:
                key = (article.clipping.id, place)
                yield first.setdefault((words, speaker), key), key


def _utterance(keys: Sequence[QuoteKey], known: Mapping[int, Clipping], origin_of: Mapping[int, int]) -> Utterance:
    """The wording is the origin's where the origin prints it, else the earliest; of pieces the longest."""
    texts = {key: known[key[0]].facts.quotes[key[1]].text for key in keys}
    printed = [key for key in keys if origin_of.get(key[0]) == key[0]]
    first = (printed or keys)[0][0]
    source = max((key for key in keys if key[0] == first), key=lambda key: len(texts[key]))
    text = texts[source]
    wordings = sorted({words_of(each) for each in texts.values()})
    article, place = keys[0]
    return Utterance(
        uid=uid("utterance", known[article].article.uid, str(known[article].facts.quotes[place].start)),
        text=text,
        quotes=tuple(keys),
        wording_count=len(wordings),
        drift=round(_drift(words_of(text), wordings), 4),
        source=source,
    )


def _drift(source: Sequence[str], wordings: Sequence[Sequence[str]]) -> float:
    """The mean share of words changed, over the wordings that aren't the source's."""
    others = [_changed(source, wording) for wording in wordings if wording != source]
    return sum(others) / len(others) if others else 0.0


def _changed(source: Sequence[str], wording: Sequence[str]) -> float:
    """The share of words changed. Who prints less changes nothing: a piece is held against the part that it is of."""
    piece, whole = sorted((source, wording), key=len)
    part = fuzz.partial_ratio_alignment(piece, whole) if len(piece) < len(whole) else None
    return Levenshtein.normalized_distance(piece, whole[part.dest_start : part.dest_end] if part else whole)
