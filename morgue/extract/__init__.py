"""Article → Facts: names, roles, quotes, figures and dates, one article at a time.

`load(model)` gives an `Extractor`; its `facts(article)` is all that other rooms need.
"""

from morgue.extract.extractor import Extractor, load

__all__ = ["Extractor", "load"]
