"""corrections.yml → `Correction`s: what people have decided about the archive.

`read(path)` gives them in order of the file, or tells every line that cannot be used. `entries.py` cuts the file into
entries that know their lines, `fields.py` reads one field, `verdicts.py` knows which fields each verdict has. Whether a
correction matches anything, only linking can tell.
"""

from morgue.corrections.reading import DEFAULT, read

__all__ = ["DEFAULT", "read"]
