"""What people have decided about articles: which are one story, which was made from which. It outranks every rule.

`judging.py` finds the articles that the verdicts name (`naming.py`) and sets aside what a later verdict contradicts;
what is left is the `Ruling`. `decreeing.py` alters the rows of reuse by it, and the telling of stories keeps to it.
"""
