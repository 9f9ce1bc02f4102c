"""Every body, place and work of the archive as the rules look at it that join names of one body."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from morgue.link.entities.company import Company
from morgue.link.entities.doubted.established import commonest
from morgue.link.entities.kinds import majority
from morgue.link.entities.names import fold_body
from morgue.link.entities.verdicts import Bearers, Identity
from morgue.link.vocabulary import table, words
from morgue.model import EntityKind, Mention, MentionKey

PLURAL: Final = 4  # letters of a word that an s may be the plural of
_NUMERAL = re.compile(r"[ivx]+")


@dataclass(frozen=True, slots=True)
class Body:
    """A body, place or work: its commonest form, the words of that, and where it is printed how often.

    `words` are folded, without small words; `stems` are these without the s of a plural.
    """

    identity: Identity
    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    kind: EntityKind
    count: int
    articles: frozenset[int]

    @property
    def rank(self) -> tuple[bool, int, str]:
        """Which of two names of one body is kept: one that a table has, else the commoner."""
        return (self.identity.name is not None, self.count, self.identity.key)


Pairs = Mapping[Identity, Identity]
Rule = Callable[[Sequence[Body], Company], Pairs]


def roster_of(members: Bearers) -> list[Body]:
    """Everyone but the persons."""
    return [_body(one, mentions) for one, mentions in members.items() if one.kind != "person"]


def _body(identity: Identity, mentions: Mapping[MentionKey, Mention]) -> Body:
    text = commonest(mentions)
    telling = tuple(word for word in spelled_out(text).split() if word not in words("bodies", "small_words"))
    kind = identity.kind or majority(mentions.values(), identity.key)
    articles = frozenset(number for number, _ in mentions)
    return Body(identity, text, telling, tuple(map(stem, telling)), kind, len(mentions), articles)


@lru_cache(1 << 16)
def spelled_out(text: str) -> str:
    """A folded name with what is short for several words spelled out, where more words stand beside it: UC Berkeley."""
    form = fold_body(text)
    if " " not in form:
        return form
    return " ".join(table("alike")["abbreviated"].get(word, word) for word in form.split())


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """A word without the s of its plural or possessive."""
    bare = word.replace("'", "")
    return bare.removesuffix("s") if len(bare) >= PLURAL and not bare.endswith("ss") else bare


def is_numeral(word: str) -> bool:
    """Whether a folded word is a number: II, 4."""
    return bool(_NUMERAL.fullmatch(word)) or word.isdigit()


def one_body(one: Body, other: Body) -> Pairs:
    """The rarer's identity → the commoner's; nothing where tables know both by names of their own."""
    rare, meant = sorted((one, other), key=lambda body: body.rank)
    known_apart = rare.identity.name is not None
    return {} if known_apart or rare.identity == meant.identity else {rare.identity: meant.identity}
