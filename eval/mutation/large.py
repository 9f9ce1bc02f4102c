"""What is, or becomes, far larger than an article: bombs, and one line of fifty megabytes in each format of text."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import zipfile
from collections.abc import Callable, Iterator

import zstandard

from eval.mutation.inputs import Input

WORDS = b"The ferry sailed again on Monday, the harbour office said. "
LINES: dict[str, bytes] = {
    "letters": b"a",
    "words": WORDS,
    "marks": b"<p>a",
    "opened": b"<",
    "quoted": b'"',
    "entities": b"&amp;",
    "blank": b" ",
    "lines": b"ab\n",
    "stars": b"*",
}
AROUND: dict[str, tuple[bytes, bytes]] = {
    "a.txt": (b"", b""),
    "a.md": (b"# A\n\n", b""),
    "a.html": (b"<html><body><p>", b"</body></html>"),
    "a.csv": (b"headline,text\nA,", b"\n"),
    "a.tsv": (b"headline\ttext\nA\t", b"\n"),
    "a.xml": (
        b"<rss version='2.0'><channel><item><title>A</title><description>",
        b"</description></item></channel></rss>",
    ),
    "a.eml": (b"From: a@b.example\nSubject: A\n\n", b"\n"),
    "head.eml": (b"From: a@b.example\nSubject: ", b"\n\nA text.\n"),
    "a.mbox": (b"From a@b.example Mon Feb 14 10:00:00 2022\nSubject: A\n\n", b"\n"),
    "a.mht": (b"From: <Saved by Blink>\nContent-Type: text/html\n\n<html><body><p>", b"\n"),
    "a": (b"", b""),
}
Pack = Callable[[bytes], bytes]


def long_lines(size: int) -> Iterator[Input]:
    """One line (or very many very short ones) of `size` bytes in each format of text."""
    for what, piece in LINES.items():
        line = piece * (size // len(piece))
        for name, (before, behind) in AROUND.items():
            yield Input("one long line", what, name, before + line + behind)
        value = json.dumps({"text": line.decode()}).encode()
        yield Input("one long line", what, "a.json", value)
        yield Input("one long line", what, "a.jsonl", value + b'\n{"text": "Another."}\n')


def many_records(size: int) -> Iterator[Input]:
    """A file of very many very small records."""
    item = b"<item><title>A</title><description>B c.</description></item>"
    around = AROUND["a.xml"][0].partition(b"<item>")[0], b"</channel></rss>"
    records = {
        "a.jsonl": b'{"text": "A b."}\n' * (size // 400),
        "a.csv": b"text\n" + b"A b.\n" * (size // 400),
        "a.mbox": b"From a@b.example Mon\nSubject: A\n\nB c.\n\n" * (size // 4_000),
        "a.xml": around[0] + item * (size // 4_000) + around[1],
        "a.zip": _zip([(f"{n}.txt", b"A b.") for n in range(size // 10_000)]),
    }
    for name, raw in records.items():
        yield Input("many records", "", name, raw)


def bombs(size: int) -> Iterator[Input]:
    """What unpacks to `size` times twenty."""
    inner = bytes(size * 20)
    packs: dict[str, Pack] = {
        ".gz": lambda raw: gzip.compress(raw, 1),
        ".xz": lambda raw: lzma.compress(raw, preset=0),
        ".bz2": bz2.compress,
        ".zst": zstandard.ZstdCompressor(level=1).compress,
    }
    for extension, pack in packs.items():
        packed = pack(inner)
        for name in ("a.txt", "a.jsonl", "a.tar", "a.warc", "a.csv", "a.mbox"):
            yield Input("bomb", "", name + extension, packed)
        yield Input("bomb", "packed twice", f"a.txt{extension}.gz", gzip.compress(packed))
    for name in ("a.txt", "a.html", "b.zip"):
        yield Input("bomb", f"of {name}", "a.zip", _zip([(name, inner)]))
    yield Input("bomb", "many members", "a.zip", _zip([(f"{n}.txt", inner[: size // 10]) for n in range(200)]))
    yield from _xml_bombs()


def _xml_bombs() -> Iterator[Input]:
    """Entities that name entities, and one that is long and named often."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    for declared in (f'<!ENTITY l0 "lol">{laughs}', f'<!ENTITY l11 "{"a" * 100_000}">'):
        inside = f"<item><title>A</title><description>{'&l11;' * 2_000}</description></item>"
        feed = f"<?xml version='1.0'?><!DOCTYPE rss [{declared}]><rss version='2.0'><channel>{inside}</channel></rss>"
        yield Input("bomb", "entities", "a.xml", feed.encode())
        yield Input("bomb", "entities", "a.html", feed.replace("rss", "html").encode())


def _zip(members: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, raw in members:
            archive.writestr(name, raw)
    return out.getvalue()
