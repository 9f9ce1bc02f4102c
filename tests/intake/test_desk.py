"""A worker tells each step that it makes, and passes over those that it is told to."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import Any

import pytest
from lxml.etree import XMLSyntaxError

from morgue.clean import clean
from morgue.intake import desk
from morgue.intake.jobs import At, Job, Parcel, unpack
from morgue.model import Problem, Stated
from morgue.read import Row
from tests.intake.filing import LETTERS, LINES, PLAIN, job, said

pytestmark = pytest.mark.unit
STARVED = XMLSyntaxError("unknown error", 0, 0, 0)
HUNG = Problem("a.jsonl, line 2", "clean", "error", "too-slow", "a.jsonl, line 2: too slow")


def sent(each: Job) -> list[Any]:
    """All that the desk sends about a job."""
    told: list[Any] = []
    desk.take(each, told.append)
    return told


def parcels(each: Job) -> list[Parcel]:
    """The parcels among it."""
    return [result for result in sent(each) if isinstance(result, Parcel)]


def records(each: Job) -> list[str]:
    """What is in them, in short."""
    return said([unpack(parcel.packed) for parcel in parcels(each)])


def test_each_step_is_told_before_it_is_made() -> None:
    """Before a record is read, and before it is cleaned, its place is told."""
    steps = [result for result in sent(job(PLAIN.encode(), "a.txt")) if isinstance(result, At)]
    assert steps == [At("read", "a.txt", 0), At("clean", "a.txt", 0), At("read", "a.txt", 1)]


def test_a_parcel_holds_the_original_bytes() -> None:
    """The bytes of the record come packed, under their checksum."""
    (parcel,) = parcels(job(PLAIN.encode(), "a.txt"))
    article = unpack(parcel.packed).article
    assert article
    assert article.document.sha256 == parcel.sha256
    assert zlib.decompress(parcel.raw or b"") == PLAIN.encode()


def test_a_document_that_hung_is_passed_over() -> None:
    """The step that hung is not made again; its problem stands in its place."""
    at = At("clean", "a.jsonl, line 2", 1)
    assert records(replace(job(LINES), passed_over={at: HUNG})) == ["ay 0.", "too-slow", "ay 2."]


def test_what_came_before_is_not_sent_again() -> None:
    """A second attempt begins behind the records that came of the first."""
    assert records(replace(job(LINES), done=2)) == ["ay 2."]


def test_a_manifest_is_asked() -> None:
    """What a manifest says of a file is there when its text is cleaned, and which row said so is told."""
    row = Row("manifest.csv, row 2", "a.txt", "a.txt", Stated(headline="Ferries back"))
    (parcel,) = parcels(replace(job(PLAIN.encode(), "a.txt"), told={"a.txt": row}))
    filed = unpack(parcel.packed)
    assert filed.article
    assert (filed.article.headline, filed.target) == ("Ferries back", "a.txt")


@pytest.mark.parametrize(
    ("error", "code"),
    [(RuntimeError("no idea"), "cleaning-failed"), (MemoryError(), "out-of-memory"), (STARVED, "out-of-memory")],
)
def test_a_document_that_breaks_cleaning_is_a_problem(
    monkeypatch: pytest.MonkeyPatch, error: Exception, code: str
) -> None:
    """A failure of cleaning is a problem with the place's name; the others go on."""

    def breaking(original: Any) -> Any:
        if original.member == "line 1":
            raise error
        return clean(original)

    monkeypatch.setattr(desk, "clean", breaking)
    assert records(job(LINES)) == [code, "ay 1.", "ay 2."]


def test_reading_on_is_a_sign_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no record comes for long, the bytes that were read are told."""
    monkeypatch.setattr(desk, "PULSE", -1.0)
    assert sum(result for result in sent(job(LETTERS, "a.mbox")) if isinstance(result, int)) == len(LETTERS)
