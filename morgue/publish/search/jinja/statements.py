"""Statements of a template as JavaScript that adds to a text `out`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from jinja2 import nodes

from morgue.publish.search.jinja.expressions import UntranslatableError, expression


def body(statements: Sequence[nodes.Node], names: frozenset[str]) -> str:
    """What a block, macro or loop does. Names that it sets are its own."""
    own = sorted(set(_set_in(statements)))
    declared = f"let {', '.join(f'v_{name}' for name in own)};" if own else ""
    known = names | frozenset(own)
    return "\n".join(filter(None, (declared, *(_statement(each, known) for each in statements))))


def macro(node: nodes.Macro, names: frozenset[str]) -> str:
    """A macro as a function of its arguments."""
    arguments = [each.name for each in node.args]
    defaults = [expression(each, names) for each in node.defaults]
    inside = body(node.body, names | frozenset(arguments))
    taken = ", ".join(f"v_{name}" for name in arguments)
    return (
        f"j.macro({json.dumps(arguments)}, [{', '.join(defaults)}], ({taken}) => {{"
        f'\nlet out = "";\n{inside}\nreturn j.safe(out);\n}})'
    )


def _set_in(statements: Sequence[nodes.Node]) -> Iterator[str]:
    """The names that are set here, not in a loop further in, which keeps its own."""
    for each in statements:
        if isinstance(each, nodes.Assign):
            yield from _targets(each.target)
        elif isinstance(each, nodes.If):
            yield from _set_in((*each.body, *each.elif_, *each.else_))


def _targets(target: nodes.Node) -> list[str]:
    names = target.items if isinstance(target, nodes.Tuple) else [target]
    return [each.name for each in names if isinstance(each, nodes.Name)]


def _statement(node: nodes.Node, names: frozenset[str]) -> str:
    if isinstance(node, nodes.Output):
        return "\n".join(_output(each, names) for each in node.nodes)
    if isinstance(node, nodes.Assign):
        return f"{_target(node.target)} = {expression(node.node, names)};"
    if isinstance(node, nodes.If):
        return _if(node, names)
    if isinstance(node, nodes.For):
        return _for(node, names)
    raise UntranslatableError(f"line {node.lineno}: {type(node).__name__} has no translation into JavaScript")


def _output(node: nodes.Node, names: frozenset[str]) -> str:
    if isinstance(node, nodes.TemplateData):
        return f"out += {json.dumps(node.data, ensure_ascii=False)};"
    return f"out += j.text({expression(node, names)});"


def _target(target: nodes.Node) -> str:
    names = [f"v_{name}" for name in _targets(target)]
    return f"[{', '.join(names)}]" if isinstance(target, nodes.Tuple) else names[0]


def _inside(statements: Sequence[nodes.Node], names: frozenset[str]) -> str:
    return "\n".join(_statement(each, names) for each in statements)


def _if(node: nodes.If, names: frozenset[str]) -> str:
    written = f"if (j.truth({expression(node.test, names)})) {{\n{_inside(node.body, names)}\n}}"
    for each in node.elif_:
        written += f" else if (j.truth({expression(each.test, names)})) {{\n{_inside(each.body, names)}\n}}"
    return written + (f" else {{\n{_inside(node.else_, names)}\n}}" if node.else_ else "")


def _for(node: nodes.For, names: frozenset[str]) -> str:
    within = names | frozenset((*_targets(node.target), "loop"))
    target = _target(node.target)
    among = f"j.items({expression(node.iter, names)})"
    if node.test:
        among += f".filter(({target}) => j.truth({expression(node.test, within)}))"
    inside = body(node.body, within)
    loop = f"j.loop({among}, ({target}, v_loop) => {{\n{inside}\n}})"
    return f"if (!{loop}) {{\n{_inside(node.else_, names)}\n}}" if node.else_ else f"{loop};"
