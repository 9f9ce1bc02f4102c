"""The words for what verdicts did and what they could not do, each with the file's line and the remedy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from morgue.model import Correction, Entity, Named, Problem, Scope

UNMATCHED: Final = "correction-unmatched"
AMBIGUOUS: Final = "correction-ambiguous"
CONTRADICTED: Final = "correction-contradicted"
_SHOWN: Final = 5


def unknown(correction: Correction, named: Named, near: Sequence[str]) -> Problem:
    """Nobody is called so."""
    meant = f" Did you mean {' or '.join(near[:_SHOWN])}?" if near else ""
    remedy = "Name it as its page does, or delete the correction."
    return _problem(correction, UNMATCHED, f"there is no {named} in this archive.{meant} {remedy}")


def ambiguous(correction: Correction, named: Named, found: Sequence[Entity]) -> Problem:
    """Several are called so."""
    uids = ", ".join(f"{entity.uid} (“{entity.name}”)" for entity in found[:_SHOWN])
    return _problem(correction, AMBIGUOUS, f"{named} can be any of {uids}. Name one by these letters and digits.")


def nothing_printed(correction: Correction, forms: Sequence[str], scope: Scope, name: str | None = None) -> Problem:
    """No mention is printed so."""
    where = " ".join(part for part in (f"of “{name}”" if name else "", within(scope)) if part)
    told = f"no name {where}{' ' if where else ''}is printed {quoted(forms)}."
    return _problem(correction, UNMATCHED, f"{told} Write it as the article prints it, or delete the correction.")


def inseparable(correction: Correction, name: str) -> Problem:
    """Nothing printed tells which mentions are whose."""
    told = f"both are “{name}” here, and no printed form tells which mentions are whose. Say it with split or read."
    return _problem(correction, UNMATCHED, told)


def contradicted(correction: Correction, other: Correction) -> Problem:
    """Another verdict says otherwise and counts."""
    where = f"line {other.signed.line} ({other.verb}, {other.signed.date})"
    told = f"{where} says otherwise and counts, being more exact, later or lower in the file. Delete one of the two."
    return _problem(correction, CONTRADICTED, told)


def no_entity(entity: Entity, mentions: int) -> str:
    """What was dropped."""
    return f"“{entity.name}” ({entity.kind}, {mentions} {'mention' if mentions == 1 else 'mentions'}) is no entity."


def _problem(correction: Correction, code: str, message: str) -> Problem:
    signed = correction.signed
    whole = f"{signed.file}, line {signed.line} ({correction.verb}): {message}"
    return Problem(signed.file, "link", "warning", code, whole)


def quoted(forms: Sequence[str]) -> str:
    """Forms between quotation marks."""
    return ", ".join(f"“{form}”" for form in forms)


def within(scope: Scope) -> str:
    """Where a verdict holds, to stand after its forms; "" for everywhere."""
    if scope.article:
        return f"in article {scope.article}"
    return f"in {scope.source}" if scope.source else ""
