"""What is reported to have been said: the clause, object or rest of the sentence that belongs to a word of speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from morgue.extract.attribution.reports import reports
from morgue.extract.attribution.subjects import FINITE, SUBJECTS, TIMES, phrase_of
from morgue.extract.quotes.frames import Frame, Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

Span = tuple[int, int]

CLAUSES = frozenset({"ccomp", "xcomp"})
BEHIND_OBJECT = frozenset({"of", "for", "as", "to", "against", "over", "from", "into", "about"})
TOLD = frozenset({"told", "tells", "tell"})
OCCASIONS = frozenset({"IN", "TO", "RB", "VBG", "WRB", "CC", "_SP"})
LONGEST_OCCASION = 30  # characters between the verb and the comma behind it: "he said on Tuesday,"
MARKS = " '\n\t"
EDGES = " \t\n,;:.–—-"


def contents(reading: Reading, cue: Token, speaker: Token) -> list[Span]:
    """The spans of what a verb reports, in order; none where it reports nothing.

    Args:
        reading: The text.
        cue: A verb that can report.
        speaker: The head of its subject.
    """
    right = _clause(cue) or _with_preposition(cue) or _object(cue)
    if right is not None:
        return _spans(reading, [right])
    if cue.lower_ not in reports().clause:
        return []
    return as_told(reading, cue, speaker) or _around(reading, cue, speaker)


def of_noun(reading: Reading, noun: Token) -> list[Span]:
    """The clause or infinitive behind a noun for something said."""
    clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and _is_content(c)), None)
    return _spans(reading, [(clause.left_edge.i, clause.right_edge.i)]) if clause is not None else []


def _is_content(clause: Token) -> bool:
    first = clause.left_edge.lower_
    return first == "to" or (first == "that" and clause.left_edge.dep_ == "mark")


def _clause(cue: Token) -> Span | None:
    """The first and last token of the clause or infinitive behind a verb."""
    words = reports()
    for child in cue.children:
        if child.i < cue.i or child.dep_ not in CLAUSES:
            continue
        infinitive = any(c.tag_ == "TO" for c in child.children)
        if cue.lower_ in (words.infinitive if infinitive else words.clause | words.infinitive):
            return child.left_edge.i, child.right_edge.i
    return None


def _with_preposition(cue: Token) -> Span | None:
    """What stands behind the verb's own preposition: called *for a strike*, called on *the mayor to resign*."""
    for child in cue.children:
        if child.dep_ == "prep" and child.i > cue.i and cue.lower_ in reports().prepositions.get(child.lower_, ()):
            last = max((c.right_edge.i for c in cue.children if c.dep_ in CLAUSES and c.i > child.i), default=0)
            edge = max(child.right_edge.i, last)
            return (child.i + 1, edge) if edge > child.i else None
    return None


def _object(cue: Token) -> Span | None:
    """The object of a verb with what is said of it: accused *the guards of sleeping*."""
    if cue.lower_ not in reports().object:
        return None
    found = next((c for c in cue.children if c.dep_ == "dobj" and c.i > cue.i), None)
    if found is None:
        return None
    last = found.right_edge.i
    for child in cue.children:
        if child.i > last and (child.dep_ in CLAUSES or child.dep_ == "oprd" or _is_argument(child)):
            last = child.right_edge.i
    return found.left_edge.i, last


def _is_argument(child: Token) -> bool:
    return child.dep_ == "prep" and child.lower_ in BEHIND_OBJECT


def _around(reading: Reading, cue: Token, speaker: Token) -> list[Span]:
    """The rest of a sentence with the verb of speech at its end or between commas: `The bridge, he said, is safe`."""
    frame = reading.frame_at(cue.idx)
    start, end = phrase_of(reading, speaker)
    start, end = min(start, cue.idx), max(end, cue.idx + len(cue))
    left = reading.text[frame.start : start].rstrip(MARKS)
    if frame.start > start or not left.endswith(",") or _goes_on(reading, cue, end):
        return []
    comma = reading.text.find(",", end, end + LONGEST_OCCASION)
    if _is_main_clause(reading, frame.start, start):
        goes_on_behind = comma == cue.idx + len(cue)
    elif comma > 0:
        goes_on_behind = True
    else:
        return []
    return _trimmed(reading, [(frame.start, start), (comma, frame.end)][: 1 + goes_on_behind])


def as_told(reading: Reading, cue: Token, speaker: Token) -> list[Span]:
    """The sentence around `as the paper reported`."""
    first = min(cue.left_edge.i, speaker.left_edge.i)
    if reading.doc[first].lower_ != "as" or cue.dep_ != "advcl":
        return []
    frame = reading.frame_at(cue.idx)
    comma = reading.text.find(",", cue.idx, frame.end)
    end = comma if comma > 0 else frame.end
    return rest_of(reading, frame, reading.doc[first].idx, end)


def _goes_on(reading: Reading, cue: Token, end: int) -> bool:
    """True if something else than a time, place or occasion stands behind the verb and its subject."""
    following = next((reading.doc[i] for i in reading.token_range(end, end + 1)), None)
    if following is None or cue.lower_ in TOLD:
        return False
    return following.tag_ not in OCCASIONS and not following.is_punct and following.ent_type_ not in TIMES


def _is_main_clause(reading: Reading, start: int, end: int) -> bool:
    """True if the words have a finite verb, and are not one clause that an "if" or "while" begins."""
    tokens = [reading.doc[i] for i in reading.token_range(start, end)]
    first = tokens[1] if tokens[0].tag_ == "CC" and len(tokens) > 1 else tokens[0]
    commas = sum(token.text == "," for token in tokens)
    subordinate = first.dep_ == "mark" or first.tag_ in ("WRB", "WP")
    return _is_clause(reading, start, end) and not (subordinate and commas == 1)


def _is_clause(reading: Reading, start: int, end: int) -> bool:
    return any(reading.doc[i].tag_ in FINITE for i in reading.token_range(start, end))


def after_opening(reading: Reading, frame: Frame, start: int) -> list[Span]:
    """What follows the comma of a sentence that opens with a phrase like "According to the police,"."""
    root = next((t for i in frame.tokens if (t := reading.doc[i]).dep_ == "ROOT"), None)
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None) if root is not None else None
    comma = reading.text.rfind(",", start, subject.left_edge.idx) if subject is not None else -1
    comma = comma if comma > 0 else reading.text.find(",", start, frame.end)
    return _trimmed(reading, [(comma, frame.end)]) if comma > 0 else []


def rest_of(reading: Reading, frame: Frame, start: int, end: int) -> list[Span]:
    """A sentence without the phrase between two characters that says whose it is."""
    pieces = [(frame.start, start), (end, frame.end)]
    clauses = [piece for piece in pieces if _is_clause(reading, *piece)]
    return _trimmed(reading, clauses[:1] if len(clauses) == 1 else pieces)


def _spans(reading: Reading, tokens: list[tuple[int, int]]) -> list[Span]:
    doc = reading.doc
    return _trimmed(reading, [(doc[a].idx, doc[b].idx + len(doc[b])) for a, b in tokens])


def _trimmed(reading: Reading, spans: list[Span]) -> list[Span]:
    """Spans without punctuation at their edges; those that hold nothing, or no more than an "it", are left out."""
    made = []
    for start, end in spans:
        words = reading.text[start:end]
        first = start + len(words) - len(words.lstrip(EDGES))
        last = first + len(words.strip(EDGES))
        if first < last and reading.text[first:last].casefold() not in reports().empty:
            made.append((first, last))
    return made
