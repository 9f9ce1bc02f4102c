"""What the archivist wrote about this archive, and the title that it begins with."""

from __future__ import annotations

from pathlib import Path

DEFAULT_TITLE = "Morgue"


def archivists_words(folder: Path | None) -> str:
    """What the archivist wrote about this archive: about.md in the folder that is served, "" where there is none."""
    path = (folder or Path()) / "about.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def split_title(text: str) -> tuple[str, str]:
    """The first heading of a Markdown text and the text without it. The archive's title stands there."""
    head, _, rest = text.lstrip().partition("\n")
    if not head.startswith("# "):
        return DEFAULT_TITLE, text
    return head.removeprefix("# ").strip() or DEFAULT_TITLE, rest
