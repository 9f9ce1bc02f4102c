"""Jinja for many pages: the same templates with the same results, without what costs time at each page.

A third of the time of publishing is Jinja's. It is spent on small things that are done some three hundred times a page.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]  # what `escape` calls itself


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

    @staticmethod
    def written(value: Any) -> str:
        """A value as it stands in a page. To escape it and mark it as escaped, which nobody asks for, takes longer."""
        kind = value.__class__
        return _escape_inner(value) if kind is str else value if kind is Markup else escape(value)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """All globals in one: Jinja compares those of a template and its environment wherever it imports another."""
        return {**self.globals, **(d or {})}
