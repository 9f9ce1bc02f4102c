"""An article as it is read: marks that can be switched off, and contradictions beside their passage."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page, expect


def open_rewrite(page: Page) -> None:
    """The seed article whose names and roles its source contradicts, found as a reader finds it."""
    page.goto("/discrepancies?kind=name")
    page.locator("table.clashes td").first.get_by_role("link").first.click()
    expect(page.locator(".margin").first).to_be_visible()
    page.wait_for_load_state()  # its looks too


def place(locator: Locator) -> FloatRect:
    """Where something is drawn."""
    box = locator.bounding_box()
    assert box
    return box


@pytest.mark.parametrize(
    ("box", "marked", "look"),
    [
        ("names", ".body .entity", "textDecorationLine"),
        ("quotes", ".body q.said", "backgroundColor"),
        ("reported", ".body .said.reported", "backgroundColor"),
    ],
)
def test_marks_are_switched_off_without_script(
    browser: Browser, address: str, box: str, marked: str, look: str
) -> None:
    """Each kind by its own box, and on again."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    open_rewrite(page)
    seen = page.locator(marked).first

    def drawn() -> str:
        return str(seen.evaluate(f"element => getComputedStyle(element).{look}"))

    before = drawn()
    page.get_by_label(box, exact=True).uncheck()
    assert drawn() != before
    page.get_by_label(box, exact=True).check()
    assert drawn() == before
    context.close()


def test_a_contradiction_stands_in_the_gutter_beside_its_passage(page: Page) -> None:
    """At its height, right of the text, left of the notes."""
    open_rewrite(page)
    passage = page.locator(".passage", has=page.locator(".margin")).first
    text, remark = place(passage.locator("p").first), place(passage.locator(".margin"))
    assert remark["x"] >= text["x"] + text["width"]
    assert remark["x"] + remark["width"] <= place(page.locator(".side"))["x"]
    assert abs(remark["y"] - text["y"]) < 20


def test_on_a_phone_it_stands_below(page: Page) -> None:
    """Where there is no gutter."""
    page.set_viewport_size({"width": 360, "height": 800})
    open_rewrite(page)
    passage = page.locator(".passage", has=page.locator(".margin")).first
    text, remark = place(passage.locator("p").first), place(passage.locator(".margin"))
    assert remark["y"] >= text["y"] + text["height"]
