"""What docs/hosting.md says works, as far as that can be seen without the hosts.

Their command-line tools are stood in for by scripts that keep the folder they are to send; the command that would run
there is run here, in that folder.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import httpx
import pytest
from packaging.requirements import Requirement

from tests.sample import write_sample
from tests.served import ROOT

pytestmark = pytest.mark.unit

PATHS = ("/", "/search?q=Putin", "/stories.json", "/search.csv", "/feed.atom", "/openapi.json", "/about", "/archive.db",
         "/static/morgue.css", "/archive/articles")  # fmt: skip
HOSTING = (ROOT / "docs" / "hosting.md").read_text("utf-8")
IMPORTED_AS = {"yaml": "pyyaml", "jinja2": "jinja2", "markupsafe": "markupsafe"}
GCLOUD = """#!/bin/sh
case "$*" in
  "config get-value project") echo morgue-test ;;
  "builds submit"*) cp -r . "$GENERATED" ;;
esac
"""
HEROKU = """#!/bin/sh
echo heroku-builds 0.0.29
"""


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions with what stands behind them, lines that go on joined."""
    text = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text("utf-8"))
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(name, rest.strip()) for name, _, rest in (line.partition(" ") for line in lines)]


def last_stage() -> list[tuple[str, str]]:
    """Those that make the image that runs."""
    told = instructions()
    return told[max(place for place, (name, _) in enumerate(told) if name == "FROM") :]


def told(name: str) -> str:
    """What the last stage says by an instruction."""
    return next(rest for found, rest in reversed(last_stage()) if found == name)


@contextmanager
def running(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Iterator[str]:
    """A server's address while it runs, on this machine only and on a port that the system chose."""
    here = [part.replace("0.0.0.0", "127.0.0.1") for part in command]  # noqa: S104 - taken away
    around = {**os.environ, **environment, "PORT": "0", "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    with subprocess.Popen(here, cwd=folder, env=around, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        found = next((found for line in server.stderr if (found := re.search(r"running on (http://\S+)", line))), None)
        try:
            assert found, "the server did not start"
            yield found[1]
        finally:
            server.terminate()


def answers(address: str) -> list[tuple[str, int]]:
    """The pages that don't come as they should."""
    with httpx.Client(base_url=address, timeout=30) as client:
        found = [(path, client.get(path).status_code) for path in PATHS]
    return [(path, status) for path, status in found if status != httpx.codes.OK]


@pytest.fixture
def image(tmp_path: Path) -> Path:
    """The root of a file system as the last stage of the Dockerfile lays it out, with the sample as its archive."""
    (tmp_path / "context").mkdir()
    write_sample(tmp_path / "context" / "archive.db")
    root, at = tmp_path / "root", Path("srv/morgue")
    for name, rest in last_stage():
        if name == "COPY" and not rest.startswith("--from"):
            *sources, target = shlex.split(rest)
            place = root / target.lstrip("/") if target.startswith("/") else root / at / target
            for source in sources:
                _copy(source, tmp_path / "context", place, into=target.endswith("/"))
    (root / at / "archive.db").symlink_to(root / "data" / "archive.db")
    return root / at


def _copy(source: str, context: Path, place: Path, *, into: bool) -> None:
    for path in [*ROOT.glob(source), *context.glob(source)] if source.startswith("archive") else [ROOT / source]:
        if path.is_dir():
            shutil.copytree(path, place, ignore=shutil.ignore_patterns("__pycache__"))
        elif path.parent == context or not path.match("archive.db*"):
            target = place / path.name if into or place.is_dir() else place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)


def test_the_image_is_built_as_images_should_be() -> None:
    """From versions that are named, in two stages, with checked packages, without root, and telling how it is."""
    stages = [rest for name, rest in instructions() if name == "FROM"]
    assert len(stages) == 2
    assert all(re.match(r"python:3\.\d+\.\d+-slim-\w+( AS \w+)?$", stage) for stage in stages)
    installs = [rest for name, rest in instructions() if name == "RUN" and "pip install" in rest]
    assert all("--require-hashes" in rest and "--no-cache-dir" in rest for rest in installs)
    assert told("USER") == "10001"
    names = [name for name, _ in last_stage()]
    assert names.index("USER") < names.index("CMD")
    assert all(
        isinstance(json.loads(told(name).partition("CMD ")[2] or told(name)), list) for name in ("CMD", "HEALTHCHECK")
    )


def test_only_what_is_copied_is_sent() -> None:
    """Nothing else of the folder reaches whoever builds the image; everything that is copied does."""
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    allowed = {line[1:] for line in lines if line.startswith("!")}
    copied = {
        source.rstrip("*")
        for name, rest in instructions()
        if name == "COPY" and not rest.startswith("--from")
        for source in shlex.split(rest)[:-1]
    }
    assert "*" in lines
    assert allowed == copied
    assert all((ROOT / source).exists() for source in copied - {"archive.db"})


def test_the_image_holds_what_serving_imports() -> None:
    """What the pages and plugins import is in requirements/serve.txt, and nothing that only building needs."""
    pinned = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements" / "serve.txt").read_text("utf-8"), re.MULTILINE))
    folders = ("morgue/browse", "morgue/model", "plugins")
    modules = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    missing = {
        f"{name} in {path.relative_to(ROOT)}"
        for path in modules
        for name in _imported(path)
        if IMPORTED_AS.get(name, name) not in pinned
    }
    assert missing == set()
    assert not pinned & {"spacy", "pyarrow", "scipy", "trafilatura"}


def _imported(path: Path) -> set[str]:
    """The packages of others that a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names - {"morgue"}


def test_the_image_serves(image: Path) -> None:
    """Its command, in the folder as it lays it out; and its health check sees that."""
    command = json.loads(told("CMD"))
    environment = {"PYTHONPATH": str(image), "HTTPS": "on", "OPTIONS": "--cors"}
    with running(command, image, environment) as address:
        assert answers(address) == []
        answer = httpx.get(f"{address}/feed.atom")
        assert 'href="https://' in answer.text
        assert answer.headers["access-control-allow-origin"] == "*"
        check = json.loads(told("HEALTHCHECK").partition("CMD ")[2])
        port = {**os.environ, "PORT": address.rpartition(":")[2]}
        assert subprocess.run([sys.executable, *check[1:]], env=port, check=False).returncode == 0
    assert subprocess.run([sys.executable, *check[1:]], env=port, check=False, stderr=subprocess.DEVNULL).returncode


def test_an_image_without_an_archive_says_what_is_missing(image: Path) -> None:
    """Where nothing is mounted, one line tells what should be, and the container ends."""
    (image.parents[1] / "data" / "archive.db").unlink()
    done = subprocess.run(json.loads(told("CMD")), cwd=image, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "There is no /data/archive.db: mount the folder that it is in (docs/hosting.md).\n"


def test_an_archive_that_is_not_for_everybody_is_healthy(image: Path) -> None:
    """Its pages are refused to who asks for them without a name, as the health check does."""
    notes = image / "metadata.yml"
    notes.write_text(f"allow: {{id: root}}\n{notes.read_text('utf-8')}", "utf-8")
    check = json.loads(told("HEALTHCHECK").partition("CMD ")[2])
    with running(json.loads(told("CMD")), image, {"HTTPS": "off", "OPTIONS": ""}) as address:
        assert httpx.get(address).status_code == httpx.codes.FORBIDDEN
        port = {**os.environ, "PORT": address.rpartition(":")[2]}
        assert subprocess.run([sys.executable, *check[1:]], env=port, check=False).returncode == 0


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder of the project with an archive, and with what the page says should be prepared, by its commands."""
    for name in ("metadata.yml", "templates", "static", "plugins", "morgue", "requirements"):
        (tmp_path / name).symlink_to(ROOT / name)
    write_sample(tmp_path / "archive.db")
    (prepared,) = re.findall(r"^```\n(rm -rf build/plugins .*?)^```", HOSTING, re.MULTILINE | re.DOTALL)
    subprocess.run(["sh", "-ec", prepared.replace("cp -r morgue ", "cp -rL morgue ")], cwd=tmp_path, check=True)
    return tmp_path


def published(project: Path, host: str, script: str, more: Sequence[str] = ()) -> Path:
    """The folder that `datasette publish` would send to a host, by the command in docs/hosting.md."""
    tools = project / "tools"
    tools.mkdir()
    (tools / {"cloudrun": "gcloud"}.get(host, host)).write_text(script)
    (tools / {"cloudrun": "gcloud"}.get(host, host)).chmod(0o755)
    (written,) = re.findall(r"^datasette publish cloudrun (.*?)\n\n", HOSTING, re.MULTILINE | re.DOTALL)
    options = shlex.split(written.replace("\\\n", " "))
    if host != "cloudrun":
        options = [each for each in options if each not in {"--service", "morgue", "--memory", "1Gi"}]
    generated = project / "generated"
    environment = {**os.environ, "GENERATED": str(generated), "PATH": f"{tools}:{os.environ['PATH']}"}
    command = [sys.executable, "-m", "datasette", "publish", host, *options, *more]
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    return generated


def _holds_all(folder: Path) -> bool:
    """Whether archive, plugins, what they need, templates and styles are there."""
    package = ("plugins/serving/pyproject.toml", "plugins/serving/morgue/browse/pages.py")
    others = ("archive.db", "plugins/pages.py", "templates/base.html", "static/morgue.css")
    return all((folder / name).is_file() for name in (*package, *others))


def test_what_goes_to_cloud_run_serves(project: Path) -> None:
    """The generated folder is whole, and the command in its Dockerfile serves the archive there."""
    folder = published(project, "cloudrun", GCLOUD)
    assert _holds_all(folder)
    dockerfile = (folder / "Dockerfile").read_text()
    assert "RUN pip install -U datasette ./plugins/serving" in dockerfile
    (inspect,) = re.findall(r"^RUN (datasette inspect .*)$", dockerfile, re.MULTILINE)
    subprocess.run([sys.executable, "-m", *shlex.split(inspect)], cwd=folder, check=True)
    (command,) = re.findall(r"^CMD (.*)$", dockerfile, re.MULTILINE)
    with running(["sh", "-c", f"exec {command}"], folder, {}) as address:
        assert answers(address) == []


def test_what_goes_to_heroku_serves(project: Path) -> None:
    """As above, by its Procfile."""
    folder = published(project, "heroku", HEROKU, ["--name", "morgue", "--generate-dir", str(project / "generated")])
    assert _holds_all(folder)
    assert "./plugins/serving" in (folder / "requirements.txt").read_text().split()
    command = (folder / "Procfile").read_text().removeprefix("web:").strip()
    (folder / "inspect-data.json").write_text("{}")  # made on Heroku after the packages are installed
    with running(["sh", "-c", f"exec {command}"], folder, {}) as address:
        assert answers(address) == []


def test_what_goes_to_fly_is_whole(project: Path) -> None:
    """Where the plugin for Fly is installed."""
    pytest.importorskip("datasette_publish_fly", reason="datasette-publish-fly is not installed")
    folder = published(project, "fly", "", ["--app", "morgue", "--generate-dir", str(project / "generated")])
    assert _holds_all(folder)
    assert 'app = "morgue"' in (folder / "fly.toml").read_text()


def test_what_travels_is_installed_with_what_serving_needs_and_no_more(project: Path) -> None:
    """The package of the folder `serving` can be built, carries morgue, and asks for what serve.in lists."""
    folder = project / "build" / "plugins" / "serving"
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    (wheel,) = folder.glob("dist/*.whl")
    with ZipFile(wheel) as carried:
        (metadata,) = (name for name in carried.namelist() if name.endswith("dist-info/METADATA"))
        told = carried.read(metadata).decode()
        assert {"morgue/browse/pages.py", "morgue/browse/api/fields.yml"} <= set(carried.namelist())
    needed = re.findall(r"^Requires-Dist: ([a-z0-9-]+)(.*)$", told, re.MULTILINE)
    assert {name for name, _ in needed} == set(_lines(ROOT / "requirements" / "serve.in"))
    own = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    bounds = {Requirement(each).name: Requirement(each).specifier for each in own}
    assert {name: Requirement(name + bound).specifier for name, bound in needed} == {
        name: bounds[name] for name, _ in needed
    }


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
