"""What to say of a site's size before it is written: who won't take it, and what could be left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from morgue.publish.amounts import Amount, in_words
from morgue.publish.sizes import hosts

# Kinds of files that a site can do without, each with the option that leaves them out.
SWITCHES = {
    "citations": "--without citations",
    "JSON": "--without json",
    "originals": "--without originals",
    "comparisons": "--without compare",
    "feeds": "--without feeds",
    "search": "--without search",
    "Datasette": "--without datasette",
}
GO_ALONG = {"search": "Datasette"}  # what has nothing to read without the other
WORTH_SAYING = 0.02  # of all files, or of all bytes


def advice(expected: Mapping[str, Amount], most_bytes: int | None = None) -> list[str]:
    """Lines for the reader: how large, too large for whom, what would be saved by what."""
    total = sum(expected.values(), Amount())
    refusing = [f"{host.name} ({_limits(host.refuses(total))})" for host in hosts() if host.refuses(total)]
    is_too_large = most_bytes is not None and total.bytes > most_bytes
    lines = [f"About {total.files:,} files, {in_words(total.bytes)}."]
    if refusing:
        lines.append(f"Too much for {', '.join(refusing)}.")
    if refusing or is_too_large:
        lines += _savings(expected, total)
    return lines


def _savings(expected: Mapping[str, Amount], total: Amount) -> Iterator[str]:
    for kind, switch in SWITCHES.items():
        amount = expected.get(kind, Amount()) + expected.get(GO_ALONG.get(kind, ""), Amount())
        if amount.files > WORTH_SAYING * total.files or amount.bytes > WORTH_SAYING * total.bytes:
            files = f"{amount.files:,} file{'' if amount.files == 1 else 's'}"
            yield f"{switch} saves {files}, {in_words(amount.bytes)}."


def _limits(names: tuple[str, ...]) -> str:
    words = {"files": "the number of files", "bytes": "the size of the whole", "largest": "the size of one file"}
    return " and ".join(words[name] for name in names)
