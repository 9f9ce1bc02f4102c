"""Jinja for many pages: the same templates with the same results, without what costs time at each page.

A third of the time of publishing is Jinja's. It is spent on small things that are done some three hundred times a page.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]  # what `escape` calls itself

_PLAIN = frozenset({FunctionType, MethodType, BuiltinFunctionType})


class _Context(Context):
    """Calls what a template calls. Jinja looks each time for whatever something called might want to be given."""

    def call(
        self,
        called: Callable[..., Any],
        *given: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: Any,
    ) -> Any:
        """What a macro, a function or a method gives."""
        if isinstance(called, Macro) and not (named or called.catch_kwargs or called.catch_varargs or called.caller):
            return self._expanded(called, given)
        if called.__class__ in _PLAIN and not hasattr(called, "jinja_pass_arg"):
            return called(*given, **named)
        return super().call(called, *given, _loop_vars=_loop_vars, _block_vars=_block_vars, **named)

    def _expanded(self, macro: Macro, given: tuple[Any, ...]) -> Markup:
        """A macro to which nothing is given by name; what isn't given at all has its default."""
        left_out = len(macro.arguments) - len(given)
        if left_out < 0:
            raise TypeError(f"macro {macro.name!r} takes not more than {len(macro.arguments)} arguments")
        return Markup(macro._func(*given, *(missing,) * left_out))  # noqa: S704, SLF001 - its words are escaped


class _Generator(CodeGenerator):
    """Compiles templates that write with `written` where they would write with `escape`."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.written(")


class Templates(Environment):
    """Templates whose globals are all known before the first is read."""

    code_generator_class = _Generator
    context_class = _Context

    @staticmethod
    def written(value: Any) -> str:
        """A value as it stands in a page. To escape it and mark it as escaped, which nobody asks for, takes longer."""
        kind = value.__class__
        return _escape_inner(value) if kind is str else value if kind is Markup else escape(value)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """All globals in one: Jinja compares those of a template and its environment wherever it imports another."""
        return {**self.globals, **(d or {})}
