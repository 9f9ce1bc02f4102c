"""A site as hosts serve it that know nothing of it, below a path that it knows nothing of."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import httpx
import pytest

from tests.publish.crawling import Links
from tests.publish.serving import NGINX, nginx, python_server

ASKED = 400  # addresses; the files themselves are all looked at by test_crawl


@pytest.fixture(params=["python", pytest.param("nginx", marks=pytest.mark.skipif(not NGINX, reason="no nginx here"))])
def address(request: pytest.FixtureRequest, of_sample: Path, tmp_path: Path) -> Iterator[str]:
    """Where the sample is served."""
    with python_server(of_sample) if request.param == "python" else nginx(of_sample, tmp_path) as told:
        yield told


def test_whoever_follows_links_finds_pages(address: str) -> None:
    """From the first page on, with nothing but what the host answers: no link fails, none leads out of the site."""
    waiting, seen = deque([address]), {address}
    with httpx.Client() as client:
        while waiting and len(seen) < ASKED:
            at = waiting.popleft()
            answer = client.get(at)
            assert answer.status_code == 200, at
            if not answer.headers["content-type"].startswith("text/html"):
                continue
            for target in Links(answer.text).targets:
                whole = urldefrag(urljoin(at, target)).url
                if whole not in seen and not whole.startswith("https://"):
                    assert whole.startswith(address), (at, target)
                    seen.add(whole)
                    waiting.append(whole)
    assert len(seen) > 100


def test_originals_are_never_shown_as_pages(address: str, of_sample: Path) -> None:
    """Whatever was archived, a browser saves it: the host calls it a stream of bytes."""
    original = next(of_sample.glob("articles/*/original.bin")).relative_to(of_sample).as_posix()
    assert httpx.get(address + original).headers["content-type"] == "application/octet-stream"
