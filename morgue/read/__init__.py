"""Files → documents: one module per format behind a registry, decoding, provenance.

`find(inputs)` lists the files; `read(found, options, watch)` yields an `Original` for each record in a file or in what
a file holds, or a `Problem` saying why there is none.

To add a format: a module in `formats/` with a `Format`, a line in `registry.FORMATS`, a folder of golden cases under
tests/read/golden.
"""

from morgue.read.form import Found, Options
from morgue.read.inputs import find
from morgue.read.manifest import Manifests, Row, applied, manifests_apart, read_manifests
from morgue.read.reading import read
from morgue.read.watch import Watch

__all__ = [
    "Found",
    "Manifests",
    "Options",
    "Row",
    "Watch",
    "applied",
    "find",
    "manifests_apart",
    "read",
    "read_manifests",
]
