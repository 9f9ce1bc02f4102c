"""Inputs that a test makes up: bytes under a name, without a file."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterable
from functools import partial

from morgue.model import Original, Problem
from morgue.read import Found, Options, read

TIME = "2022-02-15T09:50:30Z"


def found(name: str, raw: bytes) -> Found:
    """A file of that name."""
    return Found(name, len(raw), TIME, partial(io.BytesIO, raw))


def records(name: str, raw: bytes, options: Options | None = None) -> list[Original | Problem]:
    """What is read from a file of that name."""
    return list(read(found(name, raw), options))


def told(name: str, raw: bytes, options: Options | None = None) -> list[str]:
    """The same in short: the text of a document, the code of a problem."""
    return [each.content if isinstance(each, Original) else each.code for each in records(name, raw, options)]


def document(name: str, raw: bytes) -> Original:
    """The only thing that is read from a file of that name, which must be a document."""
    (record,) = records(name, raw)
    assert isinstance(record, Original), record
    return record


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip archive with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members:
            archive.writestr(zipfile.ZipInfo(name, (2022, 2, 15, 9, 50, 30)), raw, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tarred(members: Iterable[tuple[str, bytes]], size: int | None = None) -> bytes:
    """A tar archive with these members. `size` is what each says of its size, if that is to be a lie."""
    out = io.BytesIO()
    for name, raw in members:
        info = tarfile.TarInfo(name)
        info.size, info.mtime = len(raw) if size is None else size, 1_644_918_630
        out.write(info.tobuf() + raw + bytes(-len(raw) % tarfile.BLOCKSIZE))
    return out.getvalue() + bytes(2 * tarfile.BLOCKSIZE)
