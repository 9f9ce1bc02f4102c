"""The one file that knows the order of the steps: read → clean → extract → link → store."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

from morgue import __version__, extract, read, store
from morgue.clean import clean
from morgue.engine import run
from morgue.errors import InputError
from morgue.link import link
from morgue.model import Article, Build, Clipping, Facts, Links, Original, Problem, uid
from morgue.progress import Steps

# Below this many words one process is faster than starting a second one and loading the model there.
WORDS_WORTH_A_PROCESS = 60_000


@dataclass(frozen=True, slots=True)
class Options:
    """What a build was asked to do. `model` None is the model that `make install` brings."""

    inputs: tuple[Path, ...]
    output: Path
    model: str | None = None
    workers: int = 1
    reading: read.Options = field(default_factory=read.Options)


def build(options: Options, steps: Steps) -> tuple[Build, tuple[Problem, ...]]:
    """Builds the archive and puts it in the old one's place.

    Returns:
        The row that the archive keeps about its making, and all problems met.

    Raises:
        InputError: nothing could be archived; the message says why.
        ModelError: the language model can't be loaded.
        ArchiveError: the archive can't be written. In each case the old archive stays as it was.
    """
    with steps.step("model"):
        model = _extractor(options.model)
    with store.new_archive(options.output) as archive:
        documents, problems = _read(options, steps)
        articles, doubts = _clean(documents, steps)
        problems = (*problems, *doubts)
        packed = {document.sha256: zlib.compress(document.raw, level=9) for document in documents}
        if not articles:
            raise InputError(_nothing(problems))
        clippings, doubts = _extract(articles, options, steps)
        links = _link(clippings, steps)
        problems = (*problems, *doubts, *links.problems)
        with steps.step("store"):
            archive.write(clippings, links, problems, lambda document: packed[document.sha256])
            archive.finish()
        built = Build(
            built_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            version=__version__,
            model=model.model,
            model_version=model.model_version,
            options=_told(options),
            counts=archive.counts(),
            seconds=dict(steps.seconds),
        )
        archive.record(built)
    return built, problems


def _told(options: Options) -> dict[str, object]:
    """The options as the archive keeps them, those that were set. It may be public: no folders of this machine."""
    told = {
        "inputs": [path.name if path.is_absolute() else path.as_posix() for path in options.inputs],
        "model": options.model,
        "workers": options.workers,
        "map": dict(options.reading.map),
        "largest": options.reading.most_bytes,
    }
    return {name: value for name, value in told.items() if value}


def _read(options: Options, steps: Steps) -> tuple[list[Original], tuple[Problem, ...]]:
    found, problems = read.find(options.inputs)
    files, manifests = read.manifests_apart(found)
    records: list[Original | Problem] = []
    with steps.step("read", sum(file.bytes for file in files), "bytes"):
        for file in files:
            records.extend(read.read(file, options.reading))
            steps.advance(file.bytes)
        records = list(read.unique(read.apply_manifests(records, manifests, options.reading)))
    documents = [record for record in records if isinstance(record, Original)]
    return documents, (*problems, *(record for record in records if isinstance(record, Problem)))


def _clean(documents: Sequence[Original], steps: Steps) -> tuple[list[Article], tuple[Problem, ...]]:
    articles: list[Article] = []
    problems: list[Problem] = []
    with steps.step("clean", len(documents), "documents"):
        for document in documents:
            article, doubts = _article_of(document)
            articles.extend([article] if article else [])
            problems.extend(doubts)
            steps.advance()
    return _in_order(articles), tuple(problems)


def _article_of(document: Original) -> tuple[Article | None, tuple[Problem, ...]]:
    try:
        return clean(document)
    except Exception as error:  # noqa: BLE001 - whatever one document trips, the others go on
        message = f"{document.place}: no article could be made of it ({type(error).__name__}: {error})"
        return None, (Problem(document.place, "clean", "error", "cleaning-failed", message),)


def _in_order(articles: Iterable[Article]) -> list[Article]:
    """In order of publication, undated first, each with a `uid` of its own."""
    ordered = sorted(
        articles, key=lambda article: (article.published or "", article.document.path, article.document.member)
    )
    seen: Counter[str] = Counter()
    unique = []
    for article in ordered:
        # Two captures of one address have one uid between them: the first keeps it, the bytes tell the others apart.
        own = uid(article.uid, article.document.sha256) if seen[article.uid] else article.uid
        seen[article.uid] += 1
        unique.append(replace(article, uid=own))
    return unique


def _extract(articles: Sequence[Article], options: Options, steps: Steps) -> tuple[list[Clipping], tuple[Problem, ...]]:
    words = sum(article.word_count for article in articles)
    workers = options.workers if words >= WORDS_WORTH_A_PROCESS else 1
    clippings: list[Clipping] = []
    problems: list[Problem] = []
    with steps.step("extract", words, "words"):
        results = run(partial(_facts_of, options.model), articles, workers)
        for number, (article, (facts, doubts)) in enumerate(zip(articles, results, strict=True), 1):
            clippings.append(Clipping(number, article, facts))
            problems.extend(doubts)
            steps.advance(article.word_count)
    return clippings, tuple(problems)


_extractor = cache(extract.load)  # once in each process


def _facts_of(model: str | None) -> Callable[[Article], tuple[Facts, tuple[Problem, ...]]]:
    """The extraction step: the facts of an article, and the doubts about them."""
    extractor = _extractor(model)

    def facts(article: Article) -> tuple[Facts, tuple[Problem, ...]]:
        place = article.document.place
        if not extractor.reads(article.language):
            message = (
                f"{place}: no model for the language “{article.language}”; searchable, but without names and quotes"
            )
            return Facts(), (Problem(place, "extract", "warning", "no-model", message),)
        try:
            return extractor.facts(article), ()
        except Exception as error:  # noqa: BLE001 - whatever a model trips over, the other articles go on
            message = f"{place}: no names or quotes, the text alone is searchable ({type(error).__name__}: {error})"
            return Facts(), (Problem(place, "extract", "error", "extraction-failed", message),)

    return facts


def _link(clippings: Sequence[Clipping], steps: Steps) -> Links:
    with steps.step("link"):
        return link(clippings, steps.say)


def _nothing(problems: Sequence[Problem]) -> str:
    first = "".join(f"\n  {problem.message}" for problem in problems[:5])
    more = f"\n  … and {len(problems) - 5} more" if len(problems) > 5 else ""  # noqa: PLR2004 - the five shown above
    return f"Nothing could be archived; the old archive, if there is one, is untouched.{first}{more}"
