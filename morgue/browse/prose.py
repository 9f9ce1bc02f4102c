"""What people write (about.md, notes, descriptions): Markdown in, safe HTML out."""

from __future__ import annotations

from functools import lru_cache

import markdown
import nh3

DEFAULT_TITLE = "Morgue"


@lru_cache(maxsize=64)
def render(text: str) -> str:
    """Markdown as HTML without scripts, styles, handlers or odd link schemes."""
    return nh3.clean(markdown.markdown(text, extensions=["tables", "sane_lists"], output_format="html"))


def split_title(text: str) -> tuple[str, str]:
    """The first heading of a Markdown text and the text without it. The archive's title stands there."""
    head, _, rest = text.lstrip().partition("\n")
    if not head.startswith("# "):
        return DEFAULT_TITLE, text
    return head.removeprefix("# ").strip() or DEFAULT_TITLE, rest
