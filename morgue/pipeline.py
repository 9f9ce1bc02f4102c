"""The one file that knows the order of the steps: read → clean → extract → link → store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from morgue import __version__, corrections, engine, extracting, read, store
from morgue.clean import gathered, recurring, unique_uids
from morgue.engine import Limits
from morgue.errors import InputError
from morgue.intake import WARM, Order, take_in
from morgue.link import link
from morgue.model import Article, Build, Changes, Clipping, Correction, Links, Problem
from morgue.progress import Steps


@dataclass(frozen=True, slots=True)
class Options:
    """What a build was asked to do. `models` name language models; none is the one that `make install` brings.

    `limits` are the processes, and what reading or extracting one input may take. `keep`: inputs that are gone stay in
    the archive. `fresh`: nothing is taken over from the build before.
    """

    inputs: tuple[Path, ...]
    output: Path
    models: tuple[str, ...] = ()
    reading: read.Options = field(default_factory=read.Options)
    limits: Limits = field(default_factory=Limits)
    corrections: Path | None = None
    keep: bool = False
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """The row that the archive keeps about its making, all problems met, and what changed since the build before."""

    build: Build
    problems: tuple[Problem, ...]
    changes: Changes


def build(options: Options, steps: Steps) -> Built:
    """Builds the archive and puts it in the old one's place.

    Raises:
        InputError: nothing could be archived, or the corrections cannot be understood; the message says why.
        ModelError: the language model can't be loaded.
        ArchiveError: the archive can't be written. In each case the old archive stays as it was.
    """
    verdicts = corrections.read(options.corrections) if options.corrections else ()
    store.refuse_unwritable(options.output)
    engine.prepare(*WARM)
    with steps.step("model"):
        extracting.extractor(options.models)
    with store.workings(options.output, fresh=options.fresh) as workings:
        order = Order(options.inputs, options.reading, options.limits, options.keep, store.own_files(options.output))
        intake = take_in(order, workings, steps)
        if not intake.articles:
            raise InputError(_nothing(intake.problems))
        articles, captures = gathered(recurring(intake.articles))
        articles = unique_uids(_in_order(articles))
        extracted = extracting.extracted(articles, options.models, workings, options.limits, steps)
        links = _link(extracted.clippings, verdicts, steps)
        problems = (*intake.problems, *captures, *extracted.problems, *links.problems)
        with store.new_archive(options.output) as archive:
            with steps.step("store"):
                archive.write(extracted.clippings, links, problems, lambda each: workings.original(each.sha256))
                archive.finish()
            built = _row(options, archive.counts(), steps)
            archive.record(built)
        workings.finish(intake.inputs, extracted.keys)
    return Built(built, problems, intake.changes)


def _row(options: Options, counts: dict[str, int], steps: Steps) -> Build:
    model = extracting.extractor(options.models)
    return Build(
        built_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        version=__version__,
        model=model.model,
        model_version=model.model_version,
        options=_told(options),
        counts=counts,
        seconds=dict(steps.seconds),
    )


def _told(options: Options) -> dict[str, object]:
    """The options as the archive keeps them, those that were set. It may be public: no folders of this machine."""
    told = {
        "inputs": [path.name if path.is_absolute() else path.as_posix() for path in options.inputs],
        "models": options.models,
        "workers": options.limits.workers,
        "map": dict(options.reading.map),
        "largest": options.reading.most_bytes,
        "patience": options.limits.patience,
        "memory": options.limits.memory,
        "keep": options.keep,
    }
    return {name: value for name, value in told.items() if value}


def _in_order(articles: Iterable[Article]) -> list[Article]:
    """In order of publication, undated first."""
    return sorted(articles, key=lambda each: (each.published or "", each.document.path, each.document.member))


def _link(clippings: Sequence[Clipping], verdicts: Sequence[Correction], steps: Steps) -> Links:
    with steps.step("link"):
        return link(clippings, steps.say, verdicts)


def _nothing(problems: Sequence[Problem]) -> str:
    first = "".join(f"\n  {problem.message}" for problem in problems[:5])
    more = f"\n  … and {len(problems) - 5} more" if len(problems) > 5 else ""  # noqa: PLR2004 - the five shown above
    return f"Nothing could be archived; the old archive, if there is one, is untouched.{first}{more}"
