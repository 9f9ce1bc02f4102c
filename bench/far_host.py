"""A host as far away as one likes: files with ranges, each answer later by a delay, everything counted."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread

_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


class Host(ThreadingHTTPServer):
    """Serves a folder. `requests` and `sent` (bytes of content) count since `reset`; `late` is the delay in seconds."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path, late: float) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.folder, self.late = folder, late
        self.requests = self.sent = 0
        self._lock = Lock()

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.server_port}/"

    def reset(self) -> None:
        """Count anew."""
        self.requests = self.sent = 0

    def count(self, size: int) -> None:
        """Note an answer of so many bytes."""
        with self._lock:
            self.requests += 1
            self.sent += size


class _Answer(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Host

    def do_GET(self) -> None:
        time.sleep(self.server.late)
        path = self.server.folder / self.path.split("?")[0].lstrip("/")
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self._send(404, b"", "text/plain", {})
            return
        self._send_file(file)

    def do_HEAD(self) -> None:
        """What sql.js-httpvfs learns the size of a file from."""
        time.sleep(self.server.late)
        size = (self.server.folder / self.path.split("?")[0].lstrip("/")).stat().st_size
        self.send_response(200)
        self.send_header("Content-Length", str(size))
        self.send_header("Accept-Ranges", "bytes")
        self.end_headers()
        self.server.count(0)

    def _send_file(self, file: Path) -> None:
        size = file.stat().st_size
        asked = _RANGE.match(self.headers.get("Range", ""))
        first, last = (int(asked[1]), min(int(asked[2] or size), size - 1)) if asked else (0, size - 1)
        with file.open("rb") as source:
            source.seek(first)
            content = source.read(last - first + 1)
        more = {"Content-Range": f"bytes {first}-{last}/{size}"} if asked else {}
        self._send(206 if asked else 200, content, self.guess_type(str(file)), more)

    def _send(self, status: int, content: bytes, kind: str, more: dict[str, str]) -> None:
        self.server.count(len(content))
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(content)), "Accept-Ranges": "bytes", **more}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def far_host(folder: Path, late: float) -> Iterator[Host]:
    """A host of this folder whose answers come so many seconds late."""
    host = Host(folder, late)
    Thread(target=host.serve_forever, daemon=True).start()
    yield host
    host.shutdown()
    host.server_close()
