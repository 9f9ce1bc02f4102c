"""Servers that know nothing of us: Python's own, and nginx with a site below a path."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NGINX = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
BELOW = "/some/where/"
CONFIGURATION = """
daemon off; {user} pid {folder}/nginx.pid; error_log stderr; worker_processes 1;
events {{ worker_connections 64; }}
http {{
  include {types}; access_log off; {more}
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 127.0.0.1:{port}; location {below} {{ alias {site}/; error_page 404 {below}404.html; }} }}
}}
"""


@contextmanager
def python_server(site: Path) -> Iterator[str]:
    """`python -m http.server` on a port that the system chose; the folder above the site is its root."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", str(site.parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        told = re.search(r"\((http://[^/]*)/\)", server.stdout.readline())
        assert told is not None
        yield f"{told[1]}/{site.name}/"
        server.terminate()


@contextmanager
def nginx(site: Path, folder: Path, more: str = "") -> Iterator[str]:
    """Nginx as it comes, or with `more` settings, with the site below a path; its own files lie in `folder`."""
    assert NGINX is not None
    port = _free_port()
    types = next(path for path in (Path("/etc/nginx/mime.types"), folder / "mime.types") if path.exists())
    user = "user root;" if os.getuid() == 0 else ""  # the folders of tests are open to nobody else
    written = CONFIGURATION.format(folder=folder, port=port, user=user, below=BELOW, site=site, types=types, more=more)
    (folder / "nginx.conf").write_text(written)
    command = [NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder), "-e", "stderr"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}{BELOW}"
        server.terminate()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(port: int) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with socket.socket() as knocking:
            if knocking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("nginx does not answer")
