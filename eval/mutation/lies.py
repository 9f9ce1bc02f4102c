"""Archives that lie: about the places of their members, about what these are, and about sizes."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile
from collections.abc import Iterator

from eval.mutation.inputs import Input

TEXT = b"The ferry sailed again on Monday, the harbour office said. "
NAMES = (
    *("../a.txt", "../" * 50 + "etc/passwd.txt", "/etc/passwd.txt", "C:\\a.txt", "C:/a.txt", "\\\\host\\share\\a.txt"),
    *(
        "a\0b.txt",
        "x" * 5_000 + ".txt",
        "a/" * 3_000 + "b.txt",
        "con.txt",
        "a/../../b.txt",
        "-rf.txt",
        "\u202etxt.a.txt",
    ),
    *(
        ".",
        "..",
        "/",
        "//",
        "a//b.txt",
        "a.txt/",
        " .txt",
        "\n.txt",
        "\x1b[31m.txt",
        "\u202e.txt",
        "~/a.txt",
        "%2e%2e/a.txt",
    ),
    *("a.txt", "a.txt", "A.TXT"),
)
KINDS = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, tarfile.CONTTYPE)
SIZES = (0, 1, 10_000_000, 2**31, 2**33 - 1)


def path_tricks() -> Iterator[Input]:
    """Names that climb out of their folder, or that no disk takes; links and devices."""
    for name in NAMES:
        yield Input("path trick", repr(name[:20]), "a.zip", _zip(name))
        yield Input("path trick", repr(name[:20]), "a.tar", _tar(_header(name)))
    for kind in KINDS:
        info = _header("a.txt")
        info.type, info.linkname = kind, "../../../etc/passwd"
        yield Input("path trick", f"type {kind!r}", "a.tar", _tar(info))


def lying_sizes() -> Iterator[Input]:
    """Members that say they are larger or smaller than they are."""
    plain, packed = _zip("a.txt"), gzip.compress(TEXT)
    for size in SIZES:
        told = struct.pack("<L", size & 0xFFFFFFFF)
        for at in (18, 22):  # the sizes in the header
            yield Input("lying size", str(size), "a.zip", plain[:at] + told + plain[at + 4 :])
        directory = plain.index(b"PK\x01\x02")
        for at in (20, 24, 42):  # sizes and the place of the member in the directory
            place = directory + at
            yield Input("lying size", str(size), "a.zip", plain[:place] + told + plain[place + 4 :])
        yield Input("lying size", str(size), "a.txt.gz", packed[:-4] + told)
        info = _header("a.txt")
        info.size = size
        yield Input("lying size", str(size), "a.tar", info.tobuf(tarfile.GNU_FORMAT) + TEXT)
        yield Input("lying size", str(size), "a.warc", _warc(str(size)))
    for length in ("-1", "1e9", "9" * 5_000, "", "0x10"):
        yield Input("lying size", length[:10], "a.warc", _warc(length))
    yield Input("lying size", "negative", "a.tar", _header("a.txt").tobuf()[:124] + b"\xff" * 12 + bytes(376) + TEXT)


def _header(name: str) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size = len(TEXT)
    return info


def _tar(info: tarfile.TarInfo) -> bytes:
    head = info.tobuf(tarfile.PAX_FORMAT, "utf-8", "surrogateescape")
    return head + TEXT + bytes(-len(TEXT) % 512) + bytes(1_024)


def _zip(name: str) -> bytes:
    out = io.BytesIO()
    stand_in = "a.txt" if name.endswith(("/", "\0")) or "\0" in name else name
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo(stand_in), TEXT)
    return out.getvalue() if stand_in == name else out.getvalue().replace(b"a.txt", name.encode()[:5].ljust(5, b"\0"))


def _warc(length: str) -> bytes:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>" + TEXT * 5
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://g.example/\r\nContent-Length: {length}\r\n\r\n"
    return head.encode() + page + b"\r\n\r\n" + head.encode() + page
