"""The page that shows all pictures, for docs/screenshots/README.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

HEAD = """\
# Every kind of page

Made by `make screenshots` from the archive of the seeds and, where dates and sources are to be seen, from the made-up
sample of the tests. Each page at 1,280 and at 360 pixels, light and dark; long pages are cut. What is good and what is
not is judged in [looks.md](../looks.md).
"""
SHOWN = {1280: 440, 360: 124}  # pixels in the gallery, by the width of the window


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page of some kind: its path and title, the window, and the file's name."""

    kind: str
    path: str
    title: str
    width: int
    scheme: str
    file: str


def write_gallery(page: Path, pictures: Sequence[Picture]) -> None:
    """Write the gallery of pictures, which come kind by kind."""
    page.write_text(HEAD + "".join(_sections(pictures)), encoding="utf-8")


def _sections(pictures: Sequence[Picture]) -> Iterator[str]:
    for kind, group in groupby(pictures, lambda picture: picture.kind):
        of_kind = list(group)
        shown = "\n".join(
            f'<a href="{each.file}"><img src="{each.file}" width="{SHOWN[each.width]}" '
            f'alt="{kind}, {each.width} pixels wide, {each.scheme}"></a>'
            for each in of_kind
        )
        yield f"\n## {kind}\n\n{of_kind[0].title} · `{of_kind[0].path}`\n\n{shown}\n"
