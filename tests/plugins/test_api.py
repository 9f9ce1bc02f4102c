"""The running server keeps what openapi.json promises, whatever it is asked."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from morgue.browse.api.openapi import document
from morgue.browse.pages import PAGES
from morgue.browse.search.request import FILTERS
from tests.served import site_folder

pytestmark = pytest.mark.unit

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
UIDS = {
    "articles": "SELECT uid FROM articles ORDER BY id",
    "stories": "SELECT uid FROM stories ORDER BY id",
    "entities": "SELECT uid FROM entities UNION SELECT uid FROM former_uids ORDER BY uid",
    "quotes": "SELECT uid FROM utterances UNION SELECT uid FROM quotes ORDER BY uid",
}
PARAMETERS = ("q", "from", "to", "sort", "in", "match", "fold", "size", "next", "page", "kind", "text", *FILTERS)
known: dict[str, list[str]] = {}
schema = schemathesis.openapi.from_dict(document(PAGES))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a server of the sample answers, on a port that the system chose."""
    folder: Path = site_folder(tmp_path_factory.mktemp("site"))
    with closing(sqlite3.connect(folder / "archive.db")) as db:
        known.update({kind: [uid for (uid,) in db.execute(sql)] for kind, sql in UIDS.items()})
    command = [sys.executable, "-m", "datasette", str(folder), "--host", "127.0.0.1", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        told = next(found for line in server.stderr if (found := re.search(r"running on (http://\S+)", line)))
        yield told[1]
        server.terminate()


@schema.hook
def map_path_parameters(context: Any, path_parameters: dict[str, Any] | None) -> dict[str, Any] | None:
    """Three of four uids are such as the archive has: else nearly all would lead nowhere."""
    uids = known.get(context.operation.path.split("/")[1], [])
    for name in ("uid", "other"):
        if uids and path_parameters and re.fullmatch("[0-9a-b][0-9a-f]{11}", str(path_parameters.get(name))):
            path_parameters[name] = uids[int(path_parameters[name], 16) % len(uids)]
    return path_parameters


@schema.parametrize()
@settings(
    max_examples=5,
    derandomize=True,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_answers_are_as_promised(case: schemathesis.Case[Any], address: str) -> None:
    """Status, content type and every field; no question breaks the server."""
    case.call_and_validate(base_url=address, checks=list(CHECKS))


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(
        [path for path in schema.raw_schema["paths"] if "{" not in path and not path.startswith("/archive")]
    ),
    st.lists(st.tuples(st.sampled_from(PARAMETERS), st.text(max_size=12)), max_size=5),
)
def test_no_question_breaks_the_server(address: str, path: str, asked: list[tuple[str, str]]) -> None:
    """Whatever stands behind the question mark: it means something, or nothing."""
    answer = httpx.get(f"{address}{path}", params=httpx.QueryParams(tuple(asked)))
    assert answer.status_code == httpx.codes.OK, answer.url


def test_a_server_describes_itself(address: str) -> None:
    """The same as the file in the project, with its own address."""
    told = httpx.get(f"{address}/openapi.json").json()
    assert told["servers"] == [{"url": address}]
    assert told["paths"] == document(PAGES)["paths"]
