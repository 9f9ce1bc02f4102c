"""Inputs → articles: what is new is read, what is known is taken from the workings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from morgue import read
from morgue.errors import ArchiveError
from morgue.intake.jobs import Filed, unpack
from morgue.intake.listing import Listed, listed
from morgue.intake.order import Intake, Order
from morgue.intake.reading import Reading
from morgue.model import Article, Changes
from morgue.progress import Steps
from morgue.store import Input, Workings


def take_in(order: Order, workings: Workings, steps: Steps) -> Intake:
    """The articles of all inputs, and what became of the rest of them.

    Raises:
        InputError: one of the inputs does not exist.
        ArchiveError: what is to be kept was remembered by an edition that this one does not understand.
    """
    found, problems = read.find(order.inputs, order.own)
    files, apart = read.manifests_apart(found)
    manifests = read.read_manifests(apart, order.reading)
    with steps.step("read", sum(file.bytes for file in files), "bytes"):
        here, unreadable = listed(files, manifests, order.reading, steps.advance)
        reading = Reading(workings, order.limits, steps.advance)
        reading.read(here)
        inputs = [_input(each, reading.numbers[each.job.key]) for each in here]
        gone = _gone(workings.inputs(), inputs)
        inputs = sorted([*inputs, *(gone if order.keep else ())], key=lambda each: (each.path, each.location))
        filed = [each for input_ in inputs for each in _filed(input_, workings)]
    targets = {each.target for each in filed}
    told = (problem for each in filed for problem in each.problems)
    return Intake(
        articles=tuple(each.article for each in filed if each.article),
        problems=(*problems, *unreadable, *told, *manifests.doubts, *manifests.unmatched(targets)),
        changes=_changes(reading.known, here, gone, keep=order.keep),
        inputs=tuple(inputs),
    )


def _input(each: Listed, reading: int) -> Input:
    return Input(each.job.found.location, each.job.found.path, each.sha256, each.read_at, reading)


def _gone(before: Sequence[Input], now: Sequence[Input]) -> list[Input]:
    """The inputs that are no longer where they were; one that was moved or changed is not gone."""
    locations = {each.location for each in now}
    contents = {(each.path, each.sha256) for each in now}
    return [each for each in before if each.location not in locations and (each.path, each.sha256) not in contents]


def _changes(known: int, here: Sequence[Listed], gone: Sequence[Input], *, keep: bool) -> Changes:
    paths = tuple(each.path for each in gone)
    return Changes(len(here) - known, known, () if keep else paths, paths if keep else ())


def _filed(each: Input, workings: Workings) -> Iterator[Filed]:
    """What came of an input; where a document has no moment of its own, it was read when its file was changed."""
    try:
        for packed in workings.records(each.reading):
            filed = unpack(packed)
            yield replace(filed, article=_timed(filed.article, each.read_at)) if filed.article else filed
    except msgspec.ValidationError as error:
        raise ArchiveError(
            f"{each.path} is gone, and what is remembered of it was written by another edition of Morgue: "
            "build without --keep, or put the file back."
        ) from error


def _timed(article: Article, read_at: str) -> Article:
    document = article.document
    return article if document.read_at else replace(article, document=replace(document, read_at=read_at))
