"""Suspicions as verdicts, ready to be pasted into corrections.yml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml

from morgue.browse.suspicions.nouns import Subject, Suspicion

HEAD = """\
# {shown} of {total} suspicions, those first that concern most mentions. Paste into corrections.yml what you agree
# with and mend the note. Where two are not one, write not-the-same for merge; where an entity is right as it is, write
# kind with the kind that it has: it will not be asked again.
"""


def as_yaml(suspicions: Sequence[Suspicion], total: int, author: str, date: str) -> str:
    """The text to paste.

    Args:
        suspicions: What to write.
        total: How many there are in all.
        author: Who will have decided.
        date: When, an ISO day.
    """
    signature = f"  author: {_scalar(author)}\n  date: {date}\n"
    entries = ("\n" + "\n".join(_lines(each)) + "\n" + signature for each in suspicions)
    return HEAD.format(shown=len(suspicions), total=total) + "".join(entries)


def _lines(suspicion: Suspicion) -> Iterator[str]:
    if suspicion.verb == "merge":
        yield "- merge:"
        for subject in suspicion.subjects:
            name = _name(subject)
            yield f"    - {name or subject.uid}  # {_count(subject, told=bool(name))}"
    if suspicion.verb == "read":
        yield from _reading(suspicion)
    for subject in suspicion.subjects if suspicion.verb in ("kind", "drop") else ():
        name = _name(subject)
        braced = f"{{{name}}}" if name else subject.uid
        yield f"- {suspicion.verb}: {braced}  # {_count(subject, told=bool(name))}"
    if suspicion.kind:
        yield f"  is: {suspicion.kind}"
    yield f"  note: {_scalar(suspicion.why[0].upper() + suspicion.why[1:] + '.')}"


def _reading(suspicion: Suspicion) -> Iterator[str]:
    (subject,) = suspicion.subjects
    name = _name(subject)
    yield f"- read: {_scalar(suspicion.printed)}  # {_mentions(suspicion.times)} of nobody in particular"
    yield f"  as: {f'{{{name}}}' if name else subject.uid}  # {_count(subject, told=bool(name))}"


def _name(subject: Subject) -> str:
    """Kind and name; "" where others are called so, too, so that only the uid tells."""
    return f"{subject.kind}: {_scalar(subject.name)}" if subject.alone else ""


def _count(subject: Subject, *, told: bool) -> str:
    articles = f"{subject.article_count:,} article{'s' if subject.article_count != 1 else ''}"
    name = "" if told else f"{' '.join(subject.name.split())} ({subject.kind}): "
    return f"{name}{_mentions(subject.mention_count)} in {articles}, /entities/{subject.uid}"


def _mentions(count: int) -> str:
    return f"{count:,} mention{'s' if count != 1 else ''}"


def _scalar(text: str) -> str:
    """Words as YAML wants them within braces, between marks only where it must be."""
    dumped = yaml.safe_dump([" ".join(text.split())], allow_unicode=True, default_flow_style=True, width=1 << 20)
    return dumped.strip()[1:-1]
