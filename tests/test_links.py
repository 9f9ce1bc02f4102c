"""Every link on the pages of the seeds' archive leads somewhere, and no page is heavy."""

from __future__ import annotations

import re
from collections import Counter, deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from datasette.app import Datasette

from tests.served import serve, stop

HEAVY = 100_000  # bytes
# Of each kind of address so many are asked for, and so many are read: the others are made by the same template.
ASKED, READ = 20, 4
DATASETTES = ("/archive", "/-/")


class Links(HTMLParser):
    """What a page links to, and the places within it that can be linked to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collects from one element."""
        known = dict(attrs)
        self.targets.extend(filter(None, (known.get("href"), known.get("src"))))
        self.ids.extend(filter(None, [known.get("id")]))


@dataclass
class Walk:
    """What a walk over the archive found; `places` are the ids of each page of ours that was read, with doubles."""

    answers: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    places: dict[str, Counter[str]] = field(default_factory=dict)
    links: set[tuple[str, str, str]] = field(default_factory=set)

    async def walk(self, site: Datasette) -> None:
        """Follows every link of the pages read, from the first page on."""
        waiting, asked, read = deque(["/"]), Counter[str](), Counter[str]()
        while waiting:
            address = waiting.popleft()
            kind = re.sub(r"[0-9a-f]{12}|\d+", "…", address.partition("?")[0])
            if address in self.answers or asked[kind] >= ASKED:
                continue
            asked[kind] += 1
            answer = await site.client.get(address)
            self.answers[address] = answer.status_code
            is_ours = answer.headers["content-type"].startswith("text/html") and not address.startswith(DATASETTES)
            if not is_ours:
                continue
            self.sizes[address] = len(answer.content)
            read[kind] += 1
            if read[kind] <= READ:
                waiting.extend(self._read(address, answer.text))

    def _read(self, address: str, text: str) -> list[str]:
        found = Links(text)
        self.places[address] = Counter(found.ids)
        targets = [urldefrag(urljoin(address, target)) for target in found.targets]
        ours = [(path or address, place) for path, place in targets if path.startswith("/")]
        self.links.update((address, path, place) for path, place in ours)
        # Searches within searches have no end.
        return [path for path, _ in ours if not (path.startswith("/search") and path.count("=") > 1)]


@pytest.fixture(scope="module")
async def walked(served_folder: Path) -> Walk:
    """The archive of the seeds, walked through once."""
    site = await serve(served_folder)
    walk = Walk()
    await walk.walk(site)
    stop(site)
    return walk


async def test_every_link_is_answered(walked: Walk) -> None:
    """Pages, files to download, tables: none is missing, and none fails."""
    assert {address: code for address, code in walked.answers.items() if code not in (200, 302)} == {}


async def test_every_place_that_is_linked_to_is_there(walked: Walk) -> None:
    """A link to a quote, a contradiction or a row leads to it, and not to the top of its page."""
    read = walked.places
    lost = {(at, to, place) for at, to, place in walked.links if place and to in read and place not in read[to]}
    assert lost == set()


async def test_no_two_places_of_a_page_have_one_name(walked: Walk) -> None:
    """So that a link is never led astray."""
    doubled = {at: [name for name, n in places.items() if n > 1] for at, places in walked.places.items()}
    assert {at: names for at, names in doubled.items() if names} == {}


async def test_no_page_is_heavy(walked: Walk) -> None:
    """Every page of ours has less than 100 kB."""
    assert {address: size for address, size in walked.sizes.items() if size >= HEAVY} == {}
