"""What people have decided, applied to what the rules have found. It outranks every rule.

`correct` takes the entities of all rules and gives them as they are to be. The verdicts come in an order of their own,
whatever the file's: mentions go to whom they belong (`moves.py`), entities that are one become one (`merges.py`), then
they get their name and kind, or go (`traits.py`). `directory.py` finds whom a verdict names, `desk.py` is where
entities lie while this is done, `telling.py` has the words for what held, what did not, and why.
"""

from morgue.link.corrections.correct import Corrected, correct
from morgue.link.corrections.doubts import unanswered

__all__ = ["Corrected", "correct", "unanswered"]
