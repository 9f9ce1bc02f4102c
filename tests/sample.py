"""A small made-up archive, with at least one row in every table: what tests and pages are developed on.

Run `python -m tests.sample archive.db` to look at it. The news, the people and the newspapers in it are invented.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from morgue.model import (
    Alias,
    Apart,
    Applied,
    Article,
    Basis,
    Build,
    Clipping,
    DateMention,
    Derivation,
    Discrepancy,
    DiscrepancyKind,
    Document,
    Drop,
    Entity,
    EntityKind,
    Facts,
    Figure,
    Links,
    Mention,
    Named,
    Original,
    Paragraph,
    Passage,
    PassageKind,
    Precision,
    Problem,
    Quote,
    QuoteForm,
    Removed,
    Reuse,
    ReuseKind,
    Role,
    Signed,
    Source,
    Stated,
    Story,
    Utterance,
    Version,
    uid,
)
from morgue.store import new_archive

AGENCY = Source("Northern Press Agency", "northernpress.example", "agency")
HERALD = Source("Harbour Herald", "harbourherald.example", "outlet")
LANTERN = Source("Daily Lantern", "dailylantern.example", "outlet")

# Each entity with its kind and the forms in which its name is printed, the full one first.
PEOPLE_AND_PLACES: dict[str, tuple[EntityKind, tuple[str, ...]]] = {
    "Vladimir Putin": ("person", ("Vladimir Putin", "Putin")),
    "Ada Lindqvist": ("person", ("Ada Lindqvist", "Lindqvist")),
    "Adam Lindqvist": ("person", ("Adam Lindqvist",)),
    "Tomas Okafor": ("person", ("Tomas Okafor", "Okafor")),
    "Rosa Imrie": ("person", ("Rosa Imrie", "Imrie")),
    "United Nations": ("organization", ("United Nations", "U.N.")),
    "Harbour Board": ("organization", ("Harbour Board",)),
    "Kremlin": ("organization", ("Kremlin",)),
    "Russia": ("place", ("Russia", "Russia’s")),
    "Port Verity": ("place", ("Port Verity",)),
    "Mill Street": ("place", ("Mill Street",)),
    "Russians": ("group", ("Russian",)),
    "Herring Fair": ("event", ("Herring Fair",)),
}
ABOUT = {"Kremlin": "Russia"}
FORMER_UIDS = {"Ada Lindqvist": (uid("entity", "Lindqvist"),)}
LABELS: dict[EntityKind, str] = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "GPE",
    "group": "NORP",
    "event": "EVENT",
}
ENTITY_OF_FORM = {form: name for name, (_, forms) in PEOPLE_AND_PLACES.items() for form in forms}
FORMS = re.compile("|".join(rf"\b{re.escape(form)}(?!\w)" for form in sorted(ENTITY_OF_FORM, key=len, reverse=True)))


@dataclass(frozen=True)
class Said:
    """Who says the next quote of a text: the printed form, the name it stands for, and the utterance it is of."""

    printed: str | None
    name: str | None
    utterance: str


@dataclass(frozen=True)
class Sheet:
    """What is written by hand about one article; everything else follows from its text."""

    path: str
    text: str
    headline: str | None = None
    source: Source | None = None
    published: str | None = None
    precision: Precision = "unknown"
    basis: Basis = "none"
    byline: str | None = None
    credit: str | None = None
    wire: str | None = None
    dateline: str | None = None
    language: str = "en"
    said: tuple[Said, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    figures: tuple[tuple[str, float, str | None], ...] = ()
    dates: tuple[tuple[str, str | None, str | None], ...] = ()
    removed: tuple[Removed, ...] = ()
    derivation: Derivation = "independent"
    derived_from: str | None = None
    story: str = ""


PUTIN_SHIPS = Said("Putin", "Putin", "ships")
PUTIN_BREAD = Said("Putin", "Putin", "bread")
SHE_ANCHOR = Said("she", "Ada Lindqvist", "anchor")

UNDATED = Sheet(
    path="loose/note.txt",
    language="de",
    text=(
        "Der Hafen von Port Verity bleibt bis auf weiteres still. Am Kai liegen 40 Schiffe.\n\n"
        "„Wir warten“, sagt Ada Lindqvist."
    ),
    said=(Said("Ada Lindqvist", "Ada Lindqvist", "warten"),),
    figures=(("40 Schiffe", 40, "Schiffe"),),
)
VISIT = Sheet(
    path="herald/2021/visit.txt",
    headline="A short visit to the quay",
    source=HERALD,
    published="2021",
    precision="year",
    basis="manifest",
    text=(
        "Vladimir Putin spent an hour at Port Verity in the autumn of 2021 and bought a smoked herring.\n\n"
        "A visitor’s book\n\n"
        "He wrote one line into the book of the Harbour Board: “Good fish, good people.” It is still shown to guests "
        "of the Herring Fair."
    ),
    said=(Said("He", "Vladimir Putin", "fish"),),
    figures=(("an hour", 1, "hour"),),
    dates=(("the autumn of 2021", "2021-09-01", "2021-11-30"),),
)
LIBRARY = Sheet(
    path="herald/2022/library.txt",
    headline="Library opens its doors again",
    source=HERALD,
    published="2022-01",
    precision="month",
    basis="text",
    byline="By ROSA IMRIE",
    story="library",
    derivation="original",
    text=(
        "After three years of scaffolding the library in Mill Street has opened its doors again. Some 700 people came "
        "on the first day.\n\n"
        "“It smells of paint and old paper, as it should,” one reader said.\n\n"
        "The roof alone cost $1.2 million."
    ),
    said=(Said("one reader", None, "paint"),),
    figures=(("three years", 3, "years"), ("700 people", 700, "people"), ("$1.2 million", 1_200_000, "USD")),
    removed=(Removed("Share this story", 2, "share-bar"), Removed("Subscribe for one pound a week", 9, "subscribe")),
)
LIBRARY_COPY = Sheet(
    path="lantern/library.txt",
    headline="Mill Street library reopens",
    source=LANTERN,
    published="2022-01-20",
    precision="day",
    basis="url",
    story="library",
    derivation="copy",
    derived_from=LIBRARY.path,
    text=LIBRARY.text,
    said=LIBRARY.said,
    figures=LIBRARY.figures,
    removed=(Removed("Share this story", 1, "share-bar"),),
)
ORIGINAL = Sheet(
    path="agency/grain.txt",
    headline="Putin says grain ships may leave Port Verity within days",
    source=AGENCY,
    published="2022-02-14T09:30:00Z",
    precision="second",
    basis="metadata",
    byline="By MARA ELLIS",
    credit="Ellis reported from Geneva.",
    wire="Northern Press Agency",
    dateline="PORT VERITY (NPA)",
    story="grain",
    derivation="original",
    text=(
        "Russian President Vladimir Putin said on Monday that 40 grain ships may leave Port Verity within days, ending "
        "a quarrel that has kept 900,000 tons of wheat ashore.\n\n"
        "“The ships will sail, and nobody has to ask us twice,” Putin told reporters at the Kremlin. “We have never "
        "used bread as a weapon.”\n\n"
        "Harbour Board director Ada Lindqvist was more careful. “I will believe it when I see the first anchor come "
        "up,” she said.\n\n"
        "The United Nations has asked Russia since Feb. 3 to let the ships go. “Every week ashore costs two million "
        "children a school meal,” said Tomas Okafor, the U.N. envoy for food. He called the wait “a slow theft.”"
    ),
    said=(
        PUTIN_SHIPS,
        PUTIN_BREAD,
        SHE_ANCHOR,
        Said("Tomas Okafor, the U.N. envoy for food", "Tomas Okafor", "meal"),
        Said("He", "Tomas Okafor", "theft"),
    ),
    roles=(
        ("Russian President", "Vladimir Putin"),
        ("Harbour Board director", "Ada Lindqvist"),
        ("U.N. envoy for food", "Tomas Okafor"),
    ),
    figures=(
        ("40 grain ships", 40, "grain ships"),
        ("900,000 tons", 900_000, "tons"),
        ("two million", 2e6, "children"),
    ),
    dates=(("Monday", "2022-02-14", "2022-02-14"), ("Feb. 3", "2022-02-03", "2022-02-03")),
)
PARTIAL = Sheet(
    path="lantern/grain.txt",
    source=LANTERN,
    published="2022-02-15",
    precision="day",
    basis="feed",
    story="grain",
    derivation="partial",
    derived_from=ORIGINAL.path,
    text="\n\n".join(ORIGINAL.text.split("\n\n")[:2]),
    said=(PUTIN_SHIPS, PUTIN_BREAD),
    roles=(("Russian President", "Vladimir Putin"),),
    figures=ORIGINAL.figures[:2],
    dates=ORIGINAL.dates[:1],
    removed=(Removed("Advertisement", 3, "advertisement"), Removed("Read more: the price of bread", 6, "read-more")),
)
REWRITE = Sheet(
    path="herald/2022/wheat.txt",
    headline="Wheat vessels could depart soon",
    source=HERALD,
    published="2022-02-15",
    precision="day",
    basis="story",
    story="grain",
    derivation="rewrite",
    derived_from=ORIGINAL.path,
    text=(
        "Russia’s president, Vladimir Putin, has announced that 40 wheat vessels could depart from Port Verity in a "
        "matter of days.\n\n"
        "“The vessels are going to sail and no one needs to ask us again,” Putin informed journalists.\n\n"
        "The head of the Harbour Board, Adam Lindqvist, sounded wary. “I’ll only believe it once the first anchor is "
        "raised,” Adam Lindqvist remarked.\n\n"
        "“Each week on land costs two million kids a school lunch,” said U.N. director Tomas Okafor."
    ),
    said=(
        PUTIN_SHIPS,
        Said("Adam Lindqvist", "Adam Lindqvist", "anchor"),
        Said("U.N. director Tomas Okafor", "Tomas Okafor", "meal"),
    ),
    roles=(
        ("president", "Vladimir Putin"),
        ("head of the Harbour Board", "Adam Lindqvist"),
        ("U.N. director", "Tomas Okafor"),
    ),
    figures=(("40 wheat vessels", 40, "wheat vessels"), ("two million", 2e6, "kids")),
    removed=(Removed("Advertisement", 2, "advertisement"),),
)
SECOND_REWRITE = Sheet(
    path="lantern/ships.txt",
    headline="Ships to sail, vows Putin",
    source=LANTERN,
    published="2022-02-16T06:00:00Z",
    precision="second",
    basis="metadata",
    story="grain",
    derivation="rewrite",
    derived_from=ORIGINAL.path,
    text=(
        "Putin has vowed that 45 ships with grain shall leave Port Verity.\n\n"
        "“Our ships shall be sailing, and you don’t have to ask,” Putin declared. Lindqvist added that “every week "
        "ashore costs two million children a meal.”"
    ),
    said=(PUTIN_SHIPS, Said("Lindqvist", "Lindqvist", "meal")),
    figures=(("45 ships", 45, "ships"), ("two million", 2e6, "children")),
)

# In order of publication, undated first: the numbers of the archive.
SHEETS = (UNDATED, VISIT, LIBRARY, LIBRARY_COPY, ORIGINAL, PARTIAL, REWRITE, SECOND_REWRITE)
NUMBER = {sheet.path: number for number, sheet in enumerate(SHEETS, start=1)}

PROBLEMS = (
    Problem("loose/empty.txt", "read", "error", "empty", "The file is empty."),
    Problem("loose/photo.txt", "read", "error", "binary", "The file is not text."),
    Problem("loose/note.txt", "clean", "warning", "no-headline", "No headline was found."),
)
DOUBT = Problem("herald/2022/wheat.txt", "link", "warning", "name-clash", "Adam Lindqvist may be Ada Lindqvist.")


def span(text: str, words: str) -> tuple[int, int]:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return start, start + len(words)


def as_read(sheet: Sheet) -> Original:
    """The file that an article was read from."""
    content = "\n".join([sheet.headline or "", *(piece.text for piece in sheet.removed), sheet.text])
    raw = content.encode()
    stated = Stated(
        external_id=Path(sheet.path).stem, headline=sheet.headline, extra={"desk": "foreign"} if sheet.wire else {}
    )
    return Original(
        path=sheet.path,
        member="",
        sha256=sha256(raw).hexdigest(),
        media_type="text/plain",
        encoding="utf-8",
        bytes=len(raw),
        stated=stated,
        read_at="2026-01-01T00:00:00Z",
        raw=raw,
        content=content,
        content_type="text",
    )


def packed(document: Document) -> bytes:
    """The bytes of a document of the sample, as the archive keeps them."""
    (sheet,) = (sheet for sheet in SHEETS if sheet.path == document.path)
    return zlib.compress(as_read(sheet).raw, level=9)


def layout(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs; one without a final stop is a subhead."""
    found = re.finditer(r"\S.*", text)
    return tuple(Paragraph(m.start(), m.end(), "paragraph" if m[0][-1] in ".”" else "subhead") for m in found)


def article(sheet: Sheet) -> Article:
    """The article of a sheet. An agency's is captured twice."""
    file = as_read(sheet).filed()
    return Article(
        uid=uid("article", sheet.path),
        document=file,
        headline=sheet.headline,
        byline=sheet.byline,
        credit=sheet.credit,
        wire=sheet.wire,
        dateline=sheet.dateline,
        source=sheet.source,
        url=f"https://{sheet.source.domain}/{Path(sheet.path).stem}" if sheet.source else None,
        section="World" if sheet.story == "grain" else None,
        published=sheet.published,
        precision=sheet.precision,
        basis=sheet.basis,
        language=sheet.language,
        text=sheet.text,
        layout=layout(sheet.text),
        removed=sheet.removed,
        authors=(sheet.byline,) if sheet.byline else (),
        updated=f"{sheet.published}T18:00:00Z" if sheet.story == "grain" and sheet.precision == "day" else None,
        bases={"headline": "metadata", "published": sheet.basis} if sheet.headline else {},
        captures=(replace(file, path=f"again/{sheet.path}", read_at="2026-01-02T00:00:00Z"),) if sheet.wire else (),
    )


def mentions(text: str) -> tuple[Mention, ...]:
    """Every name of the cast that stands in the text."""
    return tuple(
        Mention(m.start(), m.end(), m[0], LABELS[kind], kind, "model", 0.9)
        for m in FORMS.finditer(text)
        for kind in [PEOPLE_AND_PLACES[ENTITY_OF_FORM[m[0]]][0]]
    )


def quotes(sheet: Sheet, found: Sequence[Mention]) -> Iterator[Quote]:
    """The words between quote marks, said by the speakers of the sheet in turn."""
    in_marks = re.finditer(r"[“„]([^”“]+)[”“]", sheet.text)
    for match, said in zip(in_marks, sheet.said, strict=True):
        words, (start, end) = match[1], match.span(1)
        named = None if said.name is None else ENTITY_OF_FORM[said.name]
        speaker = next((i for i, m in enumerate(found) if ENTITY_OF_FORM[m.text] == named), None)
        form: QuoteForm = "direct" if words[0].isupper() else "fragment"
        yield Quote(start, end, words, form, "said", said.printed, speaker, "beside-the-marks", 0.95)


def facts(sheet: Sheet) -> Facts:
    """The facts of a sheet, each with its place in the text."""
    found = mentions(sheet.text)
    first = {m.text: i for i, m in reversed(list(enumerate(found)))}
    roles = [Role(*span(sheet.text, role), role, first[name]) for role, name in sheet.roles]
    return Facts(
        mentions=found,
        roles=tuple(sorted(roles, key=lambda role: role.start)),
        quotes=tuple(quotes(sheet, found)),
        figures=tuple(Figure(*span(sheet.text, text), text, value, unit) for text, value, unit in sheet.figures),
        dates=tuple(DateMention(*span(sheet.text, text), text, lo, hi, "context") for text, lo, hi in sheet.dates),
    )


def clippings() -> tuple[Clipping, ...]:
    """The eight articles with their facts and numbers."""
    return tuple(Clipping(NUMBER[sheet.path], article(sheet), facts(sheet)) for sheet in SHEETS)


def entities(found: Sequence[Clipping]) -> Iterator[Entity]:
    """The cast, each with its mentions over all articles."""
    for name, (kind, forms) in PEOPLE_AND_PLACES.items():
        keys = [
            (c.id, place, mention.text)
            for c in found
            for place, mention in enumerate(c.facts.mentions)
            if ENTITY_OF_FORM[mention.text] == name
        ]
        printed = [text for *_, text in keys]
        aliases = tuple(Alias(f, printed.count(f), "exact" if f == name else "surname") for f in forms if f in printed)
        former = FORMER_UIDS.get(name, ())
        yield Entity(
            uid("entity", name), name, kind, ABOUT.get(name), aliases, tuple((c, p) for c, p, _ in keys), former
        )


def stories() -> Iterator[Story]:
    """The two stories with several versions, and a story for each article that stands alone."""
    groups: dict[str, list[Sheet]] = {}
    for sheet in SHEETS:
        groups.setdefault(sheet.story or sheet.path, []).append(sheet)
    for key, group in groups.items():
        numbers = tuple(NUMBER[sheet.path] for sheet in group)
        yield Story(uid("story", key), group[0].headline or group[0].text.split(".")[0], numbers[0], numbers)


def utterances(found: Sequence[Clipping]) -> Iterator[Utterance]:
    """Each thing said, with its quotes; the drift is the share of wordings that are not the first one."""
    said: dict[str, list[tuple[int, int]]] = {}
    texts: Mapping[tuple[int, int], str] = {
        (c.id, place): quote.text for c in found for place, quote in enumerate(c.facts.quotes)
    }
    for sheet in SHEETS:
        for place, line in enumerate(sheet.said):
            said.setdefault(line.utterance, []).append((NUMBER[sheet.path], place))
    for name, keys in said.items():
        wordings = list(dict.fromkeys(texts[key] for key in keys))
        drift = round(1 - 1 / len(wordings), 2)
        yield Utterance(uid("utterance", name), wordings[0], tuple(keys), len(wordings), drift)


def reused(sheet: Sheet, other: Sheet, kind: ReuseKind, containment: float) -> Reuse:
    """That a sheet took its text from another."""
    evidence = {"shared_names": 3, "sentences": 4}
    return Reuse(NUMBER[sheet.path], NUMBER[other.path], kind, "of", containment, containment, evidence, "containment")


def discrepancy(kind: DiscrepancyKind, sheet: Sheet, here: str, there: str) -> Discrepancy:
    """A contradiction between a version and the original."""
    here_span, there_span = span(sheet.text, here), span(ORIGINAL.text, there)
    return Discrepancy(kind, NUMBER[sheet.path], here, *here_span, NUMBER[ORIGINAL.path], there, *there_span, 0.8)


def passage(kind: PassageKind, sheet: Sheet, here: str, there: str) -> Passage:
    """That a stretch of a version and one of the original say the same."""
    here_span, there_span = span(sheet.text, here), span(ORIGINAL.text, there)
    return Passage(
        NUMBER[sheet.path], *here_span, NUMBER[ORIGINAL.path], *there_span, kind, 1.0 if kind == "same" else 0.5
    )


def corrections() -> Iterator[Applied]:
    """What people decided about mother and son."""
    ada, adam = uid("entity", "Ada Lindqvist"), uid("entity", "Adam Lindqvist")
    signed = Signed("Mother and *son*.", "R. Imrie", "2022-03-01", "corrections.yml", 12)
    both = Apart(signed, (Named(name="Ada Lindqvist", kind="person"), Named(name="Adam Lindqvist", kind="person")))
    yield Applied(both, ada, adam, "Not the same as “Adam Lindqvist”.")
    yield Applied(both, adam, ada, "Not the same as “Ada Lindqvist”.")
    told = "“Wheat Desk” (organization, 2 mentions) is no entity."
    torn = Signed("A *label* of the page.", "R. Imrie", "2022-03-02", "corrections.yml", 18)
    drop = Drop(torn, Named(name="Wheat Desk", kind="organization"))
    yield Applied(drop, None, None, told, gone=(uid("entity", "Wheat Desk"),))


def links(found: Sequence[Clipping]) -> Links:
    """What only all eight articles together can tell."""
    derived = {sheet.path: NUMBER.get(sheet.derived_from or "") for sheet in SHEETS}
    return Links(
        entities=tuple(entities(found)),
        stories=tuple(stories()),
        versions=tuple(Version(NUMBER[s.path], s.derivation, derived[s.path]) for s in SHEETS),
        reuse=(
            reused(LIBRARY_COPY, LIBRARY, "copy", 1.0),
            reused(PARTIAL, ORIGINAL, "partial", 0.98),
            reused(REWRITE, ORIGINAL, "rewrite", 0.12),
            reused(SECOND_REWRITE, ORIGINAL, "rewrite", 0.08),
        ),
        passages=(
            passage("same", PARTIAL, PARTIAL.text, PARTIAL.text),
            passage(
                "reworded",
                REWRITE,
                "Russia’s president, Vladimir Putin, has announced that 40 wheat vessels could depart from Port Verity "
                "in a matter of days.",
                ORIGINAL.text.split("\n\n", maxsplit=1)[0],
            ),
            passage(
                "edited",
                REWRITE,
                "“Each week on land costs two million kids a school lunch,” said U.N. director Tomas Okafor.",
                "“Every week ashore costs two million children a school meal,” said Tomas Okafor, the U.N. envoy for "
                "food.",
            ),
        ),
        utterances=tuple(utterances(found)),
        discrepancies=(
            discrepancy("name", REWRITE, "Adam Lindqvist", "Ada Lindqvist"),
            discrepancy("role", REWRITE, "U.N. director", "U.N. envoy for food"),
            discrepancy("number", SECOND_REWRITE, "45 ships", "40 grain ships"),
            discrepancy("speaker", SECOND_REWRITE, "Lindqvist", "Tomas Okafor"),
        ),
        problems=(DOUBT,),
        corrections=tuple(corrections()),
        decided=frozenset(
            key for entity in entities(found) if entity.name == "Ada Lindqvist" for key in entity.mentions[:1]
        ),
    )


def build(built_at: str = "2026-01-01T00:00:00Z") -> Build:
    """A record of the build, as if made at `built_at`."""
    return Build(built_at, "0.1.0", "sample", "1", {"inputs": ["sample"]}, {"articles": len(SHEETS)}, {"read": 0.1})


def write_sample(path: Path, built_at: str = "2026-01-01T00:00:00Z") -> Path:
    """Build the sample archive at `path` (its folder must exist) and hand the path back."""
    found = clippings()
    with new_archive(path) as archive:
        archive.write(found, links(found), PROBLEMS, packed)
        archive.finish()
        archive.record(build(built_at))
    return path


if __name__ == "__main__":
    write_sample(Path(sys.argv[1]))
