"""What is printed can be pasted: corrections.yml takes it as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from morgue.browse.suspicions import Subject, Suspicion, as_yaml
from morgue.corrections import read
from morgue.corrections.fields import KINDS
from morgue.model import Drop, EntityKind, Merge, Named, Reading, Recast, uid

pytestmark = pytest.mark.unit

NAMES = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), min_size=1).filter(
    lambda name: bool(name.split())
)


def subject(number: int, name: str, kind: str = "person", *, alone: bool = True) -> Subject:
    """An entity that is mentioned twice."""
    return Subject(number, uid(str(number)), name, kind, 2, 1, alone)


def test_every_verb_is_a_verdict(tmp_path: Path) -> None:
    """Merge, kind, drop and read are read as what they say, signed by whoever asked."""
    found = [
        Suspicion("merge", (subject(1, "Ada Okafor"), subject(2, "Ada Okofor")), "names alike"),
        Suspicion("kind", (subject(3, "Mill Street", "organization"),), "labelled so", "place"),
        Suspicion("drop", (subject(4, "Defense", "organization"),), "a piece: of a #name"),
        Suspicion("read", (subject(5, "Kettle: Board", "organization"),), "a part", printed="Board #1", times=2),
    ]
    path = tmp_path / "corrections.yml"
    path.write_text(as_yaml(found, 9, "R. Imrie", "2026-05-01"), encoding="utf-8")
    merge, kind, drop, reading = read(path)

    assert isinstance(merge, Merge)
    assert merge.entities == (Named(name="Ada Okafor", kind="person"), Named(name="Ada Okofor", kind="person"))
    assert isinstance(kind, Recast)
    assert (kind.entity, kind.kind) == (Named(name="Mill Street", kind="organization"), "place")
    assert isinstance(reading, Reading)
    assert (reading.strings, reading.entity) == (("Board #1",), Named(name="Kettle: Board", kind="organization"))
    assert isinstance(drop, Drop)
    assert (drop.signed.note, drop.signed.author, drop.signed.date) == (
        "A piece: of a #name.",
        "R. Imrie",
        "2026-05-01",
    )


def test_namesakes_are_named_by_uid(tmp_path: Path) -> None:
    """Where two have one name, only the uid tells which is meant: another verdict may give them one kind."""
    both = (subject(1, "CNN", "organization", alone=False), subject(2, "CNN", "person", alone=False))
    found = [Suspicion("merge", both, "one name")]
    path = tmp_path / "corrections.yml"
    path.write_text(as_yaml(found, 1, "R. Imrie", "2026-05-01"), encoding="utf-8")
    (merge,) = read(path)

    assert isinstance(merge, Merge)
    assert merge.entities == (Named(uid=uid("1")), Named(uid=uid("2")))


@given(name=NAMES, kind=st.sampled_from(KINDS))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_name_can_be_pasted(tmp_path: Path, name: str, kind: EntityKind) -> None:
    """Whatever stands in a name, quotation marks, colons or braces, comes back as it was."""
    path = tmp_path / "corrections.yml"
    suspicion = Suspicion("drop", (subject(1, name, kind),), "odd")
    path.write_text(as_yaml([suspicion], 1, "R. Imrie", "2026-05-01"), encoding="utf-8")
    (drop,) = read(path)

    assert isinstance(drop, Drop)
    assert drop.entity == Named(name=" ".join(name.split()), kind=kind)
