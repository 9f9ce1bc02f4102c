"""Jobs → records in the workings: the crew that reads, and what is done where one of it is ended."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from morgue.engine import Came, Crew, Ended, Event, Limits, Stopped, Why, prepare
from morgue.intake.desk import desk
from morgue.intake.jobs import At, Filed, Job, Parcel, pack
from morgue.intake.listing import Listed
from morgue.intake.stops import again
from morgue.store import Workings

WARM = ("morgue.intake.desk", "morgue.intake.warm")  # what workers need, to be imported beside what else is begun


@dataclass(slots=True)
class _Progress:
    """How far an input is: its reading, the records that came, the step that it is at, the bytes that were counted."""

    listed: Listed
    reading: int
    records: int = 0
    at: At | None = None
    counted: int = 0
    whole: bool = True


class Reading:
    """Reads inputs into the workings, but for those that are known there.

    `numbers` holds for each key the number of its reading, `known` is how many inputs had one before.
    """

    def __init__(self, workings: Workings, limits: Limits, advance: Callable[[int], None]) -> None:
        self.known = 0
        self.numbers: dict[str, int] = {}
        self._workings, self._limits, self._advance = workings, limits, advance
        self._progress: dict[str, _Progress] = {}

    def read(self, inputs: Iterable[Listed]) -> None:
        """Reads each, in as many processes as the limits say. What hangs or crashes leaves a problem in its place."""
        prepare(*WARM)
        with Crew(desk, self._limits) as crew:
            for each in inputs:
                known = self._workings.reading(each.job.key)
                if known is not None:
                    self.known += 1
                    self.numbers[each.job.key] = known
                    self._advance(each.job.found.bytes)
                elif each.job.key not in self._progress:
                    self._progress[each.job.key] = _Progress(each, self._workings.begin())
                    crew.add(each.job)
            for event in crew.events():
                self._take(event, crew)

    def _take(self, event: Event[Job], crew: Crew[Job]) -> None:
        progress = self._progress[event.item.key]
        match event:
            case Came(_, Parcel() as parcel):
                progress.records += 1
                progress.whole &= parcel.lasting
                self._workings.add(progress.reading, parcel.packed, parcel.sha256, parcel.raw)
            case Came(_, At() as at):
                progress.at = at
            case Came(_, int() as read_on):
                self._count(progress, read_on)
            case Stopped(job, why):
                self._stopped(job, why, progress, crew)
            case Ended():
                self._ended(progress)

    def _stopped(self, job: Job, why: Why, progress: _Progress, crew: Crew[Job]) -> None:
        # It may end better the next time, when the machine has less to do: not to be found again.
        progress.whole = False
        next_step = again(job, progress.records, progress.at, why, self._limits)
        if isinstance(next_step, Job):
            crew.add(next_step, first=True)
            return
        self._workings.add(progress.reading, pack(Filed(None, (next_step,))))
        self._ended(progress)

    def _ended(self, progress: _Progress) -> None:
        if progress.whole:
            self._workings.complete(progress.reading, progress.listed.job.key)
        self.numbers[progress.listed.job.key] = progress.reading
        self._count(progress, progress.listed.job.found.bytes)

    def _count(self, progress: _Progress, read_on: int) -> None:
        """Counts bytes, each once, though a container or a second attempt reads some of them again."""
        new = min(read_on, progress.listed.job.found.bytes - progress.counted)
        progress.counted += new
        self._advance(new)
