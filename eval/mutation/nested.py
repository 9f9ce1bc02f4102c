"""What lies in itself a thousand deep, in each way that a format allows."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Iterator

from eval.mutation.inputs import Input

DEPTHS = (1_000, 20_000)
TAGS = ("div", "span", "blockquote", "ul><li", "table><tr><td", "font", "p", "a", "article", "b", "section", "svg")
TEXT = "The ferry sailed again on Monday, the harbour office said. "
PAGE = "<html><head><title>Ferry</title></head><body>{}</body></html>"
FEED = "<rss version='2.0'><channel><item><title>A</title><description>{}</description></item></channel></rss>"


def nested() -> Iterator[Input]:
    """All of them."""
    for depth in DEPTHS:
        for name, raw in (*_marks(depth), *_json(depth), *_mail(depth)):
            yield Input("nested", f"{depth} deep", name, raw)
    for name, raw in _archives(DEPTHS[0]):
        yield Input("nested", f"{DEPTHS[0]} deep", name, raw)


def _marks(depth: int) -> Iterator[tuple[str, bytes]]:
    for tag in TAGS:
        yield f"{tag[:4].strip('><')}.html", PAGE.format(f"<{tag}>" * depth + TEXT * 20).encode()
    closed = "<div>" * depth + TEXT * 20 + "</div>" * depth
    yield "closed.html", PAGE.format(closed).encode()
    yield "text-in-each.html", PAGE.format(f"<div><p>{TEXT}" * depth).encode()
    yield "escaped.xml", FEED.format(closed.replace("<", "&lt;")).encode()
    yield "bare.xml", FEED.format(closed).encode()
    yield "elements.xml", b"<rss>" + b"<channel><item>" * depth
    yield "quotes.md", (">" * depth + TEXT).encode()
    yield "lists.md", "".join(f"{' ' * 2 * level}- {TEXT}\n" for level in range(min(depth, 2_000))).encode()
    yield "brackets.md", ("[" * depth + TEXT + "](a)" * depth).encode()
    yield "emphasis.md", ("*a **b _" * depth + TEXT).encode()


def _json(depth: int) -> Iterator[tuple[str, bytes]]:
    for opening, closing in (("[", "]"), ('{"a":', "}"), ('[{"text":', "}]"), ('{"items":[', "]}"), ('{"name":', "}")):
        value = f'{opening * depth}"b"{closing * depth}'
        yield "value.json", value.encode()
        yield "author.json", f'{{"text": "{TEXT}", "author": {value}}}'.encode()
        yield "extra.jsonl", f'{{"text": "{TEXT}", "more": {value}}}\n{{"text": "{TEXT} Twice."}}\n'.encode()
    feed = '{{"version": "https://jsonfeed.org/version/1.1", "items": [{{"content_text": "{}", "tags": {}}}]}}'
    yield "feed.json", feed.format(TEXT, "[" * depth + "]" * depth).encode()
    yield "page.html", PAGE.format(f"<script type='application/ld+json'>{'[' * depth}</script><p>{TEXT}").encode()


def _mail(depth: int) -> Iterator[tuple[str, bytes]]:
    parts = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(depth))
    closed = parts + TEXT + "".join(f"\n--{n}--\n" for n in reversed(range(depth)))
    letters = "Content-Type: message/rfc822\n\n" * depth + f"Subject: A\n\n{TEXT}"
    for each, name in ((parts, "open"), (closed, "closed"), (letters, "letters")):
        yield f"{name}.eml", f"From: a@b.example\nSubject: A\nMIME-Version: 1.0\n{each}".encode()
        yield f"{name}.mht", f"From: <Saved by Blink>\nMIME-Version: 1.0\n{each}".encode()
        yield f"{name}.mbox", f"From a@b.example Mon Feb 14 10:00:00 2022\n{each}".encode()
    yield "comments.eml", f"From: {'(' * depth}a@b.example\nDate: {'(' * depth}\n\n{TEXT}".encode()
    yield "continued.eml", f"Subject: a\n{' b' * depth}\n{' c' * 500}\n\n{TEXT}".encode()


def _archives(depth: int) -> Iterator[tuple[str, bytes]]:
    zips = tars = packed = TEXT.encode()
    for level in range(depth):
        zips = _zip("a.zip" if level else "a.txt", zips)
        packed = gzip.compress(packed, 1)
        tars = _tar("a.tar" if level else "a.txt", tars)
    yield "a.zip", zips
    yield "a.tar", tars
    yield f"a.txt{'.gz' * 80}", packed
    yield "a.gz", packed


def _zip(name: str, raw: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, raw)
    return out.getvalue()


def _tar(name: str, raw: bytes) -> bytes:
    info = tarfile.TarInfo(name)
    info.size = len(raw)
    return info.tobuf() + raw + bytes(-len(raw) % 512) + bytes(1_024)
