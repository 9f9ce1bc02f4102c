"""The JSON beside the pages of a site is what the API promises: who reads a server can read a folder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # has no types
import pytest

from morgue.browse.api.openapi import document
from morgue.browse.pages import PAGES
from tests.publish.conftest import write_site

API = document(PAGES)
PATHS: list[str] = [path for path in API["paths"] if path.endswith(".json")]
LISTS = re.compile(r"/(?:sort|kind|altered|page)/[^/]+(?=[/.])")  # the parameters of a list stand in its path
NO_PAGES = ("search/", "datasette/")


def beside_pages(site: Path) -> Iterator[tuple[str, Any]]:
    """The address in the API, and the content, of every JSON file that lies beside a page."""
    for file in sorted(site.rglob("*.json")):
        path = file.relative_to(site).as_posix()
        if not path.startswith(NO_PAGES) and not path.endswith(".csl.json"):
            address = LISTS.sub("", f"/{path}").replace("/index.json", "/.json")
            yield address, json.loads(file.read_text("utf-8"))


def promised(address: str) -> str:
    """The address with its parts named, as openapi.json has it."""
    (found,) = (path for path in PATHS if re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)), address))
    return found


def refused(site: Path) -> list[tuple[str, str]]:
    """What of the JSON beside pages is not as promised."""
    told = []
    for address, content in beside_pages(site):
        schema = API["paths"][promised(address)]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        checked = jsonschema.Draft202012Validator({**schema, "components": API["components"]})
        told += [(address, error.message) for error in checked.iter_errors(content)]
    return told


def test_every_file_is_as_promised(of_sample: Path) -> None:
    """Each field of each file, for every kind of page that the API has."""
    assert refused(of_sample) == []
    kinds = {promised(address) for address, _ in beside_pages(of_sample)}
    assert kinds == set(PATHS) - {"/search.json", "/suggest.json", "/openapi.json"}


@pytest.mark.parametrize("wanted", [{"bodies": False}, {"every": False}], ids=str)
def test_what_is_left_out_breaks_no_promise(sample: Path, tmp_path: Path, wanted: dict[str, object]) -> None:
    """Fields stay, with less in them."""
    write_site(sample, tmp_path / "site", **wanted)
    assert refused(tmp_path / "site") == []
