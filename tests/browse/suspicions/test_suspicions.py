"""What a person should look at: each suspicion with the verdict that would mend it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from morgue.browse.opening import opened
from morgue.browse.suspicions import Suspicion, as_yaml, suspicions
from morgue.corrections import read as read_corrections
from morgue.errors import ArchiveError
from morgue.link.corrections import correct
from morgue.link.entities.find import link_entities
from morgue.model import Clipping, Correction, Links, Mention, Story, Version
from morgue.store import new_archive
from tests.link.corrections.verdicts import apart, read, recast
from tests.link.entities.clippings import clippings
from tests.sample import build

pytestmark = pytest.mark.unit

LABELS = {"person": "PERSON", "organization": "ORG", "place": "GPE", "group": "NORP", "other": "PRODUCT"}
Suspect = Callable[..., list[Suspicion]]


@pytest.fixture
def suspect(tmp_path: Path) -> Suspect:
    """Builds an archive of marked texts and asks what is suspicious in it."""

    def ask(*marked: str, corrections: tuple[Correction, ...] = ()) -> list[Suspicion]:
        path = archive_of(tmp_path / "archive.db", clippings(*marked), corrections)
        with opened(path) as connection:
            return suspicions(connection)[0]

    return ask


def archive_of(path: Path, made: list[Clipping], corrections: tuple[Correction, ...] = ()) -> Path:
    """An archive of these clippings, every article a story of its own."""
    made = [replace(c, facts=replace(c.facts, mentions=tuple(map(labelled, c.facts.mentions)))) for c in made]
    found = correct(link_entities(made)[0], made, corrections)
    stories = tuple(Story(c.article.uid, "A story", c.id, (c.id,)) for c in made)
    versions = tuple(Version(c.id, "independent", None) for c in made)
    links = Links(found.entities, stories, versions, corrections=found.applied, decided=found.decided)
    with new_archive(path) as archive:
        archive.write(made, links, (), lambda _document: b"")
        archive.finish()
        archive.record(build())
    return path


def labelled(mention: Mention) -> Mention:
    """The mention with the label that a model would have given it."""
    return replace(mention, label=LABELS[mention.kind])


def told(found: list[Suspicion]) -> list[tuple[str, list[str], str | None]]:
    """Verb, names and kind of each."""
    return [(each.verb, [subject.name for subject in each.subjects], each.kind) for each in found]


def test_names_nearly_alike(suspect: Suspect) -> None:
    """Two spellings that the rules did not dare to merge, the more mentioned first."""
    found = suspect("[P:Ada Lindqvist] spoke, [P:Ada Lindqvist] left.", "[P:Ada Lindquest] wrote.")

    assert told(found) == [("merge", ["Ada Lindqvist", "Ada Lindquest"], None)]
    assert "names alike" in found[0].why


def test_names_that_often_meet_are_two(suspect: Suspect) -> None:
    """Who is named beside the other in several articles is another."""
    both = "[P:Ada Lindqvist] met [P:Adam Lindqvist]."

    assert told(suspect(both, both)) == []


def test_numbered_names_are_two(suspect: Suspect) -> None:
    """A second of the name is not the first misspelt."""
    assert told(suspect("[O:Harbour Treaty I] holds.", "[O:Harbour Treaty II] does not.")) == []


def test_one_name_in_two_kinds(suspect: Suspect) -> None:
    """A name that is a person's here and a body's there."""
    verdict = read("Wimodo", "organization Jaro Wimodo")
    found = suspect("[P:Jaro Wimodo] sang. [P:Jaro Wimodo] left.", "[P:Wimodo] & Co.", corrections=(verdict,))

    assert [(each.verb, [s.kind for s in each.subjects]) for each in found] == [("merge", ["person", "organization"])]


def test_a_lone_surname_with_a_bearer(suspect: Suspect) -> None:
    """What the rules left open for Mr. and Mrs. is asked, where one bearer is by far the commonest."""
    spoke = "[P:Ada Okafor] spoke. [P:Ada Okafor] left. [P:Ada Okafor] slept. [P:Ada Okafor] ate. "
    found = suspect(spoke + "[P:Ben Okafor] stood by.", "[P:Okafor] sang.")

    assert ("merge", ["Ada Okafor", "Okafor"], None) in told(found)


def test_a_surname_of_many_stays_open(suspect: Suspect) -> None:
    """Where bearers are mentioned alike, nothing is asked."""
    found = suspect("[P:Ada Okafor] and [P:Ben Okafor] and [P:Okafor] sang.")

    assert told(found) == []


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("O:Defense", "a piece of a longer name"),
        ("O:Sign Up Today", "looks like page furniture"),
        ("O:BREAKING HARBOUR STORY", "all capitals, in one article"),
        ("X:quayside", "no capitals, in one article"),
        ("P:Ada 2000", "a person with a number"),
        ("X:1234", "no letters"),
    ],
)
def test_what_looks_like_junk(suspect: Suspect, name: str, why: str) -> None:
    """Torn-off pieces, furniture and the like are to be dropped."""
    found = suspect(f"[{name}] said so.")

    assert [(each.verb, each.why) for each in found] == [("drop", why)]


def test_a_people_and_a_common_noun(suspect: Suspect) -> None:
    """A nationality with what it describes is no entity."""
    found = suspect("[G:Norwegian] said. [X:Norwegians troops] came.", "[G:Norwegians] went.")

    assert told(found) == [("drop", ["Norwegians troops"], None)]


LABELLED = "[O:Jaro Wimodo] won. [P:Wimodo] thanked voters; [P:Wimodo] left. [O:Jaro Wimodo] and [O:Jaro Wimodo] won."


def test_a_kind_that_labels_gainsay(suspect: Suspect) -> None:
    """Where most mentions of the full name are labelled otherwise, that kind is asked."""
    assert told(suspect(LABELLED)) == [("kind", ["Jaro Wimodo"], "organization")]


def test_a_kind_that_a_person_gave_is_settled(suspect: Suspect) -> None:
    """What somebody has said it is, it is."""
    assert told(suspect(LABELLED, corrections=(recast("person Jaro Wimodo", "person"),))) == []


def test_one_question_at_a_time(suspect: Suspect) -> None:
    """While it is a question whether something is another, nobody asks what it is: both could not be obeyed."""
    assert told(suspect(LABELLED, "[P:Jaro Wimode]")) == [("merge", ["Jaro Wimodo", "Jaro Wimode"], None)]


def test_what_concerns_most_comes_first(suspect: Suspect) -> None:
    """Ordered by the mentions that may be wrong: of a pair those of the rarer."""
    found = suspect(
        "[P:Ada Lindqvist], [P:Ada Lindqvist], [P:Ada Lindqvist]",
        "[P:Ada Lindquest]",
        "[O:Defense], [O:Defense]",
    )

    assert [each.verb for each in found] == ["drop", "merge"]


def test_what_people_have_answered_is_not_asked_again(suspect: Suspect) -> None:
    """A pair that is said not to be the same is left alone."""
    verdict = apart("person Ada Lindqvist", "person Ada Lindquest")

    assert told(suspect("[P:Ada Lindqvist] spoke.", "[P:Ada Lindquest] wrote.", corrections=(verdict,))) == []


def test_only_archives_are_opened(tmp_path: Path) -> None:
    """A missing file and one that is something else are told apart from an archive."""
    with pytest.raises(ArchiveError, match="There is no archive"), opened(tmp_path / "none.db"):
        pass
    sqlite3.connect(tmp_path / "other.db").close()
    (tmp_path / "text.db").write_text("no database at all, but a text that is long enough to be none" * 20)
    for name in ("other.db", "text.db"):
        with pytest.raises(ArchiveError, match="build it anew"), opened(tmp_path / name):
            pass


SHADY = (
    "[P:Ada Lindqvist] spoke, [P:Ada Lindqvist] left.",
    "[P:Ada Lindquest] wrote.",
    "[E:Brexit] came. [P:Brexit] went. [O:Defense] stood.",
    "[O:Forbes] asked, [P:Forbes] knew, and so did [P:Steve Forbes].",
    LABELLED,
)


def test_what_is_pasted_applies_and_is_asked_no_more(tmp_path: Path) -> None:
    """The list, pasted as it is, is understood, obeyed to the last line, and gone from the next list."""
    made = clippings(*SHADY)
    with opened(archive_of(tmp_path / "before.db", made)) as connection:
        asked, total = suspicions(connection)
    pasted = tmp_path / "corrections.yml"
    pasted.write_text(as_yaml(asked, total, "R. Imrie", "2026-05-01"), encoding="utf-8")
    verdicts = tuple(read_corrections(pasted))
    found = correct(link_entities(made)[0], made, verdicts)
    with opened(archive_of(tmp_path / "after.db", made, verdicts)) as connection:
        left, _ = suspicions(connection)

    assert {each.verb for each in asked} == {"merge", "kind", "drop"}
    assert found.problems == ()
    assert {applied.correction for applied in found.applied} == set(verdicts)
    assert left == []


def test_names_of_nobody_that_a_known_body_ends_with(suspect: Suspect) -> None:
    """Nothing told whose they are: the most mentioned body is offered, for all that print the name."""
    plain = ["The boats were calm."] * 100
    known = [f"The [O:{chamber} Kettle Committee] met [P:Ada Okafor]." for chamber in ["House"] * 4 + ["Senate"] * 3]
    found = suspect(*plain, *known, *["The [O:Kettle Committee] left [P:Ada Okafor]."] * 2)

    (reading,) = [each for each in found if each.verb == "read"]
    assert (reading.printed, reading.at_stake) == ("Kettle Committee", 2)
    assert [subject.name for subject in reading.subjects] == ["House Kettle Committee"]
    assert "1 more" in reading.why


def test_a_name_that_a_verdict_gave_to_a_body_is_not_asked_again(suspect: Suspect) -> None:
    """What was nobody's is that body's from then on."""
    plain = ["The boats were calm."] * 100
    known = [f"The [O:{chamber} Kettle Committee] met [P:Ada Okafor]." for chamber in ["House"] * 4 + ["Senate"] * 3]
    verdict = read("Kettle Committee", "organization House Kettle Committee")
    found = suspect(*plain, *known, "The [O:Kettle Committee] left.", corrections=(verdict,))

    assert not [each for each in found if each.verb == "read"]
