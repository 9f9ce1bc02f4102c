"""Articles → clippings: the facts of each text are found once, and remembered for as long as nothing changes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from hashlib import sha256

import msgspec
import zstandard

from morgue import extract
from morgue.edition import edition
from morgue.engine import Came, Crew, Event, Limits, Send, Step, Stopped
from morgue.model import Article, Clipping, Document, Facts, Problem, Stated
from morgue.progress import Steps
from morgue.store import Workings

# Below this many words one process is faster than starting a second one and loading the model there.
WORDS_WORTH_A_PROCESS = 60_000
ROOMS = ("morgue.model", "morgue.extract")
_ENCODER = msgspec.msgpack.Encoder(order="sorted")
_DECODER = msgspec.msgpack.Decoder(Facts)
_NOBODYS = Document("", "", "", "", None, 0, Stated(), "")


@dataclass(frozen=True, slots=True)
class Extracted:
    """The articles with their facts, what could not be found, and the keys under which the facts are remembered."""

    clippings: tuple[Clipping, ...]
    problems: tuple[Problem, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text that is to be read for facts, under the key that holds everything these depend on."""

    key: str
    text: Article


extractor = cache(extract.load)  # once in each process


def extracted(
    articles: Sequence[Article], models: tuple[str, ...], workings: Workings, limits: Limits, steps: Steps
) -> Extracted:
    """The clippings, numbered in the order of the articles, with the facts that are known or now found.

    Args:
        articles: in the order of the archive.
        models: the language models' names; none for the one that `make install` brings.
        workings: what is remembered.
        limits: the processes, and the seconds that one article may take.
        steps: is told how many words are done.
    """
    sheets = [sheet(each, models) for each in articles]
    words = {each.key: article.word_count for each, article in zip(sheets, articles, strict=True)}
    with steps.step("extract", sum(words.values()), "words"):
        finding = Finding(workings, words, steps)
        new = finding.recall({each.key: each for each in sheets})
        finding.find(new, models, limits)
    found = list(zip(sheets, articles, strict=True))
    return Extracted(
        clippings=tuple(
            Clipping(number, article, finding.facts.get(each.key, Facts()))
            for number, (each, article) in enumerate(found, start=1)
        ),
        problems=(
            *(_failed(article, why) for each, article in found if (why := finding.failed.get(each.key))),
            *(_unread(article) for article in articles if not extractor(models).reads(article.language)),
        ),
        keys=tuple(sorted(finding.facts)),
    )


class Finding:
    """The facts by key, as far as they are known; `failed` says why those of a key were not found."""

    def __init__(self, workings: Workings, words: Mapping[str, int], steps: Steps) -> None:
        self.facts: dict[str, Facts] = {}
        self.failed: dict[str, str] = {}
        self._workings, self._words, self._steps = workings, words, steps

    def recall(self, sheets: Mapping[str, Sheet]) -> list[Sheet]:
        """Takes over what is remembered; gives what is not."""
        new = []
        for key, each in sheets.items():
            packed = self._workings.facts(key)
            if packed is None:
                new.append(each)
            else:
                self.facts[key] = _DECODER.decode(zstandard.decompress(packed))
                self._steps.advance(self._words[key])
        return new

    def find(self, sheets: Sequence[Sheet], models: tuple[str, ...], limits: Limits) -> None:
        """Finds the facts of these, in this process if they are few."""
        words = sum(self._words[each.key] for each in sheets)
        if limits.workers == 1 or words < WORDS_WORTH_A_PROCESS:
            step = reader(models)
            for each in sheets:
                step(each, partial(self._took, each))
            return
        # A large model takes what it takes.
        with Crew(partial(reader, models), replace(limits, memory=None)) as crew:
            for each in sheets:
                crew.add(each)
            for event in crew.events():
                self._heard(event, limits)

    def _heard(self, event: Event[Sheet], limits: Limits) -> None:
        if isinstance(event, Came):
            self._took(event.item, event.result)
        elif isinstance(event, Stopped):
            why = (
                f"no end after {limits.patience:,g} seconds" if event.why == "hung" else "the process that read it died"
            )
            self._took(event.item, why)

    def _took(self, each: Sheet, result: bytes | str) -> None:
        """Facts, packed, or the reason why there are none; these may be found the next time."""
        self._steps.advance(self._words[each.key])
        if isinstance(result, str):
            self.failed[each.key] = result
            return
        self.facts[each.key] = _DECODER.decode(zstandard.decompress(result))
        self._workings.remember_facts(each.key, result)


def sheet(article: Article, models: tuple[str, ...]) -> Sheet:
    """What extraction is given of an article: nothing that the key does not hold."""
    text = replace(
        article, document=_NOBODYS, uid="", url=None, source=None, section=None, removed=(), bases={}, captures=()
    )
    depends = (edition(*ROOMS), *extractor(models).with_what(article.language), text)
    return Sheet(sha256(_ENCODER.encode(depends)).hexdigest(), text)


def reader(models: tuple[str, ...]) -> Step[Sheet]:
    """The step that finds the facts of a text: it sends them packed, or says why it could not."""
    facts = extractor(models).facts

    def read(each: Sheet, send: Send) -> None:
        try:
            send(zstandard.compress(_ENCODER.encode(facts(each.text))))
        except Exception as error:  # noqa: BLE001 - whatever a model trips over, the other articles go on
            send(f"{type(error).__name__}: {error}")

    return read


def _failed(article: Article, why: str) -> Problem:
    place = article.document.place
    message = f"{place}: no names or quotes, the text alone is searchable ({why})"
    return Problem(place, "extract", "error", "extraction-failed", message)


def _unread(article: Article) -> Problem:
    place = article.document.place
    language = (article.language or "").partition("-")[0]
    message = (
        f"{place}: no model for the language “{language}”; searchable, but without names and speakers: "
        f"build again with --model {language}=NAME, if spaCy has one."
    )
    return Problem(place, "extract", "warning", "no-model", message)
