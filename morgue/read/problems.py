"""The problems that reading can meet, each as one sentence: which file, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable

from morgue.model import Level, Problem


def _problem(path: str, code: str, message: str, level: Level = "error") -> Problem:
    return Problem(path, "read", level, code, message)


def no_articles(path: str) -> Problem:
    """A folder in which no file is of a known kind."""
    return _problem(path, "no-articles", f"{path} holds no article file: name a folder that holds some.")


def unsupported(path: str, extensions: Iterable[str]) -> Problem:
    """A file of a kind that no format is known for."""
    known = ", ".join(extensions)
    message = f"{path} is of a kind that cannot be read: save it as one of {known}."
    return _problem(path, "unsupported", message, "warning")


def unreadable(path: str, reason: str) -> Problem:
    """A file or folder that the system does not let us read."""
    message = f"{path} {reason}: mend its permissions or its link, then build again."
    return _problem(path, "unreadable", message)


def empty(path: str) -> Problem:
    """A file with nothing in it but white space."""
    return _problem(path, "empty-file", f"{path} is empty: fetch it again or remove it.")


def binary(path: str) -> Problem:
    """A file that is no text, whatever its name says."""
    message = f"{path} is not text, whatever its name says: replace it by the article's text."
    return _problem(path, "binary-file", message)


def guessed(place: str, encoding: str) -> Problem:
    """A text whose encoding is little more than a guess."""
    message = f"{place} does not say its encoding and was read as {encoding}, a weak guess: save it as UTF-8."
    return _problem(place, "encoding-guessed", message, "warning")


def bad_json(path: str, member: str, reason: str) -> Problem:
    """A line of a JSON-lines file that holds no JSON object."""
    message = f"{path}, {member}, is no JSON object ({reason}): mend that line; the others were read."
    return _problem(f"{path}, {member}", "bad-json", message)


def no_text(path: str, member: str, names: Iterable[str]) -> Problem:
    """A record without the text of an article."""
    message = f"{path}, {member}, has no text: give it in a field named one of {', '.join(names)}."
    return _problem(f"{path}, {member}", "no-text", message)


def duplicate(place: str, first: str) -> Problem:
    """A record whose bytes have been read before."""
    message = f"{place} is the same, byte for byte, as {first} and was left out: remove one of them."
    return _problem(place, "duplicate", message, "warning")
