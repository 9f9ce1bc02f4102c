"""What pages put into their sentences goes, and the sentences stay whole."""

import pytest

from tests.clean.making import article

pytestmark = pytest.mark.unit
CARD = "Jane Mary DoeDoe opens the new school The morning report: Doe's plan for the harbour MORE"


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("On Monday Sen. Jane Doe", " (D) said that the bridge would be closed until the spring."),
        ("Nobody has answered Jane Doe", "’s question about the bridge so far, and nobody wants to."),
        ("The bridge will be closed until spring, says Jane Doe", ", who has seen its pillars."),
    ],
)
def test_a_card_goes_and_its_sentence_stays(before: str, behind: str) -> None:
    """A politician's full name and the headlines about her, glued to her name, are kept as removed."""
    made = article(f"{before} {CARD}{behind}\n")
    assert made.text == before + behind
    assert [(each.text, each.rule, each.line) for each in made.removed] == [(CARD, "hover card", 1)]


def test_each_card_of_a_paragraph_goes() -> None:
    """Two cards in one sentence take nothing with them that stands between."""
    made = article(f"Both Jane Doe {CARD} and her neighbour Jane Doe {CARD} walked over the bridge on Monday.\n")
    assert made.text == "Both Jane Doe and her neighbour Jane Doe walked over the bridge on Monday."
    assert [each.text for each in made.removed] == [CARD, CARD]


@pytest.mark.parametrize(
    "text",
    [
        "They sang for Jane Doe, and Jane Mary Doe sang with them: NO MORE TEARS was what they sang on the bridge.",
        "Jane Doe, as Jane Mary Doe was called when nobody wanted any more of her songs, stood on the bridge alone.",
        "JANE DOE: JANE MARY DOE SAYS THAT THE BRIDGE WILL BE CLOSED AND THAT THERE WILL BE MORE WORK ON IT LATER.",
    ],
)
def test_a_name_that_is_only_said_again_stays(text: str) -> None:
    """Without the glued card a repeated name and a capital MORE are the sentence's own."""
    assert article(f"{text}\n").text == text
