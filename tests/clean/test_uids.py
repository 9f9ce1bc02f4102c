"""Each article has a uid of its own that lasts."""

from __future__ import annotations

import pytest
from hypothesis import given

from morgue.clean.uids import unique_uids
from morgue.model import Article, uid
from tests.clean.captured import CAPTURES, capture

pytestmark = pytest.mark.unit


def test_the_earliest_capture_keeps_the_address() -> None:
    """A version that is added later gets a uid from its bytes, whatever the order of reading."""
    old, new = capture(1), capture(2, "The harbour closed.")
    assert [each.uid for each in unique_uids([new, old])] == [uid(old.uid, new.document.sha256), old.uid]


@given(CAPTURES)
def test_every_article_has_a_uid_of_its_own(articles: list[Article]) -> None:
    """Even of those that have address and bytes in common; and who has one keeps it."""
    own = unique_uids(articles)
    assert len({each.uid for each in own}) == len(own)
    assert unique_uids(own) == own
