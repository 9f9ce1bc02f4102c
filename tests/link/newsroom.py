"""A made-up affair as five articles: an original, what was made of it, and what was written independently of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from morgue.model import Article, Clipping, Document, Facts, Mention, Paragraph, Quote, Stated, uid

ORIGINAL = """\
Harbour workers in Port Verity walked out on Monday after the city council refused to repair the three cranes that \
have stood idle since the January storm.

About 1,200 dockers joined the march along Mill Street, union leader Ada Lindqvist said, and no ship was unloaded \
before nightfall.

“We will not lift another container until somebody lifts a finger for us,” Lindqvist told the crowd outside the \
customs house. “Nobody should die for a cheap cable.”

Mayor Tomas Okafor called the walkout “needlessly dramatic” and promised that an engineer would inspect the cranes \
before the end of the week.

Two crane drivers were badly injured in February when a rusted cable snapped above the grain quay, according to the \
harbour board.

The board had warned the council in November that the cables were past their safe age, a letter seen by reporters shows.

Okafor said the warning never reached his desk and blamed the budget office for the delay.

“I would have signed that repair order on the same afternoon,” the mayor said at a hurried press conference on Tuesday.

Shipping companies estimate that every day of the strike costs the port four million crowns in lost fees.

The fishing fleet, which lands its catch at a separate pier, is not affected and sailed as usual on Tuesday morning.

Lindqvist and Okafor are expected to meet a state mediator on Thursday in the old observatory."""

REWRITE = """\
Workers at the harbour in Port Verity left their jobs on Monday when the city council declined to fix three cranes \
which have been standing idle since a storm in January.

According to union chief Ada Lindqvist, roughly 1,200 dockers took part in the march down Mill Street, and not a ship \
had been unloaded by nightfall.

“We won’t raise another container until someone raises a finger for us,” Lindqvist said to the crowd in front of the \
customs house. “No one ought to die for a cheap rope.”

The walkout was branded “pointlessly theatrical” by Mayor Tomas Okafor, who pledged that the cranes would be inspected \
by an engineer before the week ends.

In February two drivers of cranes suffered bad injuries as a rusty cable snapped over the grain quay, the harbour \
board says.

A letter that reporters have seen shows the board warning the council back in November about cables past a safe age.

According to Okafor, that warning did not reach his desk; for the delay he blamed the office of the budget.

“I’d have signed the order for repairs that very afternoon,” said the mayor during a hurried conference for the press \
Tuesday.

Each day of the strike, shipping companies estimate, means four million crowns in fees lost by the port."""

SAME_TOPIC = """\
Port Verity has quarrelled about its harbour for longer than anyone on the council has been alive.

When the grain merchants built the first pier, fishermen burnt it down twice, and a bishop had to be fetched to calm \
both sides.

Historians at the maritime museum keep a drawer of petitions from that time, most of them about noise.

“People forget how young the container trade is,” said curator Rosa Imrie, who has written a book about the quays.

Her favourite exhibit is a wooden model that shows how the river used to bend before it was straightened.

Visitors may see it on weekends, when the upper gallery is open and volunteers serve tea."""

COLUMN_ONE = """\
Some politicians collect stamps; ours collects excuses, and this week he added a rare one to the album.

“I would have signed that repair order on the same afternoon,” he assured everybody who would listen.

Readers of this page will remember the swimming baths, the tram to nowhere and the fountain that leaked into the \
library. In each case a piece of paper had gone astray between two floors of the town hall.

Perhaps the lift needs mending as well."""

COLUMN_TWO = """\
How do public bodies lose letters? A professor of administration has counted the ways for thirty years.

She keeps a list of famous lines on her wall, and the newest came from the coast: “I would have signed that repair \
order on the same afternoon.”

Her students are asked to find out who opened the envelope. Usually, she says, three people did, and each of them \
thought that another would act."""

TRUNCATED = "\n\n".join(ORIGINAL.split("\n\n")[:7])

_QUOTED = re.compile("“([^”]+)”")


def article(text: str, name: str, **head: str) -> Article:
    """An article of this text; `head` is any of its other fields."""
    document = Document(
        path=f"{name}.txt",
        member="",
        sha256=sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        encoding="utf-8",
        bytes=len(text.encode()),
        stated=Stated(),
        read_at="2024-03-01T00:00:00Z",
    )
    paragraphs = tuple(Paragraph(*match.span()) for match in re.finditer(r"[^\n]+", text))
    plain = Article(uid=uid(name), document=document, text=text, layout=paragraphs, language="en")
    return replace(plain, **head)  # type: ignore[arg-type] # all fields that tests set are strings


def clipping(number: int, text: str, speakers: tuple[str | None, ...] = (), **head: str) -> Clipping:
    """A clipping whose quotes are what stands between its marks, said by `speakers` in order (None: not known)."""
    made = article(text, f"article-{number}", **head)
    spans = [match.span(1) for match in _QUOTED.finditer(text)]
    said_by = (*speakers, *[None] * len(spans))[: len(spans)]
    mentions = tuple(_mentions(text, said_by))
    places = {mention.text: place for place, mention in enumerate(mentions)}
    quotes = tuple(
        Quote(start, end, text[start:end], "direct", None, speaker, places.get(speaker or ""), "test", 1.0)
        for (start, end), speaker in zip(spans, said_by, strict=True)
    )
    return Clipping(number, made, Facts(mentions=mentions, quotes=quotes))


def _mentions(text: str, names: tuple[str | None, ...]) -> Iterator[Mention]:
    for name in sorted({name for name in names if name}, key=text.index):
        start = text.index(name)
        yield Mention(start, start + len(name), name, "PERSON", "person", "test", 1.0)


def affair() -> list[Clipping]:
    """The original is number 3; 1 is its truncated copy, 2 its rewrite, 4 on the same topic, 5 and 6 share a quote."""
    return [
        clipping(1, TRUNCATED),
        clipping(2, REWRITE, headline="Dockers down tools"),
        clipping(3, ORIGINAL, headline="Cranes idle, dockers walk out", credit="Berg reported from Port Verity."),
        clipping(4, SAME_TOPIC, headline="A quarrelsome harbour"),
        clipping(5, COLUMN_ONE),
        clipping(6, COLUMN_TWO),
    ]
