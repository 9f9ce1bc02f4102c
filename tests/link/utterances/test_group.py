"""One thing said once, over all the versions that print it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from morgue.link import link
from morgue.model import Cited, Clipping, SameStory, Signed, Utterance, uid
from tests.link.newsroom import ORIGINAL, REWRITE, affair, clipping

pytestmark = pytest.mark.unit

LONG = "“I would have signed that repair order on the same afternoon,” {} said. {}"


def wordings(clippings: Sequence[Clipping], number: int, start: str) -> set[str]:
    """All wordings of the utterance to which the quote of this clipping that begins so belongs."""
    found = [u for u in link(clippings).utterances if any(words(clippings, key).startswith(start) for key in u.quotes)]
    return {
        words(clippings, key) for each in found if any(key[0] == number for key in each.quotes) for key in each.quotes
    }


def words(clippings: Sequence[Clipping], key: tuple[int, int]) -> str:
    """The words of a quote."""
    return clippings[key[0] - 1].facts.quotes[key[1]].text


def by_text(utterances: Sequence[Utterance], start: str) -> Utterance:
    """The utterance whose text begins so."""
    return next(each for each in utterances if each.text.startswith(start))


def test_every_printed_quote_belongs_to_one_utterance() -> None:
    """No quote is left out, none counted twice."""
    keys = [key for utterance in link(affair()).utterances for key in utterance.quotes]
    assert sorted(keys) == [(c.id, place) for c in affair() for place in range(len(c.facts.quotes))]


def test_a_reworded_quote_is_the_same_utterance() -> None:
    """The rewrite's words are the source's, changed."""
    assert wordings(affair(), 2, "We won’t raise") == {
        "We will not lift another container until somebody lifts a finger for us,",
        "We won’t raise another container until someone raises a finger for us,",
    }


def test_a_fragment_with_all_words_changed_is_known_by_its_sentence() -> None:
    """Two words, both others than before, in a sentence that says the same."""
    assert wordings(affair(), 2, "pointlessly") == {"needlessly dramatic", "pointlessly theatrical"}


def test_the_text_is_the_origins_wording() -> None:
    """The page shows the source's words first, though a derived article has a lower number."""
    clippings = [clipping(1, REWRITE), clipping(2, ORIGINAL, credit="Berg reported.")]
    utterance = by_text(link(clippings).utterances, "We will not lift another container")
    assert utterance.quotes == ((1, 0), (2, 0))


def test_drift_is_nothing_where_every_wording_is_the_same() -> None:
    """Marks and case are no change of wording."""
    utterance = by_text(link([clipping(1, ORIGINAL), clipping(2, ORIGINAL)]).utterances, "Nobody should die")
    assert (utterance.wording_count, utterance.drift, len(utterance.quotes)) == (1, 0.0, 2)


def test_drift_tells_how_many_words_were_changed() -> None:
    """Two of two words changed is all; a few of many is less."""
    utterances = link(affair()).utterances
    assert by_text(utterances, "needlessly").drift == 1.0
    assert 0.2 < by_text(utterances, "We will not lift").drift < 0.6


def test_an_utterance_has_a_lasting_name() -> None:
    """The name follows from the article and the place of its first quote."""
    clippings = affair()
    utterance = by_text(link(clippings).utterances, "People forget")
    assert utterance.uid == uid("utterance", clippings[3].article.uid, str(clippings[3].facts.quotes[0].start))


def test_different_quotes_of_one_article_stay_apart() -> None:
    """Four quotes, four utterances."""
    assert len(link([clipping(1, ORIGINAL)]).utterances) == 4


def test_a_long_quote_by_one_speaker_joins_over_stories() -> None:
    """The same ten words by the same man are one utterance wherever they are printed."""
    told = link([
        clipping(1, LONG.format("Tomas Okafor", "Rain fell on the brewery roof all night."), ("Tomas Okafor",)),
        clipping(2, LONG.format("Tomas Okafor", "Elsewhere a goat won the regional prize."), ("Tomas Okafor",)),
    ])  # fmt: skip
    assert [len(each.quotes) for each in told.utterances] == [2]


def test_the_same_words_by_two_speakers_stay_apart_over_stories() -> None:
    """Who repeats another's words has said them himself."""
    told = link([
        clipping(1, LONG.format("Tomas Okafor", "Rain fell on the brewery roof all night."), ("Tomas Okafor",)),
        clipping(2, LONG.format("Rosa Imrie", "Elsewhere a goat won the regional prize."), ("Rosa Imrie",)),
    ])  # fmt: skip
    assert [len(each.quotes) for each in told.utterances] == [1, 1]


def test_short_quotes_do_not_join_over_stories() -> None:
    """Everybody says that it was an honour."""
    said = "“It was an honour,” Tomas Okafor said. {}"
    told = link([
        clipping(1, said.format("Rain fell on the brewery roof."), ("Tomas Okafor",)),
        clipping(2, said.format("A goat won the regional prize."), ("Tomas Okafor",)),
    ])  # fmt: skip
    assert [len(each.quotes) for each in told.utterances] == [1, 1]


STRIKE = "Dockers of Port Verity heard their leader outside the customs house. {}"
RAIN = "It rained when the harbour board met behind closed doors. {}"
WHOLE = (
    "“We have waited for a new crane since the bishop’s day, and we will not wait another winter,” Ada Lindqvist said."
)
BEGUN_LATER = "“We will not wait another winter,” Ada Lindqvist said."
OTHER = "“We have waited for a new pope since the flood, and nobody came,” Ada Lindqvist said."


def one_event(*texts: str) -> tuple[Utterance, ...]:
    """What is said in independent articles that a person has called one story."""
    clippings = [clipping(number, text, ("Ada Lindqvist",)) for number, text in enumerate(texts, start=1)]
    named = tuple(Cited(uid=each.article.uid) for each in clippings)
    event = SameStory(Signed("One event.", "R. Imrie", "2026-05-01", "corrections.yml", 1), named)
    return link(clippings, corrections=[event]).utterances


def test_reporters_who_heard_the_same_print_pieces_of_it() -> None:
    """Neither article was made from the other: the piece lies in the whole, whichever comes first."""
    assert [len(each.quotes) for each in one_event(STRIKE.format(WHOLE), RAIN.format(BEGUN_LATER))] == [2]
    assert [len(each.quotes) for each in one_event(RAIN.format(BEGUN_LATER), STRIKE.format(WHOLE))] == [2]


def test_a_verbatim_piece_has_not_drifted() -> None:
    """Who prints less has changed no word."""
    (utterance,) = one_event(STRIKE.format(WHOLE), RAIN.format(BEGUN_LATER))
    assert (utterance.wording_count, utterance.drift) == (2, 0.0)


def test_other_words_of_one_speaker_stay_apart() -> None:
    """She said both on one day, and they begin alike."""
    assert [len(each.quotes) for each in one_event(STRIKE.format(WHOLE), RAIN.format(OTHER))] == [1, 1]


def test_what_overlaps_is_not_glued_by_its_ends() -> None:
    """Of a speech, one prints the first two sentences, one the last two, one the middle: no wording holds all."""
    first, middle, last = "We own the quay since my day", "nobody paid for the cables", "the bishop shall hear of it"
    parts = (f"“{first}, {middle},” {{}}", f"“{middle}, {last},” {{}}", f"“{middle},” {{}}")
    texts = [STRIKE.format(part.format("Ada Lindqvist said.")) for part in parts]
    assert sorted(len(each.quotes) for each in one_event(*texts)) == [1, 2]


def test_thanks_are_not_one_utterance() -> None:
    """Everybody thanks, in every story."""
    told = link([
        clipping(1, "“Thank you.” Rain fell on the brewery roof, Ada Lindqvist said.", ("Ada Lindqvist",)),
        clipping(2, "“Thank you.” A goat won the regional prize, Ada Lindqvist said.", ("Ada Lindqvist",)),
    ])  # fmt: skip
    assert [len(each.quotes) for each in told.utterances] == [1, 1]


def test_the_source_of_the_wording_is_named() -> None:
    """The quote whose words the utterance has."""
    clippings = [clipping(1, REWRITE), clipping(2, ORIGINAL, credit="Berg reported.")]
    utterance = by_text(link(clippings).utterances, "We will not lift another container")
    assert utterance.source == (2, 0)


def test_a_quote_cut_in_two_is_still_one_utterance() -> None:
    """Both pieces belong to the whole that the source prints."""
    whole = "“We will not lift another container until somebody lifts a finger for us,”"
    pieces = "“We will not lift another container,” Lindqvist said, “until somebody lifts a finger for us,”"
    clippings = [clipping(1, ORIGINAL, credit="Berg reported."), clipping(2, ORIGINAL.replace(whole, pieces))]
    utterance = by_text(link(clippings).utterances, "We will not lift another container until")
    assert utterance.quotes == ((1, 0), (2, 0), (2, 1))
