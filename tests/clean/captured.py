"""Captures of a page, made up."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Any

from hypothesis import strategies as st

from morgue.model import Article, Document, Source, Stated, uid
from tests.clean.making import article

HARBOUR = "https://news.example/harbour"
OPEN = "The harbour reopened."
HERALD, LANTERN = Source("Harbour Herald", "herald.example"), Source("Daily Lantern", "lantern.example")


def capture(day: int, text: str = OPEN, *, raw: str = "", url: str | None = HARBOUR, **head: Any) -> Article:
    """The article of a page that was captured on that day of March. `raw` stands for bytes; else the day does."""
    document = Document(
        path=f"{day:02}.html",
        member="",
        sha256=sha256((raw or str(day)).encode()).hexdigest(),
        media_type="text/html",
        encoding="utf-8",
        bytes=1,
        stated=Stated(url=url),
        read_at=f"2022-03-{day:02}T00:00:00Z",
    )
    plain = replace(article(text), uid=uid("url", url or "none"), document=document, url=url, address=url)
    return replace(plain, **{"headline": None, **head})


CAPTURES = st.lists(
    st.builds(
        lambda day, text, raw, url: capture(day, text, raw=raw, url=url),
        st.integers(1, 4),
        st.sampled_from(["The harbour reopened.", "the harbour  reopened.", "It closed."]),
        st.sampled_from(["", "x", "y"]),
        st.sampled_from([HARBOUR, f"{HARBOUR}/2", None]),
    ),
    max_size=6,
    unique_by=lambda each: each.document.path,
)
