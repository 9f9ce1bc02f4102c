"""YAML with its lines: the file as a list of entries, each knowing where it and its fields stand.

Scalars are taken as they are written: YAML's own idea of types would make a date of 2026-11-22, and False of the name
No.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from morgue.errors import InputError

_QUOTE_IT = "a value with “: ” or “#” in it, or one that begins with a mark, wants quotation marks around it"


@dataclass(frozen=True, slots=True)
class Field:
    """A value as written, and its line: words, a list, or names with values."""

    file: str
    line: int
    value: str | tuple[Field, ...] | Mapping[str, Field]

    def fault(self, message: str) -> InputError:
        """The error that this value is."""
        return InputError(f"{self.file}, line {self.line}: {message}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One verdict as written: its fields by name."""

    file: str
    line: int
    fields: Mapping[str, Field]

    def fault(self, message: str) -> InputError:
        """The error that this entry is."""
        return InputError(f"{self.file}, line {self.line}: {message}")


def entries(text: str, file: str) -> Iterator[Entry]:
    """The entries of a file.

    Raises:
        InputError: It is no YAML, or no list of fields with names.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        whole = _field(root, file) if root else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InputError(f"{file}, line {line}: not YAML ({error.problem}); mend the line: {_QUOTE_IT}.") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise InputError(f"{file}, line {line}: a character that YAML does not allow; take it out.") from error
    except RecursionError as error:
        raise InputError(f"{file}: brackets within brackets without end; take them out.") from error
    if whole is None or not whole.value:
        return
    if not isinstance(whole.value, tuple):
        raise whole.fault("the file is no list; begin each verdict with “- ”, such as “- merge:”.")
    for each in whole.value:
        if not isinstance(each.value, Mapping):
            raise each.fault("no verdict; write one as “- merge: …” with note, author and date below it.")
        yield Entry(file, each.line, each.value)


def _field(node: yaml.Node, file: str) -> Field:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return Field(file, line, tuple(_field(each, file) for each in node.value))
    if isinstance(node, yaml.MappingNode):
        return Field(file, line, _mapping(node, file))
    return Field(file, line, str(node.value).strip())


def _mapping(node: yaml.MappingNode, file: str) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    for key, value in node.value:
        name, field = str(key.value).strip(), _field(value, file)
        if name in fields:
            line = key.start_mark.line + 1
            raise InputError(f"{file}, line {line}: “{name}” stands twice in one entry; take one out.")
        fields[name] = field
    return fields
