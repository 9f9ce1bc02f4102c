"""Stories by event: articles that tell of the same thing on the same days, whether or not one was made from another.

`words.py` counts the words by which an article tells what happened, `rarity.py` weighs them by how unusual they are
among all news and among that of the weeks around, `near.py` finds the articles that are worth comparing, `events.py`
joins them. Versions are found before, in `morgue/link/versions/`, and stay together.
"""
