"""Files → documents: one module per format behind a registry, decoding, provenance.

`find(inputs)` lists the files; `read(file)` yields a `Document` for each record in it, or a `Problem` saying why not.
"""
