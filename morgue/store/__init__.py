"""Clippings, links and problems → one SQLite file. The only place that writes SQL tables.

`archive.py` fills the file and `swap.py` puts it in its place; `rows.py` and `link_rows.py` turn nouns into rows, a
function for each table; `checks.py` refuses a damaged archive. `schema.sql` and `indexes.sql` say what the file looks
like, `counts.sql` what is counted once so that pages need not count. `workings.py` keeps, in a file beside the archive,
what the next build need not do again.
"""

from morgue.store.archive import Archive, new_archive
from morgue.store.swap import refuse_unwritable
from morgue.store.workings import Input, Workings, own_files, workings

__all__ = ["Archive", "Input", "Workings", "new_archive", "own_files", "refuse_unwritable", "workings"]
