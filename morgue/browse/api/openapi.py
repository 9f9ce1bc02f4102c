"""The description of the API as OpenAPI 3.1, made from the table of pages and the types of their content."""

from __future__ import annotations

import inspect
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from mimetypes import guess_type
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from morgue import __version__
from morgue.browse.addresses import ATOM, Moved, Page, Parameters
from morgue.browse.api.declared import ANSWERS
from morgue.browse.api.other import OTHER, Other
from morgue.browse.api.parameters import in_path, in_query, path
from morgue.browse.api.schemas import Schemas
from morgue.browse.citing.formats import FORMATS
from morgue.browse.corrections import Dropped

ABOUT = """\
Everything that the pages show, for programs: add `.json` to the address of a page. Reading needs no key, and nothing
can be written. Fields are added now and then, so ignore what you don't know; none is renamed or removed without a line
in the changelog. Times are ISO 8601, cut to what is known; offsets count characters (Unicode code points) of an
article's `text`, the end exclusive. Addresses are paths of the same server. Lists come in pages: `paging.next` is the
query string of the next one. What takes too long is ended with 503.
"""
ERROR = {
    "type": "object",
    "description": "Why there is no answer",
    "properties": {
        "ok": {"const": False, "description": "Always false"},
        "error": {"type": ["string", "null"], "description": "What went wrong"},
        "status": {"type": "integer", "description": "The status of the answer"},
        "title": {"type": ["string", "null"], "description": "The same in short"},
    },
    "required": ["ok", "error", "status"],
}
_ERROR = {"$ref": "#/components/schemas/Error"}
_STATUSES = {
    Moved: ("302", "It has another address now, which the header Location tells."),
    Dropped: ("410", "It was taken out by a person; the answer says why."),
    NoneType: ("404", "There is nothing at this address."),
}


@dataclass(frozen=True, slots=True)
class OpenApi:
    """The description as a file: `morgue.browse.addresses.File`."""

    pages: Sequence[Page]

    name = "openapi.json"
    media_type = "application/json; charset=utf-8"

    def text(self, title: str, root: str) -> str:
        """The file, as the archive of this title gives it that is served at `root`."""
        return json.dumps(document(self.pages, title, root), ensure_ascii=False, indent=2) + "\n"


def openapi(_connection: sqlite3.Connection, _matched: Mapping[str, str], _parameters: Parameters) -> OpenApi:
    """The description of this very API, in the form of OpenAPI 3.1."""
    from morgue.browse.pages import PAGES  # noqa: PLC0415 - the table of pages has this page in it

    return OpenApi(PAGES)


def document(pages: Sequence[Page], title: str = "Morgue", root: str = "") -> dict[str, Any]:
    """The description of these pages, for a server at `root` ("https://example.org")."""
    schemas = Schemas()
    paths = {told: {"get": _operation(page, schemas)} for page in pages for told in [_address(page)]}
    paths |= {other.path: {"get": _other(other)} for other in OTHER}
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": __version__, "description": ABOUT},
        "servers": [{"url": root or "/"}],
        "paths": dict(sorted(paths.items())),
        "components": {"schemas": {**schemas.components, "Error": ERROR}},
    }


def _address(page: Page) -> str:
    return path(page) + (".json" if page.has_json else "")


def _operation(page: Page, schemas: Schemas) -> dict[str, Any]:
    name = page.content.__name__
    about = inspect.cleandoc(page.content.__doc__ or "").partition("Parameters:")[0]
    summary, _, more = about.partition("\n")
    return {
        "operationId": name,
        "summary": summary.strip(),
        **({"description": more.strip()} if more.strip() else {}),
        "parameters": [*in_path(page), *in_query(name)],
        "responses": {
            "200": _success(page, schemas),
            **dict(_failures(page)),
            "503": _failed("No archive, or no time."),
        },
    }


def returned(page: Page) -> tuple[type, ...]:
    """The classes that the content of a page can be of."""
    hint = get_type_hints(page.content)["return"]
    return get_args(hint) if get_origin(hint) is UnionType else (hint,)


def _success(page: Page, schemas: Schemas) -> dict[str, Any]:
    own = [each for each in returned(page) if each not in _STATUSES]
    if page.has_json:
        told = [schemas.of(each) for each in own]
        content = {"application/json": {"schema": told[0] if len(told) == 1 else {"anyOf": told}}}
    else:
        content = {kind: {"schema": _file(kind, own[0], schemas)} for kind in _media_types(page, own)}
    return {"description": "The page’s content" if page.has_json else "The file", "content": content}


def _media_types(page: Page, own: Sequence[type]) -> list[str]:
    if page.media_type == ATOM:
        kinds = [ATOM]
    elif "{format}" in path(page):
        kinds = [each.media_type for each in FORMATS.values()]
    elif stated := _stated(own[0]):
        kinds = [stated]
    else:
        kinds = [guess_type(path(page))[0] or "*/*"]
    return [kind.partition(";")[0] for kind in kinds]


def _stated(kind: type) -> str | None:
    """The media type that all files of a class have."""
    defaults = {each.name: each.default for each in fields(kind)} if is_dataclass(kind) else {}
    told = defaults.get("media_type", getattr(kind, "media_type", None))
    return told if isinstance(told, str) else None


def _file(media_type: str, kind: type | None = None, schemas: Schemas | None = None) -> dict[str, Any]:
    """A file is told as it is; one of JSON by the type that is declared for its class, else it may be any JSON."""
    if schemas and kind in ANSWERS:
        return schemas.of(kind)
    return {} if media_type.endswith("json") else {"type": "string"}


def _failures(page: Page) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind, (status, about) in _STATUSES.items():
        if kind in returned(page) or (kind is NoneType and "{" in path(page)):
            yield status, {"description": about} if kind is Moved else _failed(about)


def _failed(about: str) -> dict[str, Any]:
    """An answer that something is wrong: for programs where the address ends in .json, for people elsewhere."""
    return {"description": about, "content": {"application/json": {"schema": _ERROR}, "text/html": {"schema": {}}}}


def _other(other: Other) -> dict[str, Any]:
    about = {"description": other.about} if other.about else {}
    return {
        "operationId": other.name,
        "summary": other.summary,
        **about,
        "parameters": [*other.in_path, *in_query(other.parameters)],
        "responses": {
            "200": {"description": "The file", "content": {other.media_type: {"schema": _file(other.media_type)}}},
            **{status: _failed(why) for status, why in other.failures},
            "503": _failed("No archive, or no time."),
        },
    }
