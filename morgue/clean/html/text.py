"""The lines of an article on a page: what trafilatura finds, without the boxes in it, with the blocks it lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, chain, takewhile

from trafilatura import bare_extraction

from morgue.clean.draft import Line
from morgue.clean.html.blocks import Block, innermost
from morgue.clean.html.boxes import Boxes, Element, is_standfirst
from morgue.clean.html.found import Found, placed
from morgue.clean.html.lost import lost
from morgue.clean.lines import squeezed
from morgue.clean.prose import is_prose
from morgue.model import Removed

LINKED = 0.7  # of a line's letters: what has more of them in links leads to other pages
LARGEST = 1 / 3  # of the words: a larger box is the article under an odd name
TITLE = 6  # words: the longest title of a box of links
ENOUGH = 3  # links that make a list of them a box
MENU = 0.5  # of the words stand in links: not the article was found but the page's menus


def article_lines(tree: Element, stated: str = "") -> tuple[tuple[Line, ...], tuple[Removed, ...]]:
    """The article's lines, and what stood among them and is none of its text.

    Args:
        tree: The page, parsed; it stays as it is.
        stated: The article's text as the page's metadata give it, or "".
    """
    blocks = innermost(tree)
    found = placed(_extracted(tree, fast=True), blocks)
    if _is_menu(found):
        found = placed(_extracted(tree, fast=False), blocks)
    boxes = Boxes()
    rules = _rules(found, boxes)
    kept = [each for place, each in enumerate(found) if place not in rules]
    more = lost([each.text for each in found], [each.block for each in kept if each.block], blocks, boxes, stated)
    removed = [Removed(found[place].text, None, rule) for place, rule in sorted(rules.items())]
    removed += _skipped(found, blocks, more, boxes)
    return tuple(_line(each) for each in _merged(kept, more)), tuple(removed)


def _skipped(found: Sequence[Found], blocks: Sequence[Block], more: Sequence[Block], boxes: Boxes) -> list[Removed]:
    """What stands between the first paragraph and the last, and was never taken for text: captions, boxes, links."""
    places = [each.block.place for each in found if each.block and is_prose(each.text)]
    if not places:
        return []
    known = {each.text for each in found} | {each.text for each in more}
    between = (block for block in blocks[min(places) : max(places)] if block.text not in known)
    rules = {block.text: rule for block in between if (rule := boxes.around(block.element) or _linked(block))}
    return [Removed(text, None, rule) for text, rule in rules.items()]


def _linked(block: Block) -> str | None:
    return "related link" if block.kind != "subhead" and block.linked >= LINKED else None


def _extracted(tree: Element, *, fast: bool) -> list[str]:
    """The lines that trafilatura finds; where it isn't to be fast it asks two more extractors, and doubles its time."""
    page = bare_extraction(tree, fast=fast, include_comments=False)
    text = page.text if page is not None and not isinstance(page, dict) else ""
    return [line for each in (text or "").split("\n") if (line := squeezed(each))]


def _is_menu(found: Sequence[Found]) -> bool:
    """Whether nothing was found but the page's menus: most of the words are links."""
    linked = sum(each.words for each in found if each.block and each.block.linked >= LINKED)
    return linked > MENU * sum(each.words for each in found)


def _rules(found: Sequence[Found], boxes: Boxes) -> dict[int, str]:
    """The lines that are not the article's text, by their places, with the rule for each."""
    boxed = {
        place: rule for place, each in enumerate(found) if each.block and (rule := boxes.around(each.block.element))
    }
    rules = _without_large(boxed, found) | _teasers(found) | _head(found)
    for place, each in enumerate(found):
        if each.block and (rule := _linked(each.block)):
            rules.setdefault(place, rule)
    for place in range(len(found) - 2, -1, -1):
        if place not in rules and rules.get(place + 1, "").startswith("related") and _is_title(found[place]):
            rules[place] = "related box"
    return rules


def _without_large(rules: dict[int, str], found: Sequence[Found]) -> dict[int, str]:
    """The rules without those that would take a large share of the words."""
    words: Counter[str] = Counter()
    for place, rule in rules.items():
        words[rule] += found[place].words
    most = LARGEST * sum(each.words for each in found)
    return {place: rule for place, rule in rules.items() if words[rule] <= most}


def _teasers(found: Sequence[Found]) -> dict[int, str]:
    """The list under the text in which every item begins with a link to another article."""
    end = next((place for place in range(len(found) - 1, -1, -1) if not found[place].is_teaser), -1)
    below = range(end + 1, len(found))
    return dict.fromkeys(below, "related box") if ENOUGH <= len(below) < len(found) else {}


def _head(found: Sequence[Found]) -> dict[int, str]:
    """Lines above the first paragraph that are the article's head: its heading, and the summary under that."""
    heads = ((place, _head_rule(each), is_prose(each.text)) for place, each in enumerate(found))
    above = takewhile(lambda head: head[1] or not head[2], heads)
    return {place: rule for place, rule, _ in above if rule}


def _head_rule(found: Found) -> str | None:
    if not found.block:
        return None
    if found.block.element.tag == "h1":
        return "headline"
    summary = is_standfirst(found.block.element) or (found.block.kind == "subhead" and is_prose(found.text))
    return "standfirst" if summary else None


def _is_title(found: Found) -> bool:
    headed = found.block is not None and found.block.kind == "subhead"
    return found.words <= TITLE and not is_prose(found.text) and (headed or found.text.endswith((":", "…", "...")))


def _merged(kept: Sequence[Found], more: Sequence[Block]) -> list[Found]:
    """The lines that were found and those that were lost, in the order of the page."""
    places = accumulate((each.block.place if each.block else -1 for each in kept), max)
    ordered = chain(zip(places, kept, strict=True), ((block.place, Found(block.text, block)) for block in more))
    return [each for _, each in sorted(ordered, key=lambda pair: pair[0])]


def _line(found: Found) -> Line:
    return Line(found.text, None, found.block.kind if found.block else None)
