"""The tree of a story's versions: boxes in columns, each joined to what it derives from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

BOX_HEIGHT, GAP = 52.0, 14.0
WIDTH = 720.0
INDENT = 36.0
MARGIN = 4.0
PADDING = 10.0
# Wide letters of common sans-serif faces, in pixels at the sizes of morgue.css: labels are cut by the widest face.
NAME_LETTER, DETAIL_LETTER = 7.6, 6.4
MOST = 24  # boxes that can still be taken in at a glance


@dataclass(frozen=True, slots=True)
class Leaf:
    """One version to draw: `parent` is the key of what it derives from, if that is drawn."""

    key: str
    parent: str | None
    name: str
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
class Tree:
    """A whole picture in user units."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    curves: tuple[str, ...]


def tree(leaves: Sequence[Leaf]) -> Tree:
    """Draw versions: originals to the left, what derives from them to the right, in order."""
    rows = list(_ordered(leaves))
    boxes = {leaf.key: _box(leaf, depth, row) for row, (leaf, depth) in enumerate(rows)}
    curves = tuple(
        _curve(boxes[leaf.parent], boxes[leaf.key]) for leaf, depth in rows if depth and leaf.parent is not None
    )
    height = 2 * MARGIN + len(rows) * (BOX_HEIGHT + GAP) - GAP if rows else 0.0
    return Tree(WIDTH, height, tuple(boxes.values()), curves)


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


def _box(leaf: Leaf, depth: int, row: int) -> Box:
    x = MARGIN + min(depth, 6) * INDENT
    width = WIDTH - MARGIN - x
    return Box(
        x=x,
        y=MARGIN + row * (BOX_HEIGHT + GAP),
        width=width,
        height=BOX_HEIGHT,
        name=cut(leaf.name, width - 2 * PADDING, NAME_LETTER),
        detail=cut(leaf.detail, width - 2 * PADDING, DETAIL_LETTER),
        full=f"{leaf.name}: {leaf.detail}",
        address=leaf.address,
        css=leaf.css,
    )


def _curve(parent: Box, child: Box) -> str:
    """From under the parent's left edge down and into the child."""
    x, y = parent.x + INDENT / 2, child.y + child.height / 2
    return f"M{x:g} {parent.y + parent.height:g} V{y - 8:g} Q{x:g} {y:g} {x + 8:g} {y:g} H{child.x:g}"


def cut(label: str, room: float, letter: float) -> str:
    """A label that fits its room, with an ellipsis where it was cut."""
    most = int(room / letter)
    return label if len(label) <= most else label[: max(most - 1, 0)].rstrip() + "…"
