"""The pieces of a typed query: phrases, NEAR groups, words and operators, before they are put together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Sign = Literal["", "+", "-"]
PieceKind = Literal["word", "prefix", "phrase", "near", "operator"]

NEAR_DISTANCE = 10  # words between, where none is typed: FTS5's own default
FARTHEST = 1000
SHOUTED_WORDS = 5  # a longer query all in capitals is a shouted question: its AND and NOT are words

_QUOTE_MARKS = re.compile("[“”„‟«»″＂]")
# FTS5 stops reading at a NUL, and a lone surrogate cannot be sent to it at all.
_UNSEARCHABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_LETTER = re.compile(r"[^\W_]")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_OPERATOR = re.compile(r"(?:OR|AND|NOT|NEAR(?:/([0-9]{1,9}))?)$")
_PIECE = re.compile(
    r"""(?P<near> \bNEAR\s*\( (?P<inside>[^()]*) \) )
      | (?P<phrase> (?P<sign>[+-]?) " (?P<words>[^"]*) "? )
      | (?P<word> [^\s"()]+ )""",
    re.VERBOSE,
)
_NEAR_INSIDE = re.compile(r'"([^"]*)"?|([^\s",]+)')
_NEAR_DISTANCE = re.compile(r",\s*([0-9]{1,9})\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of what was typed. `words` holds one string, for `near` several; `distance` counts words between."""

    kind: PieceKind
    words: tuple[str, ...]
    sign: Sign = ""
    distance: int = 0


def pieces(typed: str, *, operators: bool = True) -> list[Piece]:
    """What was typed, cut up; whatever holds no letter or digit is left out.

    Args:
        typed: any string.
        operators: False to read OR, AND, NOT and NEAR as words.
    """
    text = _QUOTE_MARKS.sub('"', _UNSEARCHABLE.sub(" ", typed))
    found = [_piece(match, operators=operators and not _shouted(text)) for match in _PIECE.finditer(text)]
    return [piece for piece in found if piece and _searchable(piece)]


def _shouted(text: str) -> bool:
    return text == text.upper() and len(text.split()) > SHOUTED_WORDS


def _searchable(piece: Piece) -> bool:
    return piece.kind == "operator" or any(map(_LETTER.search, piece.words))


def _piece(match: re.Match[str], *, operators: bool) -> Piece | None:
    if match["near"] is not None:
        return _near(match["inside"])
    if match["phrase"] is not None:
        sign: Sign = "-" if match["sign"] == "-" else "+"
        return Piece("phrase", (_spaced(match["words"]),), sign)
    return _word(match["word"], operators=operators)


def _near(inside: str) -> Piece | None:
    distance = _NEAR_DISTANCE.search(inside)
    named = inside[: distance.start()] if distance else inside
    words = tuple(_spaced(phrase or word) for phrase, word in _NEAR_INSIDE.findall(named))
    words = tuple(word for word in words if _LETTER.search(word))
    if len(words) == 1:
        return Piece("phrase", words, "+")
    return Piece("near", words, "+", _within(distance[1] if distance else None)) if words else None


def _word(word: str, *, operators: bool) -> Piece:
    operator = _OPERATOR.match(word) if operators else None
    if operator:
        return Piece("operator", (word.partition("/")[0],), distance=_within(operator[1]))
    sign: Sign = "-" if word[0] == "-" else "+" if word[0] == "+" else ""
    bare = word.lstrip("+-")
    if bare.endswith("*"):
        return Piece("prefix", (bare.rstrip("*"),), sign)
    return Piece("word", (_POSSESSIVE.sub("", bare),), sign)


def _within(distance: str | None) -> int:
    return min(int(distance), FARTHEST) if distance else NEAR_DISTANCE


def _spaced(phrase: str) -> str:
    return " ".join(phrase.split())
