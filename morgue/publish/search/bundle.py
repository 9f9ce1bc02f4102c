"""Pages of the database packed into one file, which the client unpacks with `archive/bundle.js`."""

from __future__ import annotations

import gzip
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO


def bundle(database: Path, pages: Sequence[int], page_size: int) -> bytes:
    """The pages (numbered from 1) with their numbers (from 0), packed; the same pages give the same bytes."""
    with database.open("rb") as file:
        contents = [_page(file, number, page_size) for number in pages]
    numbers = [number - 1 for number in pages]
    head = struct.pack(f"<II{len(numbers)}I", len(numbers), page_size, *numbers)
    return packed(head + b"".join(contents))


def packed(content: bytes) -> bytes:
    """The content as gzip, without a time in it."""
    return gzip.compress(content, 9, mtime=0)


def _page(file: BinaryIO, number: int, page_size: int) -> bytes:
    file.seek((number - 1) * page_size)
    return file.read(page_size)
