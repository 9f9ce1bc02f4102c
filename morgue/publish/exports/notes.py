"""What tables and columns mean, as metadata.yml says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from morgue.errors import MorgueError


@dataclass(frozen=True, slots=True)
class Note:
    """The title and the description of a table, and what each of its columns is."""

    title: str
    description: str
    columns: Mapping[str, str]

    def is_json(self, column: str) -> bool:
        """Whether a column of text holds JSON, by its own description."""
        return self.columns.get(column, "").endswith("as JSON")


@dataclass(frozen=True, slots=True)
class Notes:
    """What is said of an archive, and of each of its tables."""

    title: str
    description: str
    licence: str
    tables: Mapping[str, Note]

    def of(self, table: str) -> Note:
        """The note on a table; an empty one where nothing is said."""
        return self.tables.get(table) or Note(table, "", {})


def notes(path: Path) -> Notes:
    """Read the notes from metadata.yml.

    Raises:
        MorgueError: There is no such file, or it is not of Datasette's form.
    """
    try:
        told: Mapping[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        archive = told["databases"]["archive"]
        tables = {name: _note(name, table) for name, table in archive["tables"].items()}
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise MorgueError(
            f"{path} can't be read for what columns mean ({error}): name another by --metadata."
        ) from error
    return Notes(told.get("title", "Morgue"), _flat(archive.get("description")), told.get("license", ""), tables)


def _note(name: str, table: Mapping[str, Any]) -> Note:
    columns = {column: _flat(about) for column, about in table.get("columns", {}).items()}
    return Note(table.get("title", name), _flat(table.get("description")), columns)


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())
