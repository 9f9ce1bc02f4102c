"""One template as a part of a JavaScript module: its macros, and the blocks that it fills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from jinja2 import Environment, nodes

from morgue.publish.search.jinja.expressions import UntranslatableError, expression
from morgue.publish.search.jinja.statements import body, macro

_HEAD = 'import * as j from "./jinja.js";\n'


def script(folder: Path, template: str) -> str:
    """The template and all that it imports as a module that exports `blocks`: functions from a context to HTML."""
    known: dict[str, str] = {}
    blocks = _template(folder, template, known)
    return "\n".join((_HEAD, *known.values(), f"export const blocks = {blocks};\n"))


def _template(folder: Path, name: str, known: dict[str, str]) -> str:
    parsed = _parsed(folder, name)
    modules = _imported(folder, parsed.body, known)
    sets = [each for each in parsed.body if isinstance(each, nodes.Assign)]
    written = ",\n".join(_block(each, sets, modules) for each in parsed.find_all(nodes.Block))
    return f"{{\n{written}\n}}"


def _block(block: nodes.Block, sets: Sequence[nodes.Assign], modules: dict[str, str]) -> str:
    """A block, behind what its template sets for all blocks."""
    inside = body([*sets, *block.body], frozenset(modules))
    return f'{block.name}(c) {{\n{_modules(modules)}\nlet out = "";\n{inside}\nreturn out;\n}}'


def _modules(modules: dict[str, str]) -> str:
    return " ".join(f"const v_{name} = {variable};" for name, variable in modules.items())


def _imported(folder: Path, statements: Sequence[nodes.Node], known: dict[str, str]) -> dict[str, str]:
    """By the name that it is imported as, the variable that holds a template's macros."""
    return dict(_imports(folder, statements, known))


def _imports(folder: Path, statements: Sequence[nodes.Node], known: dict[str, str]) -> Iterator[tuple[str, str]]:
    for each in statements:
        if isinstance(each, nodes.Import) and isinstance(each.template, nodes.Const):
            name = str(each.template.value)
            variable = PurePath(name).stem.strip("_") + "_macros"
            if variable not in known:
                written = _macros(folder, name, variable, known)
                known[variable] = written
            yield each.target, variable


def _macros(folder: Path, name: str, variable: str, known: dict[str, str]) -> str:
    """A template of macros as an object; macros call each other through it."""
    parsed = _parsed(folder, name)
    modules = _imported(folder, parsed.body, known)
    macros = [each for each in parsed.body if isinstance(each, nodes.Macro)]
    own = frozenset((*modules, *(each.name for each in macros)))
    lines = [f"const {variable} = (() => {{", _modules(modules)]
    for each in parsed.body:
        if isinstance(each, nodes.Macro):
            lines.append(f"const v_{each.name} = {macro(each, own)};")
        elif isinstance(each, nodes.Assign) and isinstance(each.target, nodes.Name):
            lines.append(f"const v_{each.target.name} = {expression(each.node, own)};")
            own |= {each.target.name}
        elif not _is_nothing(each):
            raise UntranslatableError(f"{name}, line {each.lineno}: only macros are taken from an imported template")
    exported = ", ".join(f"{each.name}: v_{each.name}" for each in macros)
    return "\n".join((*lines, f"return {{ {exported} }};", "})();"))


def _is_nothing(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Output):
        return all(isinstance(each, nodes.TemplateData) and not each.data.strip() for each in node.nodes)
    return isinstance(node, nodes.Import)


def _parsed(folder: Path, name: str) -> nodes.Template:
    return Environment(autoescape=True).parse((folder / name).read_text("utf-8"), name)
