"""The tree of a story's versions: boxes in columns, each joined to what it derives from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

BOX_HEIGHT, GAP = 52.0, 14.0
MARGIN = 4.0
PADDING = 10.0
STEM = 14.0  # how far from a box's left edge the line to what was made from it begins
BEND = 8.0
# Wide letters of common sans-serif faces, in pixels at the sizes of morgue.css: labels are cut by the widest face.
NAME_LETTER, DETAIL_LETTER = 7.6, 6.4
MOST = 24  # boxes that can still be taken in at a glance


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a picture is drawn on: its width, how far a version is set off from its source, and room for its words.

    Where many are made one from the other, they are set off less, so that `room` is left in the last box.
    """

    width: float
    indent: float
    room: float


WIDE = Sheet(width=720.0, indent=118.0, room=360.0)
NARROW = Sheet(width=340.0, indent=24.0, room=220.0)
LABELLED = 100.0  # an indent with room for words on the branch


@dataclass(frozen=True, slots=True)
class Leaf:
    """One version to draw: `parent` is the key of what it derives from, if that is drawn; `branch` says how."""

    key: str
    parent: str | None
    name: str
    branch: str
    detail: str
    address: str
    css: str


@dataclass(frozen=True, slots=True)
class Box:
    """A drawn version, its labels cut to fit."""

    x: float
    y: float
    width: float
    height: float
    name: str
    detail: str
    full: str
    address: str
    css: str


@dataclass(frozen=True, slots=True)
class Branch:
    """The line from a version to what was made from it, and the place of its words; "" where there is no room."""

    path: str
    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole picture in user units."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    branches: tuple[Branch, ...]


def tree(leaves: Sequence[Leaf], sheet: Sheet = WIDE) -> Tree:
    """Draw versions: originals to the left, what derives from them to the right, in order."""
    rows = list(_ordered(leaves))
    deepest = max((depth for _, depth in rows), default=0)
    indent = min(sheet.indent, (sheet.width - 2 * MARGIN - sheet.room) / max(deepest, 1))
    boxes = {
        leaf.key: _box(leaf, MARGIN + depth * indent, row, sheet, indent) for row, (leaf, depth) in enumerate(rows)
    }
    branches = tuple(
        _branch(boxes[leaf.parent], boxes[leaf.key], leaf.branch if indent >= LABELLED else "")
        for leaf, depth in rows
        if depth and leaf.parent is not None
    )
    height = 2 * MARGIN + len(rows) * (BOX_HEIGHT + GAP) - GAP if rows else 0.0
    return Tree(sheet.width, height, tuple(boxes.values()), branches)


def _ordered(leaves: Sequence[Leaf]) -> Iterator[tuple[Leaf, int]]:
    """Every leaf after its parent, with its depth. A leaf in a circle of parents counts as a root."""
    children: dict[str | None, list[Leaf]] = {}
    known = {leaf.key for leaf in leaves}
    for leaf in leaves:
        children.setdefault(leaf.parent if leaf.parent in known else None, []).append(leaf)
    done: set[str] = set()
    for root in (*children.get(None, ()), *leaves):
        stack = [(root, 0)]
        while stack:
            leaf, depth = stack.pop()
            if leaf.key in done:
                continue
            done.add(leaf.key)
            yield leaf, depth
            stack.extend((child, depth + 1) for child in reversed(children.get(leaf.key, ())))


def _box(leaf: Leaf, x: float, row: int, sheet: Sheet, indent: float) -> Box:
    width = sheet.width - MARGIN - x
    said_on_branch = leaf.parent is not None and indent >= LABELLED
    detail = leaf.detail if said_on_branch else f"{leaf.branch} · {leaf.detail}"
    return Box(
        x=round(x, 1),
        y=MARGIN + row * (BOX_HEIGHT + GAP),
        width=round(width, 1),
        height=BOX_HEIGHT,
        name=cut(leaf.name, width - 2 * PADDING, NAME_LETTER),
        detail=cut(detail, width - 2 * PADDING, DETAIL_LETTER),
        full=f"{leaf.name}: {leaf.branch} · {leaf.detail}",
        address=leaf.address,
        css=leaf.css,
    )


def _branch(parent: Box, child: Box, words: str) -> Branch:
    """From under the parent's left edge down and into the child."""
    x, y = parent.x + STEM, child.y + child.height / 2
    path = f"M{x:g} {parent.y + parent.height:g} V{y - BEND:g} Q{x:g} {y:g} {x + BEND:g} {y:g} H{child.x:g}"
    return Branch(path, round(x + BEND, 1), y - 5, words)


def cut(label: str, room: float, letter: float) -> str:
    """A label that fits its room, with an ellipsis where it was cut."""
    most = int(room / letter)
    return label if len(label) <= most else label[: max(most - 1, 0)].rstrip() + "…"
