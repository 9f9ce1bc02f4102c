"""Waiting for the search page of a static site."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def settled(page: Page) -> None:
    """Wait until the results stand whole. Until its scripts are there, the page is not busy, and is called "Search"."""
    expect(page.locator("#found h1")).not_to_have_text("Search")
    expect(page.locator("#found")).not_to_have_attribute("aria-busy", "true")
