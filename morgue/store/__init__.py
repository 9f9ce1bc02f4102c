"""Links and clippings → tables: the only place that writes SQL tables.

`new_archive(path)` is a context: what is written in it replaces the old archive at the end, or nothing does.
"""
