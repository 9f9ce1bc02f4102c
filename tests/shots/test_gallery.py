"""The page that shows all pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shots.gallery import Picture, write_gallery
from shots.take import LEFT_OUT
from tests.browser.page_types import page_types

pytestmark = pytest.mark.unit


def picture(kind: str, width: int, scheme: str) -> Picture:
    """A picture of some page."""
    return Picture(kind, f"/{kind}", kind.title(), width, scheme, f"{kind}-{width}-{scheme}.webp")


def test_every_picture_is_shown_with_words_for_it(tmp_path: Path) -> None:
    """Kind by kind, each with the address of the page, and with what it shows for who sees no pictures."""
    write_gallery(
        page := tmp_path / "README.md", [picture(*of) for of in (("home", 1280, "light"), ("story", 360, "dark"))]
    )
    text = page.read_text(encoding="utf-8")

    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["home", "story"]
    assert "Story · `/story`" in text
    assert '<img src="story-360-dark.webp" width="124" alt="story, 360 pixels wide, dark">' in text


def test_only_kinds_that_exist_are_left_out() -> None:
    """A kind that has another name now is not left out by its old one."""
    assert {kind.name for kind in page_types()} >= LEFT_OUT
