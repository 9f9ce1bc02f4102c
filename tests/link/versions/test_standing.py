"""What one outlet prints again under its stories is nobody's copy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from morgue.link import link
from morgue.model import Clipping, Source
from tests.link.newsroom import COLUMN_ONE, ORIGINAL, SAME_TOPIC, clipping

pytestmark = pytest.mark.unit

BEES = "\n\n".join(
    f"Beekeeper number{n} found hive{n} swarming over orchard{n} while pollen{n} and nectar{n} ran short of clover{n}."
    for n in range(12)
)
TRAMS = "\n\n".join(
    f"Conductor badge{n} stopped carriage{n} before junction{n} because signal{n} and points{n} froze at depot{n}."
    for n in range(12)
)


def printed(number: int, text: str, day: str | None, outlet: str = "Gazette") -> Clipping:
    """An outlet's article."""
    made = clipping(number, text)
    return replace(made, article=replace(made.article, published=day, source=Source(outlet)))


def kinds(*clippings: Clipping) -> list[str]:
    """What is found between them."""
    return [row.kind for row in link(clippings).reuse]


def test_a_gallery_under_two_stories_is_no_part() -> None:
    """Weeks apart, and all around it is about something else."""
    one = printed(1, f"{BEES}\n\n{ORIGINAL}", "2024-03-01")
    other = printed(2, f"{TRAMS}\n\n{ORIGINAL}", "2024-05-01")
    assert kinds(one, other) in ([], ["quotes"])


@pytest.mark.parametrize(("day", "outlet"), [("2024-03-03", "Gazette"), (None, "Gazette"), ("2024-05-01", "Courier")])
def test_a_running_story_and_another_outlets_take_parts(day: str | None, outlet: str) -> None:
    """A story may open anew within days, or at a time unknown; what another outlet prints it has taken."""
    one = printed(1, f"{BEES}\n\n{ORIGINAL}", "2024-03-01")
    other = printed(2, f"{TRAMS}\n\n{ORIGINAL}", day, outlet)
    assert kinds(one, other) == ["partial"]


def test_an_outlets_copy_opens_like_its_source() -> None:
    """Most words of a short item in common, but the items open with different things: no more than passages."""
    lead = " ".join(BEES.split()[:125])
    one = printed(1, f"{lead}.\n\n{ORIGINAL}\n\n{SAME_TOPIC}\n\n{COLUMN_ONE}", "2024-03-01")
    other = printed(2, f"{TRAMS}\n\n{ORIGINAL}\n\n{SAME_TOPIC}\n\n{COLUMN_ONE}", "2024-03-02")
    assert kinds(one, other) == ["partial"]
    assert kinds(one, replace(other, article=replace(other.article, source=Source("Courier")))) == ["copy"]


def test_an_outlets_reprint_is_a_copy_however_late() -> None:
    """It opens with the same words."""
    assert kinds(printed(1, ORIGINAL, "2023-03-01"), printed(2, ORIGINAL, "2024-03-01")) == ["copy"]
