"""Names that the model, or a careless page, ran together: "Thom TillisThomas", "Facebook and Twitter", "Roe (R"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from morgue.extract.mentions.certain import is_certain
from morgue.extract.mentions.given import is_given
from morgue.extract.mentions.trim import is_title
from morgue.extract.vocabulary import vocabulary
from morgue.model import EntityKind, Mention

GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2}|[A-Z]{3}|\d{4}\b)|(?<=\.)(?=[A-Z][a-z]{3})")
SLASH = re.compile(r"(?<=[a-z.)])\s?/\s?[“\"]?(?=[A-Z][a-z])")  # "Jane Roe/Verity Press", but HIV/AIDS
BETWEEN = re.compile(r"\s*(?:,\s+(?:and\s+)?|\s(?:and|&|or)\s|/)\s*(?:the\s+)?")
HYPHEN = re.compile(rf"{BETWEEN.pattern}|(?<=[a-z]{{3}})-(?=[A-Z])")  # "a Roe-Imrie summit", but Cuban-Americans
POSSESSIVE = re.compile(r"(?<=\w)['’]s\s")
PARTICLE = re.compile(r"[a-z]|(?:Al|El|Bin|Ibn|Van|Von|De|Di|La|Le)\b")
UNOPENED = re.compile(r"^[^(]*\)\s*\w")
COUNT_AFTER = re.compile(r"\s\d+(?:[-–]\d+)?$")
STATE_BEFORE = re.compile(r"(?!St\.|Mt\.|Ft\.|U\.S\.|U\.K\.|U\.N\.)[A-Z][a-z]{0,4}\.(?:\s?[A-Z]\.)*(?=\s[A-Z])")
VERB_AFTER = re.compile(r"(\w+) (?:[Ii]s|[Ww]as|[Ww]ill|[Ss]hould|[Hh]as|[Bb]eing|[Aa]nd I)\b")
CLOSED = re.compile(r"(?<=\w)[”\"](?=\s)")
OPENING = frozenset('“"')
PET_NAME = re.compile(r" \((\w+)\)")
UNCLOSED = re.compile(r"\s*[(\[{][^)\]}]*$")
LISTED = re.compile(r"(?<=[\w.)])(?:\s+[-–—|]+\s+|:\s+)(?=\w)")  # "Verity Press - House", "Roe Stores: Property"
WHOLE: tuple[EntityKind, ...] = ("work", "event", "other")  # whose names may have such marks within
COMMA = re.compile(r",\s+")
GOES_ON = re.compile(r",?\s(?:and|or|&)\s(?:the\s)?[A-Z]|,\s[A-Z]")  # "Verity, Imrie" before "and Roe"
FIRM_END = re.compile(r"(?:Inc|Ltd|LLC|LLP|Co|Corp|PLC|[A-Z])\.?$")
FIRM_BEHIND = re.compile(r",?\s(?:and|&)\s(?:Co\b|Sons\b|Associates\b|Partners\b)|[^.\n]{0,60}(?:\s&\s|\bLL[CP]\b)")
OF_BODY = re.compile(r"(?:National )?([A-Z][a-z]+) (?:of|for|on) [A-Z]")
OFFICER = re.compile(
    r"(?P<body>[A-Z]\S*(?: \S+)*?) (?:(?:Vice|Deputy|Executive|Managing) )?(?P<title>[A-Z][a-z]+) "
    r"(?P<person>(?P<given>[A-Z][a-z]+) [A-Z][\w'’-]+)"
)

MEMBER = re.compile(r"(?P<body>[A-Z]\S*(?: \S+)*) (?P<person>(?P<given>[A-Z][a-z]+) [A-Z][\w'’-]+)")


def parted_names(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """One mention for each name: cut where a bracket opens, where words are glued, and between names known singly."""
    known = {m.text for m in mentions}
    return tuple(part for m in mentions for part in _parts(text, m, known))


def _parts(text: str, mention: Mention, known: set[str]) -> Iterator[Mention]:
    start = mention.start
    for slash in [*SLASH.finditer(mention.text), None]:
        end = mention.start + slash.start() if slash else mention.end
        whole = (start, end) == (mention.start, mention.end)
        part = mention if whole else replace(mention, start=start, end=end, text=text[start:end], rule="parted")
        yield from _names(text, part, known)
        start = mention.start + slash.end() if slash else end


def _names(text: str, mention: Mention, known: set[str]) -> Iterator[Mention]:
    end = mention.start + _length(text, mention, known)
    if end == mention.start:
        return
    if parts := _officer(mention) or _member(mention, known):
        yield from parts
        return
    first = mention.start + _before(mention, end, known)
    for start, stop in list(_singly(text, replace(mention, start=first, end=end), known)) or [(first, end)]:
        whole = (start, stop) == (mention.start, mention.end)
        yield mention if whole else replace(mention, start=start, end=stop, text=text[start:stop], rule="parted")


def _officer(mention: Mention) -> tuple[Mention, ...]:
    """A body and its officer, where the model took both for one: "Verity Bank President Jane Roe"."""
    found = OFFICER.fullmatch(mention.text) if mention.kind == "organization" else None
    if not found or not is_title(found["title"]) or not is_given(found["given"]):
        return ()
    return _body_and_person(mention, found)


def _member(mention: Mention, known: set[str]) -> tuple[Mention, ...]:
    """A body and a person whom the document names by herself: "Verity Teachers Guild Jane Roe"."""
    found = MEMBER.fullmatch(mention.text) if mention.kind == "organization" else None
    if not found or found["person"] not in known or not is_given(found["given"]):
        return ()
    *_, last = body = found["body"].split()
    whole = found["body"] in known or (len(body) > 1 and not last.islower())  # "Friends of Jane Roe" is one
    return _body_and_person(mention, found) if whole else ()


def _body_and_person(mention: Mention, found: re.Match[str]) -> tuple[Mention, Mention]:
    body = replace(mention, end=mention.start + found.end("body"), text=found["body"], rule="parted")
    start = mention.start + found.start("person")
    return body, replace(mention, start=start, text=found["person"], label="PERSON", kind="person", rule="parted")


def _before(mention: Mention, end: int, known: set[str]) -> int:
    """How many characters stand before a full name that the document knows: "Playmate Jane Roe", "May Congress"."""
    first, _, rest = mention.text[: end - mention.start].partition(" ")
    if " " not in rest or rest not in known or first in known or PARTICLE.match(rest):
        return 0
    named = mention.kind == "person" or is_given(rest.partition(" ")[0])
    foreign = first in vocabulary("calendar")["months"] or (named and not is_given(first))
    return len(first) + 1 if foreign and first[:1].isupper() else 0


def _length(text: str, mention: Mention, known: set[str]) -> int:
    """How many characters of what the model took for a name are one."""
    name = mention.text
    if unclosed := UNCLOSED.search(name):
        name = name[: unclosed.start()]
    if mention.kind not in WHOLE and (listed := LISTED.search(name)):
        name = name[: listed.start()]
    if (owner := POSSESSIVE.search(name)) and name[: owner.start()] in known:  # "Trump’s Muslim ban" is no name
        return owner.start()
    if (count := COUNT_AFTER.search(name)) and name[: count.start()] in known:  # "Roe 49, Imrie 43"
        return count.start()
    if mention.kind == "place" and (state := STATE_BEFORE.match(name)):
        return state.end()
    if mention.kind == "work" and (end := _length_of_work(text, mention, name, known)):
        return end
    if UNOPENED.search(name):  # the tail of a list of links
        return 0
    return len(name) if mention.kind != "person" else _length_of_person(text, mention, name, known)


def _length_of_work(text: str, mention: Mention, name: str, known: set[str]) -> int | None:
    """Where the mark closes that stands before a title; the end of a name before a verb: "Roe Is Nominated"."""
    closed = CLOSED.search(name)
    if closed and text[mention.start - 1 : mention.start] in OPENING:
        return closed.start()
    verb = VERB_AFTER.match(name)
    return verb.end(1) if verb and verb[1] in known else None


def _length_of_person(text: str, mention: Mention, name: str, known: set[str]) -> int:
    if len(name.split()) <= 1:  # none where a bracket opens the name
        return len(name)
    for glued in GLUED.finditer(name):
        head = name[: glued.start()]
        if re.search(rf"\b{re.escape(head.split()[-1])}\b", text):  # a list of links, each glued to the next
            return len(head) if head in known else 0
    first, *_, last = name.split()
    head = name.removesuffix(f" {last}")
    pet = PET_NAME.match(text, mention.end)
    if " " in head and (first == last or (pet and (pet[1] == first or pet[1][:2] == last[:2]))):
        return len(head)  # "Jane Roe Janet (Jane) Ada Roe"
    return len(name)


def _singly(text: str, mention: Mention, known: set[str]) -> Iterator[tuple[int, int]]:
    """The spans of names joined by "and" or a comma: the document has each by itself, or one of two single words."""
    between = HYPHEN if mention.kind in {"person", "organization"} else BETWEEN
    joints = [match.span() for match in between.finditer(text, mention.start, mention.end)]
    starts, ends = [mention.start, *(end for _, end in joints)], [*(start for start, _ in joints), mention.end]
    names = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    if mention.kind == "organization" and _listed_bodies(text, mention, names, known):
        yield from zip(starts, ends, strict=True)
        return
    pair = len(joints) == 1 and text[ends[0]] == " " and " " not in "".join(names) and names[0] != names[1]
    if joints and (all(name in known for name in names) or (pair and any(name in known for name in names))):
        yield from zip(starts, ends, strict=True)


def _listed_bodies(text: str, mention: Mention, names: list[str], known: set[str]) -> bool:
    """Two bodies with a comma between: known words of a list that goes on, or each with what it is and what of."""
    if len(names) != 2 or COMMA.sub("", mention.text) != "".join(names):  # noqa: PLR2004 - a pair
        return False
    if all(_is_body_of(name) for name in names):
        return True
    single = all(" " not in name and len(name) > 1 for name in names) and not FIRM_END.match(names[1])
    after = text[mention.end : mention.end + 100]
    sure = any(name in known or is_certain(name) for name in names)  # partners of a law firm are seldom named singly
    return single and sure and bool(GOES_ON.match(after)) and not FIRM_BEHIND.match(after)


def _is_body_of(name: str) -> bool:
    """Whether a name begins like that of a body: "Bureau of Boats", "National Fund for Harbours"."""
    found = OF_BODY.match(name)
    return found is not None and found[1] in vocabulary("gazetteer")["body_nouns"]
