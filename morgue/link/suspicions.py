"""Names that look garbled: a full name printed once that shares its surname with a far commoner one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from morgue.link import names
from morgue.link.persons_alike import sound
from morgue.link.persons_names import parse
from morgue.link.verdicts import Identity, Verdict
from morgue.model import Clipping, Mention, MentionKey, Problem

COMMON: Final = 5  # mentions that make a bearer far commoner than one who is named once
MOST_BEARERS: Final = 3  # a surname of more bearers is simply a common one
KIN_REACH: Final = 40  # characters before a name in which a relative is introduced

Members = Mapping[MentionKey, Mention]


def suspicious_names(
    members: Mapping[Identity, Members], verdicts: Mapping[MentionKey, Verdict], clippings: Sequence[Clipping]
) -> tuple[Problem, ...]:
    """A warning for each garbled-looking name, naming it and its commoner bearer, in order of the documents."""
    bearers: dict[str, list[tuple[Identity, Members]]] = defaultdict(list)
    for identity, mentions in members.items():
        full = next((m for key, m in mentions.items() if verdicts[key].full and parse(m.text).full), None)
        if identity.kind == "person" and full:
            bearers[sound(parse(full.text).surname)].append((identity, mentions))
    by_id = {clipping.id: clipping for clipping in clippings}
    problems = [problem for family in bearers.values() for problem in _doubts(family, verdicts, by_id)]
    return tuple(sorted(problems, key=lambda problem: (problem.path, problem.message)))


def _doubts(
    family: Sequence[tuple[Identity, Members]], verdicts: Mapping[MentionKey, Verdict], by_id: Mapping[int, Clipping]
) -> list[Problem]:
    if not 1 < len(family) <= MOST_BEARERS:
        return []
    _, common = max(family, key=lambda bearer: (len(bearer[1]), bearer[0].key))
    if len(common) < COMMON:
        return []
    known = Counter(parse(m.text).printed for key, m in common.items() if verdicts[key].full).most_common(1)[0][0]
    once = [next(iter(mentions.items())) for _, mentions in family if len(mentions) == 1]
    return [
        Problem(
            by_id[key[0]].article.document.place,
            "link",
            "warning",
            "suspicious-name",
            f"“{mention.text}” is printed once and shares its surname with “{known}” ({len(common)} mentions)",
        )
        for key, mention in once
        if not _is_kin(by_id[key[0]].article.text, mention.start)
    ]


def _is_kin(text: str, start: int) -> bool:
    before = text[max(0, start - KIN_REACH) : start].split()
    return any(names.fold(word) in names.words("names.yml", "kin") for word in before)
