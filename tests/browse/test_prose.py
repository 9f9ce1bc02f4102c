"""What people write is shown, what could harm a reader is not."""

from __future__ import annotations

import pytest

from morgue.browse.prose import render
from morgue.browse.titles import split_title

pytestmark = pytest.mark.unit


def test_markdown_becomes_html() -> None:
    """Paragraphs, emphasis and links work."""
    assert render("A *morgue* of [news](/stories).").startswith('<p>A <em>morgue</em> of <a href="/stories"')


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "[a](javascript:alert(1))", '<img src=x onerror="alert(1)">', '<p style="x">a</p>'],
)
def test_nothing_written_can_run(text: str) -> None:
    """Scripts, handlers, styles and odd schemes are taken out."""
    assert not any(bad in render(text) for bad in ("script", "onerror", "style"))


def test_the_first_heading_is_the_title() -> None:
    """The archive is called what its own words call it."""
    assert split_title("# Harbour papers\n\nMore.") == ("Harbour papers", "\nMore.")
    assert split_title("No heading.") == ("Morgue", "No heading.")
