"""corrections.yml as people write it, well and badly."""

from __future__ import annotations

from pathlib import Path

import pytest

from morgue.corrections import read
from morgue.errors import InputError
from morgue.model import (
    Apart,
    Cited,
    Correction,
    DerivedFrom,
    Drop,
    Merge,
    Named,
    NotDerived,
    OtherStory,
    Reading,
    Recast,
    Rename,
    SameStory,
    Scope,
    Signed,
    Split,
)
from tests.served import ROOT

pytestmark = pytest.mark.unit

BELOW = "\n  note: So it is.\n  author: R. Imrie\n  date: 2026-05-01\n"
HERE = Signed("So it is.", "R. Imrie", "2026-05-01", "corrections.yml", 1)
ADA, BEA = Named(name="Ada Okafor", kind="person"), Named(name="Bea Nwosu", kind="person")
ONE, TWO = Cited(uid="0123456789ab"), Cited(url="https://post.example/strike")


def written(folder: Path, text: str) -> tuple[Correction, ...]:
    """What a file of this text says."""
    path = folder / "corrections.yml"
    path.write_text(text, encoding="utf-8")
    return read(path)


def fault(folder: Path, text: str) -> str:
    """The message about a file of this text."""
    with pytest.raises(InputError) as caught:
        written(folder, text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("- merge: [{person: Ada Okafor}, {person: Bea Nwosu}]", Merge(HERE, (ADA, BEA))),
        ("- merge:\n  - person: Ada Okafor\n  - 0123456789ab", Merge(HERE, (ADA, Named(uid="0123456789ab")))),
        ("- split: {person: Ada Okafor}\n  forms: A. Okafor", Split(HERE, ADA, ("A. Okafor",), None, Scope())),
        (
            "- split: {person: Ada Okafor}\n  forms: [A. Okafor, A.O.]\n  into: {person: Bea Nwosu}\n  source: X",
            Split(HERE, ADA, ("A. Okafor", "A.O."), BEA, Scope(source="X")),
        ),
        ("- rename: {person: Ada Okafor}\n  to: Dame Ada", Rename(HERE, ADA, "Dame Ada")),
        ("- kind: {person: Ada Okafor}\n  is: place", Recast(HERE, ADA, "place")),
        ("- drop: {person: Ada Okafor}", Drop(HERE, ADA)),
        ("- not-the-same: [{person: Ada Okafor}, {person: Bea Nwosu}]", Apart(HERE, (ADA, BEA))),
        (
            "- read: [Okafor, A.O.]\n  as: {person: Ada Okafor}\n  article: 0123456789ab",
            Reading(HERE, ("Okafor", "A.O."), ADA, Scope(article="0123456789ab")),
        ),
        ("- same-story: [0123456789ab, https://post.example/strike]", SameStory(HERE, (ONE, TWO))),
        ("- not-same-story: [/articles/0123456789ab, https://post.example/strike]", OtherStory(HERE, (ONE, TWO))),
        ("- derived-from: 0123456789ab\n  article: https://post.example/strike", DerivedFrom(HERE, ONE, TWO)),
        (
            "- derived-from: 0123456789ab\n  article: https://post.example/strike\n  as: copy",
            DerivedFrom(HERE, ONE, TWO, "copy"),
        ),
        ("- not-derived: [0123456789ab, https://post.example/strike]", NotDerived(HERE, (ONE, TWO))),
    ],
)
def test_every_verdict_is_read(tmp_path: Path, text: str, verdict: Correction) -> None:
    """Each verb makes its noun, signed, with the line that it stands in."""
    assert written(tmp_path, text + BELOW) == (verdict,)


def test_the_file_in_the_project_teaches_and_says_nothing(tmp_path: Path) -> None:
    """The example holds no verdict; with the marks taken off, each of its examples is one."""
    text = (ROOT / "corrections.yml").read_text(encoding="utf-8")
    assert read(ROOT / "corrections.yml") == ()

    lines = [line[2:] for line in text.splitlines() if line.startswith(("# - ", "#   "))]
    verbs = [each.verb for each in written(tmp_path, "\n".join(lines))]
    of_articles = ["same-story", "not-same-story", "derived-from", "not-derived"]
    assert verbs == ["merge", "split", "not-the-same", "rename", "kind", "drop", "read", *of_articles]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]", "---\n"])
def test_a_file_without_verdicts(tmp_path: Path, text: str) -> None:
    """Comments, an empty list or nothing at all say nothing."""
    assert written(tmp_path, text) == ()


def test_words_are_taken_as_they_are_written(tmp_path: Path) -> None:
    """What YAML would take for a number, a truth or a date is a name; a note keeps its lines."""
    text = (
        "- merge: [{person: No}, {work: 1917}]\n  note: |\n    One.\n\n    *Two.*\n  author: on\n  date: 2026-05-01\n"
    )
    (verdict,) = written(tmp_path, text)

    assert isinstance(verdict, Merge)
    assert verdict.entities == (Named(name="No", kind="person"), Named(name="1917", kind="work"))
    assert (verdict.signed.note, verdict.signed.author) == ("One.\n\n*Two.*", "on")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("- drop: {person: Ada Okafor\n", 2, "not YAML"),
        ("- note: a: b\n", 1, "quotation marks"),
        ("- drop: \x07\n", 1, "take it out"),
        ("- &a [*a]\n", None, "brackets"),
        ("drop: {person: Ada Okafor}\n", 1, "begin each verdict with “- ”"),
        ("- drop\n", 1, "write one as “- merge: …”"),
        ("- drop: {person: A}\n  drop: {person: B}\n", 2, "stands twice"),
        ("\n- dorp: {person: Ada Okafor}" + BELOW, 2, "did you mean “drop”?"),
        ("- drop: {person: A}\n  merge: [{person: A}, {person: B}]" + BELOW, 1, "make a verdict of each"),
        ("- drop: {person: A}\n  nota: x" + BELOW, 2, "did you mean “note”?"),
        ("- drop: {person: A}\n  to: B" + BELOW, 2, "no field “to”"),
        ("- rename: {person: A}" + BELOW, 1, "add a line “to: …”"),
        ("- drop: {person: A}\n  note: x\n  author: y\n", 1, "“date” is missing"),
        ("- drop: {person: A}\n  note: x\n  author:\n  date: 2026-05-01\n", 3, "author: Ada Lovelace"),
        ("- drop: {person: A}\n  note: x\n  author: y\n  date: yesterday\n", 4, "2026-11-22"),
        ("- drop: {person: A}\n  note: [x]\n  author: y\n  date: 2026-05-01\n", 2, "words are wanted"),
        ("- drop: Ada Okafor" + BELOW, 1, "{person: Ada Lovelace}"),
        ("- drop: {human: Ada Okafor}" + BELOW, 1, "the kinds are person, organization"),
        ("- drop: {person: A, place: B}" + BELOW, 1, "one entity is wanted"),
        ("- merge: [{person: A}]" + BELOW, 1, "two entities or more"),
        ("- merge: {person: A}" + BELOW, 1, "two entities or more"),
        ("- kind: {person: A}\n  is: human" + BELOW, 2, "the kinds are person, organization"),
        ("- read: A\n  as: {person: B}\n  article: B" + BELOW, 3, "12 letters and digits"),
        ("- read: A\n  as: {person: B}\n  article: 0123456789ab\n  source: X" + BELOW, 4, "take out"),
        ("- same-story: [0123456789ab]" + BELOW, 1, "two articles or more"),
        ("- same-story: [the one, the other]" + BELOW, 1, "12 letters and digits of its address here, or by the URL"),
        ("- derived-from: 0123456789ab" + BELOW, 1, "add a line “article: …”"),
        ("- derived-from: 0123456789ab\n  article: 0123456789ab" + BELOW, 2, "nothing is made from itself"),
        ("- derived-from: 0123456789ab\n  article: ba9876543210\n  as: theft" + BELOW, 3, "copy, partial, rewrite"),
        ("- read: []\n  as: {person: B}" + BELOW, 1, "“read” is empty"),
    ],
)
def test_a_broken_file_names_line_and_remedy(tmp_path: Path, text: str, line: int | None, said: str) -> None:
    """Whatever is wrong with the file, the message says where and what to do."""
    told = fault(tmp_path, text)

    assert told.startswith(f"corrections.yml, line {line}: " if line else "corrections.yml: ")
    assert said in told


def test_every_broken_entry_is_told(tmp_path: Path) -> None:
    """One attempt shows all that has to be mended."""
    told = fault(tmp_path, "- drop: A" + BELOW + "- drop: {person: A}" + BELOW + "- merge: B" + BELOW)

    assert [message.split(":")[0] for message in told.splitlines()] == [
        "corrections.yml, line 1",
        "corrections.yml, line 9",
    ]


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    """The line with the first strange byte is named."""
    path = tmp_path / "corrections.yml"
    path.write_bytes(b"# one\n# Krak\xf3w\n")
    with pytest.raises(InputError, match="line 2: not UTF-8"):
        read(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """It is named, with what else to do."""
    with pytest.raises(InputError, match=r"none\.yml cannot be read"):
        read(tmp_path / "none.yml")
