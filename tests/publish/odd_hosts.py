"""Hosts as there are: that pack what they send, know no ranges, give other ranges, call scripts by another name."""

from __future__ import annotations

import gzip
import re
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

_RANGE = re.compile(r"bytes=(\d+)-(\d+)$")


@dataclass
class Answer:
    """What a host sends for a file."""

    status: int
    content: bytes
    headers: dict[str, str] = field(default_factory=dict)


Habit = Callable[[str, Answer, "range | None"], Answer]
"""From the path, the answer as it should be and the range that was asked for to what this host makes of it."""


def plain(_path: str, answer: Answer, _asked: range | None) -> Answer:
    """As it should be."""
    return answer


def packs(_path: str, answer: Answer, asked: range | None) -> Answer:
    """Packs everything and forgets the range, as nginx does with `gzip_types *`."""
    whole = answer if asked is None else None
    return Answer(200, gzip.compress(answer.content if whole else _whole(answer)), _packed(answer.headers))


def packs_parts(_path: str, answer: Answer, asked: range | None) -> Answer:
    """Packs a file and gives the range of what is packed: no browser can unpack that."""
    content = gzip.compress(_whole(answer))
    if asked is None:
        return Answer(200, content, _packed(answer.headers))
    return Answer(206, content[asked.start : asked.stop], _packed(answer.headers))


def gives_everything(_path: str, answer: Answer, _asked: range | None) -> Answer:
    """Answers every range with 200 and the whole file."""
    return Answer(200, _whole(answer), {**answer.headers, "Content-Range": ""})


def refuses_ranges(_path: str, answer: Answer, asked: range | None) -> Answer:
    """Takes a range for a mistake."""
    return answer if asked is None else Answer(400, b"")


def gives_the_beginning(_path: str, answer: Answer, asked: range | None) -> Answer:
    """Gives so many bytes, but always from the first on."""
    if asked is None:
        return answer
    told = {**answer.headers, "Content-Range": f"bytes 0-{len(asked) - 1}/*"}
    return Answer(206, _whole(answer)[: len(asked)], told)


def tires() -> Habit:
    """Gives a few ranges, then whole files only, as where a cache steps between."""
    given: list[range] = []

    def habit(path: str, answer: Answer, asked: range | None) -> Answer:
        if asked is not None:
            given.append(asked)
        return answer if len(given) <= 3 else gives_everything(path, answer, asked)

    return habit


def calls_scripts_text(path: str, answer: Answer, _asked: range | None) -> Answer:
    """Knows no scripts by their ending."""
    return _typed(answer, "text/plain") if path.endswith(".js") else answer


def calls_files_pages(path: str, answer: Answer, _asked: range | None) -> Answer:
    """Calls everything that it doesn't know a page."""
    return _typed(answer, "text/html") if path.endswith((".bin", ".json")) else answer


def always_finds_a_page(_path: str, answer: Answer, _asked: range | None) -> Answer:
    """Answers what isn't there with its first page, as hosts of applications do."""
    found = answer.status != HTTPStatus.NOT_FOUND
    return answer if found else Answer(200, b"<!DOCTYPE html><title>Welcome</title>", {"Content-Type": "text/html"})


def _typed(answer: Answer, kind: str) -> Answer:
    return Answer(answer.status, answer.content, {**answer.headers, "Content-Type": kind})


def _packed(headers: Mapping[str, str]) -> dict[str, str]:
    return {**headers, "Content-Encoding": "gzip", "Content-Range": ""}


def _whole(answer: Answer) -> bytes:
    return Path(answer.headers["X-File"]).read_bytes() if "X-File" in answer.headers else answer.content


@dataclass
class Host:
    """A running host: its address, what it was asked, and what it does with its answers, which may be changed."""

    address: str
    habit: Habit
    asked: list[str] = field(default_factory=list)


@contextmanager
def odd_host(site: Path, habit: Habit = plain) -> Iterator[Host]:
    """A host of a site's files with a habit, on a port that the system chose."""
    host = Host("", habit)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            host.asked.append(path)
            asked = _asked(self.headers.get("Range", ""))
            answer = host.habit(path, _answer(site, path, asked), asked)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                if value and name != "X-File":
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, *_: object) -> None:
            pass

    server = _Server(("127.0.0.1", 0), Handler)
    host.address = f"http://127.0.0.1:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    """Says nothing of browsers that hang up: they do so where they get more than they asked for."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # as it came


def _asked(header: str) -> range | None:
    match = _RANGE.match(header)
    return range(int(match[1]), int(match[2]) + 1) if match else None


def _answer(site: Path, path: str, asked: range | None) -> Answer:
    file = site / f"{path.lstrip('/')}index.html" if path.endswith("/") else site / path.lstrip("/")
    if not file.is_file():
        return Answer(404, b"")
    content = file.read_bytes()
    headers = {"Content-Type": guess_type(file.name)[0] or "application/octet-stream", "X-File": str(file)}
    if asked is None:
        return Answer(200, content, headers)
    last = min(asked.stop, len(content)) - 1
    told = f"bytes {asked.start}-{last}/{len(content)}"
    return Answer(206, content[asked.start : last + 1], {**headers, "Content-Range": told})
