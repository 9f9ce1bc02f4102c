"""Everything can be reached and done with the keyboard alone, and one sees where one is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

FAR = 400  # presses of Tab after which something counts as out of reach
# Of what has the focus: whether that is drawn, and in the window. Of a picture's link its parts are drawn.
SEEN = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return null;
  const rect = focused.getBoundingClientRect();
  const drawn = [focused, ...focused.children].some(each => {
    const style = getComputedStyle(each);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || parseFloat(style.strokeWidth) >= 2;
  });
  const within = rect.bottom > 0 && rect.top < innerHeight && rect.right > 0 && rect.left < innerWidth;
  return { what: focused.outerHTML.slice(0, 120), seen: drawn && within };
}"""


def steps(page: Page) -> Iterator[Mapping[str, Any]]:
    """Press Tab until the focus has left the page: what it came to."""
    for _ in range(FAR):
        page.keyboard.press("Tab")
        found = page.evaluate(SEEN)
        if found is None:
            return
        yield found


def reach(page: Page, wanted: Locator) -> None:
    """Press Tab until the focus is on what is wanted."""
    element = wanted.element_handle()
    for _ in range(FAR):
        page.keyboard.press("Tab")
        if element.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{wanted} cannot be reached by Tab")


def test_the_first_key_leads_past_the_head(page: Page) -> None:
    """One link, seen when it has the focus, leads to the content."""
    page.goto("/stories")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#content$"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#content').contains(document.activeElement)")


@pytest.mark.parametrize("path", ["/", "/search?q=Putin", "/discrepancies", "/sources", "/about"])
def test_one_sees_where_one_is(page: Page, path: str) -> None:
    """Whatever has the focus is drawn so, and is in the window."""
    page.goto(path)
    unseen = [found["what"] for found in steps(page) if not found["seen"]]
    assert unseen == []


def test_a_search_is_narrowed_by_keys(page: Page) -> None:
    """A facet is reached by Tab and followed by Enter; so is what leaves somebody out."""
    page.goto("/search?q=Putin")
    reach(page, page.locator(".facet a", has_text="Boris Johnson").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**person=**")
    reach(page, page.get_by_role("link", name=re.compile("Remove the filter")).first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=Putin$"))


def test_a_bar_is_followed_by_keys(page: Page, sample_address: str) -> None:
    """The bars of the picture of coverage are links with names of their own."""
    page.goto(f"{sample_address}/search?fold=0")
    bar = page.locator("figure.coverage svg a").last
    assert re.search(r"\d+ articles?$", bar.get_attribute("aria-label") or "")
    reach(page, bar)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("from="))


def test_what_is_folded_opens_by_keys(page: Page) -> None:
    """The versions of a hit, and a group of facets."""
    page.goto("/search?q=Putin")
    summary = page.locator("details.versions summary").first
    reach(page, summary)
    page.keyboard.press("Enter")
    expect(page.locator("details.versions .kind").first).to_be_visible()


def test_marks_are_switched_by_keys(page: Page) -> None:
    """By Space, as any checkbox."""
    page.goto("/search?q=Putin")
    page.locator("article.hit").first.get_by_role("link").first.click()
    names = page.get_by_label("names", exact=True)
    reach(page, names)
    page.keyboard.press("Space")
    expect(names).not_to_be_checked()


def test_a_quote_says_who_speaks_where_the_keyboard_stands(page: Page) -> None:
    """The link to its wordings shows the speaker when it has the focus, and has a name to be read out."""
    page.goto("/search?q=Putin")
    page.locator("article.hit").first.get_by_role("link").first.click()
    link = page.locator(".body a.wordings").first
    speaker = link.get_attribute("data-speaker") or ""
    shown = "element => getComputedStyle(element, '::after').content"
    page.wait_for_load_state()  # its looks too
    assert speaker
    assert link.evaluate(shown) == "none"
    reach(page, link)
    assert speaker in link.evaluate(shown)
    assert speaker in (link.get_attribute("aria-label") or "")
