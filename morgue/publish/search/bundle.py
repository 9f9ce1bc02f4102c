"""Pages of the database packed into one file, which the client unpacks with `archive/bundle.js`."""

from __future__ import annotations

import gzip
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from morgue.publish.search.cells import is_tree, taken_apart


def bundle(database: Path, pages: Sequence[int], page_size: int) -> bytes:
    """The pages (numbered from 1), packed; the same pages give the same bytes.

    The first page of the file and those of no b-tree are packed as they are, the others taken apart.
    """
    with database.open("rb") as file:
        contents = [(number - 1, _page(file, number, page_size)) for number in pages]
    trees = [(number, page) for number, page in contents if number and is_tree(page)]
    others = [(number, page) for number, page in contents if not (number and is_tree(page))]
    numbers = [number for number, _ in others]
    head = struct.pack(f"<II{len(numbers)}I", len(numbers), page_size, *numbers)
    return packed(head + b"".join(page for _, page in others) + taken_apart(trees))


def packed(content: bytes) -> bytes:
    """The content as gzip, without a time in it."""
    return gzip.compress(content, 9, mtime=0)


def _page(file: BinaryIO, number: int, page_size: int) -> bytes:
    file.seek((number - 1) * page_size)
    return file.read(page_size)
