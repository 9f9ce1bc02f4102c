"""What people write (about.md, notes, descriptions): Markdown in, safe HTML out."""

from __future__ import annotations

from functools import lru_cache

import markdown
import nh3


@lru_cache(maxsize=64)
def render(text: str) -> str:
    """Markdown as HTML without scripts, styles, handlers or odd link schemes."""
    return nh3.clean(markdown.markdown(text, extensions=["tables", "sane_lists"], output_format="html"))
