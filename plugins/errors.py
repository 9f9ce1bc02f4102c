"""Our own pages for what goes wrong, on our addresses and on Datasette's."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Generator
from typing import Any

from datasette import Request, Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Base400
from datasette.views.base import DatasetteError
from markupsafe import Markup

SERVER_ERROR = 500
log = logging.getLogger("morgue")


@hookimpl(hookwrapper=True)
def handle_exception(datasette: Datasette, request: Request, exception: Exception) -> Generator[None, Any, None]:
    """Puts our answer in place of Datasette's, which would print every 404 with a stack trace."""
    outcome = yield
    outcome.force_result([_answer(datasette, request, exception)])


def _answer(datasette: Datasette, request: Request, exception: Exception) -> Callable[[], Awaitable[Response]]:
    async def answer() -> Response:
        status, title, message = _told(exception)
        if status == SERVER_ERROR:
            log.error("%s failed", request.path, exc_info=exception)
        if request.path.endswith(".json"):
            return Response.json({"ok": False, "error": str(message), "status": status, "title": title}, status=status)
        context = {"page": None, "address": None, "status": status, "title": title, "error": message}
        body = await datasette.render_template([f"{status}.html", "error.html"], context, request=request)
        return Response.html(body, status=status)

    return answer


def _told(exception: Exception) -> tuple[int, str | None, str]:
    """Status, title and message of an exception. A fault of ours tells nothing of our insides."""
    if isinstance(exception, Base400):
        return exception.status, None, str(exception.args[0]) if exception.args else ""
    if isinstance(exception, DatasetteError):
        message = Markup(exception.message) if exception.message_is_html else exception.message  # noqa: S704 (Datasette's own)
        return exception.status, exception.title, message
    return SERVER_ERROR, None, "Something went wrong on our side."
