"""Expressions of a template as JavaScript. What Python and JavaScript understand differently is left to `jinja.js`."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from jinja2 import nodes

from morgue.errors import MorgueError

# Of what stands between two expressions, each the JavaScript around both.
_BETWEEN: dict[type[nodes.Node], str] = {
    nodes.Or: "j.or({}, () => {})",
    nodes.And: "j.and({}, () => {})",
    nodes.Add: "j.add({}, {})",
    nodes.Sub: "({} - {})",
    nodes.Mul: "({} * {})",
    nodes.Div: "({} / {})",
}
_COMPARISONS = {"eq": "j.equal({}, {})", "ne": "!j.equal({}, {})", "in": "j.within({1}, {0})",
                "notin": "!j.within({1}, {0})", "gt": "({} > {})", "gteq": "({} >= {})", "lt": "({} < {})",
                "lteq": "({} <= {})"}  # fmt: skip


class UntranslatableError(MorgueError):
    """A template uses something of Jinja that has no counterpart in the browser yet."""


def expression(node: nodes.Node, names: frozenset[str]) -> str:
    """The JavaScript for an expression; `names` are bound around it, everything else is asked of the context `c`."""
    translate = _NODES.get(type(node))
    if translate is None:
        raise UntranslatableError(f"line {node.lineno}: {type(node).__name__} has no translation into JavaScript")
    return translate(node, names)


def arguments(node: nodes.Call | nodes.Filter | nodes.Test, names: frozenset[str]) -> str:
    """The arguments of a call, as a list and an object: `[1, ...more], {attribute: "n"}`."""
    if node.dyn_kwargs is not None:
        raise UntranslatableError(f"line {node.lineno}: ** has no translation into JavaScript")
    further = [f"...{expression(node.dyn_args, names)}"] if node.dyn_args else []
    keywords = ", ".join(f"{each.key}: {expression(each.value, names)}" for each in node.kwargs)
    return f"[{', '.join([expression(each, names) for each in node.args] + further)}], {{{keywords}}}"


def _listed(items: Sequence[nodes.Node], names: frozenset[str]) -> str:
    return ", ".join(expression(each, names) for each in items)


def _constant(node: nodes.Const, _names: frozenset[str]) -> str:
    return json.dumps(node.value, ensure_ascii=False)


def _name(node: nodes.Name, names: frozenset[str]) -> str:
    return f"v_{node.name}" if node.name in names else f"c.{node.name}"


def _items(node: nodes.List | nodes.Tuple, names: frozenset[str]) -> str:
    return f"[{_listed(node.items, names)}]"


def _dictionary(node: nodes.Dict, names: frozenset[str]) -> str:
    pairs = (f"[{expression(each.key, names)}]: {expression(each.value, names)}" for each in node.items)
    return f"({{{', '.join(pairs)}}})"


def _attribute(node: nodes.Getattr, names: frozenset[str]) -> str:
    return f"j.attribute({expression(node.node, names)}, {json.dumps(node.attr)})"


def _item(node: nodes.Getitem, names: frozenset[str]) -> str:
    whole = expression(node.node, names)
    if not isinstance(node.arg, nodes.Slice):
        return f"j.item({whole}, {expression(node.arg, names)})"
    ends = [expression(each, names) if each else "undefined" for each in (node.arg.start, node.arg.stop)]
    return f"{whole}.slice({', '.join(ends)})"


def _call(node: nodes.Call, names: frozenset[str]) -> str:
    if isinstance(node.node, nodes.Getattr):
        owner = expression(node.node.node, names)
        return f"j.call({owner}, {json.dumps(node.node.attr)}, {arguments(node, names)})"
    return f"j.invoke({expression(node.node, names)}, {arguments(node, names)})"


def _filter(node: nodes.Filter, names: frozenset[str]) -> str:
    if node.node is None:
        raise UntranslatableError(f"line {node.lineno}: filter blocks have no translation into JavaScript")
    return f"j.filters.{node.name}({expression(node.node, names)}, {arguments(node, names)})"


def _test(node: nodes.Test, names: frozenset[str]) -> str:
    return f"j.tests.{node.name}({expression(node.node, names)}, {arguments(node, names)})"


def _compare(node: nodes.Compare, names: frozenset[str]) -> str:
    if len(node.ops) != 1:
        raise UntranslatableError(f"line {node.lineno}: chains of comparisons have no translation into JavaScript")
    (operand,) = node.ops
    return _COMPARISONS[operand.op].format(expression(node.expr, names), expression(operand.expr, names))


def _condition(node: nodes.CondExpr, names: frozenset[str]) -> str:
    otherwise = expression(node.expr2, names) if node.expr2 else "undefined"
    return f"(j.truth({expression(node.test, names)}) ? {expression(node.expr1, names)} : {otherwise})"


def _between(node: nodes.BinExpr, names: frozenset[str]) -> str:
    return _BETWEEN[type(node)].format(expression(node.left, names), expression(node.right, names))


def _opposite(node: nodes.Not, names: frozenset[str]) -> str:
    return f"!j.truth({expression(node.node, names)})"


def _negative(node: nodes.Neg, names: frozenset[str]) -> str:
    return f"-({expression(node.node, names)})"


def _concatenation(node: nodes.Concat, names: frozenset[str]) -> str:
    return f"j.concatenate({_listed(node.nodes, names)})"


Translate = Callable[..., str]
_NODES: dict[type[nodes.Node], Translate] = {
    **dict.fromkeys(_BETWEEN, _between),
    nodes.Const: _constant,
    nodes.Name: _name,
    nodes.List: _items,
    nodes.Tuple: _items,
    nodes.Dict: _dictionary,
    nodes.Getattr: _attribute,
    nodes.Getitem: _item,
    nodes.Call: _call,
    nodes.Filter: _filter,
    nodes.Test: _test,
    nodes.Compare: _compare,
    nodes.CondExpr: _condition,
    nodes.Not: _opposite,
    nodes.Neg: _negative,
    nodes.Concat: _concatenation,
}
