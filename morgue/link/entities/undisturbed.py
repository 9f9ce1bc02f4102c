"""Linking without Python's search for cycles among its objects.

Linking makes millions of objects that live until its end, and no cycles. The search would look through all of them
again and again, for an eighth of the time, and find nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Puts the search off until the end of the block, unless it was off before."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
