"""Which of the paragraphs that recur are furniture, and not versions of one story, background or headings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from morgue.clean.prose import is_prose
from morgue.clean.recurring.heap import Heap, Place, source_of
from morgue.clean.recurring.limits import limits

WORD = re.compile(r"[^\W\d_]{4,}")
SIGNATURE = re.compile(r"--|—|–")  # what a long dash begins is whose words stand above: they are quoted
OPENING = ":"  # what it ends is said to what follows


class Verdict:
    """The furniture of a heap: `boxes` are long enough to go wherever they stand, `lines` could be headings."""

    def __init__(self, heap: Heap) -> None:
        self.heap = heap
        everywhere = {mark: places for mark, places in heap.places.items() if self._is_everywhere(mark, places)}
        found = {mark: everywhere[mark] for mark in self._beside_the_subject(everywhere)}
        self.suspects = set(found)
        self.boxes = {mark for mark, places in found.items() if self._is_box(places)}
        self.bounds = {number: self._bounds(number) for number in sorted(heap.having(found))}
        self.lines = {mark for mark, places in found.items() if mark not in self.boxes and self._is_line(places)}

    def furniture(self, number: int) -> list[int]:
        """The paragraphs of an article that are furniture, by their numbers."""
        if number not in self.bounds:
            return []
        return [
            place.paragraph
            for place, mark in self.heap.paragraphs(number)
            if mark in self.boxes or (mark in self.lines and self._heads_nothing(place))
        ]

    def _is_everywhere(self, mark: int, places: Sequence[Place]) -> bool:
        """Whether enough different documents have it, as nobody's words. Versions of one story count as one."""
        if SIGNATURE.match(self.heap.text(places[0])):
            return False
        source = source_of(self.heap.articles[places[0].article])
        needed = max(limits().documents, limits().share * self.heap.documents[source])
        seen: set[int] = set()
        different = 0
        for number in _articles(places):
            different += self._is_another(number, mark, seen)
            if different >= needed:
                return True
            seen.update(self.heap.marks[number])
        return False

    def _is_another(self, number: int, mark: int, seen: set[int]) -> bool:
        """Whether most of an article, apart from what is weighed, has not been seen."""
        paragraphs = zip(self.heap.articles[number].layout, self.heap.marks[number], strict=True)
        sizes = [(other in seen, each.end - each.start) for each, other in paragraphs if other != mark]
        return sum(size for known, size in sizes if not known) > limits().fresh * sum(size for _, size in sizes)

    def _beside_the_subject(self, found: Mapping[int, Sequence[Place]]) -> Iterator[int]:
        """Of these marks those whose documents don't talk about what they say. Each document is read only once."""
        words = {mark: self._said(places[0]) for mark, places in found.items()}
        asked: dict[int, list[int]] = defaultdict(list)
        for mark, places in found.items():
            for number in _articles(places)[: limits().sample]:
                asked[number].append(mark)
        shared, whole = Counter[int](), Counter[int]()
        for number, marks in asked.items():
            own = self._own_words(number)
            shared.update({mark: len(words[mark] & own) for mark in marks})
            whole.update({mark: len(words[mark]) for mark in marks})
        return (mark for mark in found if shared[mark] <= limits().overlap * whole[mark])

    def _said(self, place: Place) -> set[str]:
        """The words of a paragraph. The publisher's own name is no subject."""
        source = self.heap.articles[place.article].source
        return _words(self.heap.text(place)) - _words(source.name if source else "")

    def _own_words(self, number: int) -> set[str]:
        """The words of the paragraphs that an article has for itself."""
        own = (place for place, mark in self.heap.paragraphs(number) if mark not in self.heap.places)
        return _words(" ".join(map(self.heap.text, own)))

    def _is_box(self, places: Sequence[Place]) -> bool:
        """Whether it is too long for a heading and says the same each time: with other numbers it may be news."""
        text = self.heap.text(places[0])
        same = not any(map(str.isdigit, text)) or len({self.heap.text(place).casefold() for place in places}) == 1
        return same and (is_prose(text) or text.count(" ") >= limits().heading)

    def _is_line(self, places: Sequence[Place]) -> bool:
        """Whether a short line stands where no heading does, in nearly all its documents."""
        return sum(map(self._heads_nothing, places)) >= limits().ends * len(places)

    def _heads_nothing(self, place: Place) -> bool:
        """Whether a paragraph stands right above or anywhere below all text of its article, or right above a box."""
        marks = self.heap.marks[place.article]
        first, last = self.bounds[place.article]
        under = place.paragraph + 1
        heads_text = under > first or self.heap.text(place).endswith(OPENING)
        above_all = not heads_text and self.suspects.issuperset(marks[under:first])
        above_box = any(mark in self.boxes for mark in marks[under : under + 1])
        return above_all or above_box or place.paragraph > last

    def _bounds(self, number: int) -> tuple[int, int]:
        """The first and the last paragraph of an article's own running text."""
        paragraphs = self.heap.paragraphs(number)
        own = [
            place.paragraph for place, mark in paragraphs if mark not in self.boxes and is_prose(self.heap.text(place))
        ]
        return (own[0], own[-1]) if own else (0, len(self.heap.marks[number]))


def _articles(places: Iterable[Place]) -> list[int]:
    """The articles of these places, each once, in their order."""
    return list(dict.fromkeys(place.article for place in places))


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold()))
