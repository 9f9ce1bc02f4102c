"""What a process does that renders pages: a portion of a shelf, page by page."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

from morgue.browse.opening import Connection, opened
from morgue.engine import Came, Crew, Limits, Send, Stopped
from morgue.errors import ArchiveError
from morgue.publish.addresses import Address
from morgue.publish.options import Options
from morgue.publish.press import Press
from morgue.publish.shelves import Shelf, shelves
from morgue.publish.writing import Record, SiteWriter


@dataclass(frozen=True, slots=True)
class Portion:
    """Those of a shelf that have a number from `first` to `last`."""

    shelf: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Done:
    """A portion that is rendered: how many addresses it had, and the files that were made of them.

    `seconds` are those of the processor.
    """

    portion: Portion
    addresses: int
    records: tuple[Record, ...]
    seconds: float


class Rendering:
    """Renders portions in this process. A step of `morgue.engine`, made once in each of its workers."""

    def __init__(self, options: Options) -> None:
        self._ended = ExitStack()  # with the process: a worker is never told that it is at its end
        connection = self._ended.enter_context(opened(options.archive))
        self.press, self.writer = Press(connection, options), SiteWriter(options.site)
        self.shelves: dict[str, Shelf] = {shelf.name: shelf for shelf in shelves(options)}

    @property
    def connection(self) -> Connection:
        """The archive."""
        return self.press.connection

    def __call__(self, portion: Portion, send: Send) -> None:
        """Render a portion, and send what was made of it."""
        began = time.process_time()
        addresses = self.addresses(portion)
        for address in addresses:
            for made in self.press.files(address):
                self.writer.write(made.path, made.content)
        send(Done(portion, len(addresses), tuple(self.writer.taken()), time.process_time() - began))

    def addresses(self, portion: Portion) -> Sequence[Address]:
        """The addresses of a portion."""
        return self.shelves[portion.shelf].addresses(self.connection, portion.first, portion.last)

    def close(self) -> None:
        """Let go of the archive."""
        self._ended.close()


def portions(connection: Connection, options: Options) -> Iterator[Portion]:
    """All of the archive in portions, those of one shelf after those of another."""
    for shelf in shelves(options):
        number = shelf.numbers(connection)
        for first in range(1, number + 1, shelf.at_once):
            yield Portion(shelf.name, first, min(first + shelf.at_once - 1, number))


def rendered(wanted: Iterable[Portion], options: Options) -> Iterator[Done]:
    """Render portions, in as many processes as are allowed, in the order in which they get done.

    Raises:
        ArchiveError: A process ended before it was done, for want of memory perhaps.
    """
    if options.workers == 1:
        yield from _rendered_here(wanted, options)
        return
    with Crew[Portion](partial(Rendering, options), Limits(options.workers)) as crew:
        for portion in wanted:
            crew.add(portion)
        for event in crew.events():
            if isinstance(event, Came):
                yield event.result
            elif isinstance(event, Stopped):
                raise ArchiveError(f"The process that rendered {event.item} {event.why}; run the command again.")


def _rendered_here(wanted: Iterable[Portion], options: Options) -> Iterator[Done]:
    found: list[Done] = []
    rendering = Rendering(options)
    try:
        for portion in wanted:
            rendering(portion, found.append)
            yield found.pop()
    finally:
        rendering.close()
