"""The YAML files that hold words, patterns and figures say each thing once."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.served import ROOT

pytestmark = pytest.mark.unit
FILES = sorted(file for room in ("morgue", "eval") for file in (ROOT / room).rglob("*.yml"))


def twice(node: yaml.Node) -> list[str]:
    """The keys that stand twice in a mapping, at any depth: of two, YAML would drop the first without a word."""
    if isinstance(node, yaml.SequenceNode):
        return [key for each in node.value for key in twice(each)]
    if not isinstance(node, yaml.MappingNode):
        return []
    keys = [key.value for key, _ in node.value]
    return [key for key in keys if keys.count(key) > 1] + [key for _, value in node.value for key in twice(value)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_key_stands_twice(file: Path) -> None:
    """A second entry of one name would silently replace the first."""
    node = yaml.compose(file.read_text(encoding="utf-8"))
    assert node is not None
    assert twice(node) == []


def truths(value: object) -> list[object]:
    """What YAML took for true or false in a list, or for a key: it knows "on", "no" and "yes" by these."""
    if isinstance(value, dict):
        return [key for key in value if isinstance(key, bool)] + [
            found for each in value.values() for found in truths(each)
        ]
    if isinstance(value, list):
        return [each for each in value if isinstance(each, bool)] + [found for each in value for found in truths(each)]
    return []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_word_is_taken_for_true_or_false(file: Path) -> None:
    """A word of a list that YAML has a meaning of its own for stands in quotation marks."""
    assert truths(yaml.safe_load(file.read_text(encoding="utf-8"))) == []
