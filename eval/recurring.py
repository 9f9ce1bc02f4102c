"""Lists what recurs in a heap and is therefore taken for furniture, to be read by somebody who can judge.

usage: python -m eval.recurring [--show N] FILE…

One line for each paragraph that is removed: in how many articles, of how many of the source, the source, the words.
With --show, N of the removed paragraphs, drawn evenly, each between what stands above and below it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.cleaned import cleaned
from morgue.clean import recurring
from morgue.clean.recurring.heap import source_of
from morgue.clean.recurring.removal import RULE
from morgue.model import Article

WIDTH = 160  # characters of a paragraph that are shown


def lost(article: Article) -> list[str]:
    """What the corpus took from an article."""
    return [each.text for each in article.removed if each.rule == RULE]


def listed(articles: Sequence[Article]) -> Iterator[str]:
    """Each removed paragraph once, the most frequent first."""
    of = Counter(map(source_of, articles))
    rows = Counter((source_of(article), text) for article in articles for text in set(lost(article)))
    for (source, text), count in sorted(rows.items(), key=lambda row: (-row[1], row[0])):
        yield f"{count:6} of {of[source]:6}  {source or '(no source)'}  {text[:WIDTH]}"


def shown(before: Sequence[Article], after: Sequence[Article], number: int) -> Iterator[str]:
    """So many of the removed paragraphs, drawn evenly over all, each in its place."""
    places = [(one, text) for one, other in zip(before, after, strict=True) for text in lost(other)]
    for article, text in places[:: max(1, len(places) // number)][:number]:
        paragraphs = ["", *(article.text[each.start : each.end] for each in article.layout), ""]
        place = paragraphs.index(text)
        above, below = paragraphs[place - 1], paragraphs[place + 1]
        yield f"\n{article.document.place}\n    {above[-WIDTH:]}\n  → {text[:WIDTH]}\n    {below[:WIDTH]}"


def main() -> None:
    """Prints the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+", type=Path, metavar="FILE", help="files or folders, as for a build")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="show so many of the removed paragraphs")
    arguments = parser.parse_args()
    before = list(cleaned(arguments.inputs))
    after = recurring(before)
    print("\n".join(listed(after)))
    print("\n".join(shown(before, after, arguments.show)) if arguments.show else "")
    touched = sum(bool(lost(article)) for article in after)
    print(f"{sum(len(lost(article)) for article in after)} paragraphs of {touched} articles, of {len(after)}")


if __name__ == "__main__":
    main()
