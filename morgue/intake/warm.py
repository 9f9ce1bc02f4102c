"""Imported once, by the server from which workers are forked: what a first document makes libraries load is then there.

Cleaning one is what loads it. Where there is no such server, each worker's first document pays.
"""

from contextlib import suppress
from hashlib import sha256

from morgue.clean import clean
from morgue.model import Original, Stated

_PAGE = "<html><body><h1>The harbour</h1><p>The harbour reopened on Friday, after a long winter.</p></body></html>"
_RAW = _PAGE.encode()
with suppress(Exception):  # what trips over this trips over the first document, and is told there
    clean(
        Original("", "", sha256(_RAW).hexdigest(), "text/html", "utf-8", len(_RAW), Stated(), "", _RAW, _PAGE, "html")
    )
