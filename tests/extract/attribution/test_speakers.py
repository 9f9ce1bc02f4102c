"""Speakers: as printed beside the quote, and the name that they mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from morgue.extract import Extractor
from morgue.model import Article

Speakers = Callable[[str], list[tuple[str | None, str | None]]]


@pytest.fixture(scope="module")
def speakers(extractor: Extractor, article_of: Callable[[str], Article]) -> Speakers:
    """Find the speakers of a text's quotes: as printed, and the mention's text."""

    def find(text: str) -> list[tuple[str | None, str | None]]:
        facts = extractor.facts(article_of(text))
        names = [mention.text for mention in facts.mentions]
        return [(q.speaker_text, None if q.speaker_mention is None else names[q.speaker_mention]) for q in facts.quotes]

    return find


def test_titles_before_the_name_are_printed_with_it(speakers: Speakers) -> None:
    """The printed speaker has the role, the mention is the name."""
    text = "“Talks go on,” State Department spokesman Paul Hart said."
    assert speakers(text) == [("State Department spokesman Paul Hart", "Paul Hart")]


def test_an_office_of_something_is_printed_whole(speakers: Speakers) -> None:
    """`Secretary of State` belongs to the name behind it."""
    text = "“Talks go on,” Secretary of State Carla Ruiz said."
    assert speakers(text) == [("Secretary of State Carla Ruiz", "Carla Ruiz")]


def test_a_ministry_is_a_body_with_that_name(speakers: Speakers) -> None:
    """A description that bodies carry in their names means one that does, not whichever was named last."""
    before = "The Foreign Ministry sent a bill to the Bank of England."
    assert speakers(f"{before} “Pay soon,” the ministry said.") == [("the ministry", "Foreign Ministry")]
    assert speakers(f"{before} “We will pay,” the committee said.") == [("the committee", None)]


def test_a_role_with_the_name_behind_it_means_the_name(speakers: Speakers) -> None:
    """`its president, Carla Ruiz,` speaks as Carla Ruiz."""
    ((_, name),) = speakers("“We will not give in,” said the union’s president, Carla Ruiz.")
    assert name == "Carla Ruiz"


def test_unnamed_people_speak_without_a_name(speakers: Speakers) -> None:
    """Officials are printed as officials and resolved to nobody."""
    assert speakers("“The convoy left at dawn,” two senior officials said.") == [("two senior officials", None)]


def test_a_statement_speaks_for_itself(speakers: Speakers) -> None:
    """A document is a speaker as printed."""
    ((printed, _),) = speakers("“All flights are suspended until further notice,” the statement said.")
    assert printed == "the statement"


def test_a_role_alone_means_the_person_who_was_named_with_it(speakers: Speakers) -> None:
    """`the president` after `President Carla Ruiz` is she."""
    text = "President Carla Ruiz flew home. “The talks are not dead,” the president told journalists."
    assert speakers(text) == [("the president", "Carla Ruiz")]


def test_an_organisation_speaks(speakers: Speakers) -> None:
    """A body of people can say something."""
    ((_, name),) = speakers("“Every degree matters,” the United Nations said in a statement.")
    assert name is not None
    assert "United Nations" in name


def test_a_name_between_commas_belongs_to_the_role_before_it(speakers: Speakers) -> None:
    """`The head of the Security Council, Pavel Novak,` is Pavel Novak, not the Council."""
    ((_, name),) = speakers("“We do not want it,” said the head of Russia’s Security Council, Pavel Novak, on Sunday.")
    assert name == "Pavel Novak"


def test_an_unnamed_voice_speaks_for_its_body(speakers: Speakers) -> None:
    """A spokesman without a name is printed as such, and means the body that he speaks for."""
    ((printed, name),) = speakers("“Talks go on,” said a spokeswoman for the Finance Ministry on Monday.")
    assert printed == "a spokeswoman for the Finance Ministry"
    assert name is not None
    assert "Finance Ministry" in name
