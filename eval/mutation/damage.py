"""Damage by chance to inputs that are whole: what bad disks, broken downloads and careless scripts do to files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

from eval.mutation.inputs import Input

ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "cp037", "shift_jis", "koi8_r", "cp1252", "utf-7", "gb18030", "utf-8-sig")
DECLARED = ("utf-8", "utf-16", "x-bogus", "zlib", "hex", "rot13", "idna", "punycode", "undefined", "unicode_escape")
MOST_REPEATS = 2_000
LARGEST = 5_000_000  # bytes

Damage = Callable[[bytes, Random], bytes]


def flipped(raw: bytes, chance: Random) -> bytes:
    """Some bytes changed."""
    changed = bytearray(raw)
    for _ in range(chance.choice((1, 3, 30))):
        changed[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(changed)


def cut(raw: bytes, chance: Random) -> bytes:
    """The beginning, the end or a piece from the middle lost."""
    first, last = sorted((chance.randrange(len(raw) + 1), chance.randrange(len(raw) + 1)))
    return chance.choice((raw[first:], raw[:last], raw[:first] + raw[last:]))


def noisy(raw: bytes, chance: Random) -> bytes:
    """A piece overwritten by zeros, by noise or by marks that formats are made of."""
    at = chance.randrange(len(raw))
    length = chance.choice((4, 64, 512))
    marks = b"".join(
        chance.choice((b"<", b"\n", b'"', b"&", b"\r\n\r\n", b"PK\1\2", b"From ", b"--")) for _ in range(64)
    )
    return raw[:at] + chance.choice((bytes(length), chance.randbytes(length), marks)) + raw[at + length :]


def repeated(raw: bytes, chance: Random) -> bytes:
    """A line many times over."""
    lines = raw.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    times = min(chance.choice((2, 50, MOST_REPEATS)), LARGEST // len(lines[at]) + 1)
    return b"".join([*lines[:at], lines[at] * times, *lines[at + 1 :]])


def encoded(raw: bytes, chance: Random) -> bytes:
    """Written in another encoding than it says, or saying another than it is written in."""
    if chance.random() < 0.5:  # noqa: PLR2004 - an even chance
        return raw.replace(b"utf-8", chance.choice(DECLARED).encode()).replace(b"UTF-8", b"x-bogus")
    return raw.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace")


SINGLE: dict[str, Damage] = {
    "bytes flipped": flipped,
    "cut": cut,
    "noise": noisy,
    "lines repeated": repeated,
    "wrong encoding": encoded,
}


def damaged(whole: Sequence[tuple[str, bytes]], count: int, chance: Random) -> Iterator[Input]:
    """`count` damaged inputs, each kind of damage as often as the others."""
    kinds = (*SINGLE, "spliced", "wrong name")
    for number in range(count):
        kind = kinds[number % len(kinds)]
        (name, raw), (other, more) = chance.choice(whole), chance.choice(whole)
        if kind == "spliced":
            raw = raw[: chance.randrange(len(raw))] + more[chance.randrange(len(more)) :]
        elif kind == "wrong name":
            name = other
        else:
            raw = SINGLE[kind](raw, chance)
        yield Input(kind, f"number {number}", name, raw)
