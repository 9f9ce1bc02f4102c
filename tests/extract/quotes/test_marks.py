"""Quotation marks: which belong together, and which are apostrophes, inches or elisions."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.extract.quotes.marks import Stretch, find_stretches
from morgue.model import Paragraph

pytestmark = pytest.mark.unit

PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "‘",
        "’",
        "'",
        "«",
        "»",
        "„",
        "「",
        "」",
        "=",
        "``",
        "''",
        " ",
        " ",
        "\n\n",
        "word",
        "Ann",
        "said",
        ",",
        ".",
        "?",
        "5'10",
        "dogs'",
    ]
)


def paragraphs(text: str) -> list[Paragraph]:
    """The spans of a text's paragraphs."""
    return [Paragraph(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]


def stretches(text: str) -> tuple[Stretch, ...]:
    """The stretches of a text laid out in lines."""
    return find_stretches(text, paragraphs(text))


def words(text: str) -> list[str]:
    """What stands between the marks of a text."""
    return [text[s.start : s.end] for s in stretches(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He was “very glad” today.",
        'He was "very glad" today.',
        "He was ``very glad'' today.",
        "He was « very glad » today.",
        "He was „very glad“ today.",
        "He was „very glad” today.",
        "He was ‘very glad’ today.",
        "He was 'very glad' today.",
        "He was “very glad“ today.",
        "He was »very glad« today.",
        "He was »very glad» today.",
        "He was ”very glad” today.",
        "He was 「very glad」 today.",
        "He was 『very glad』 today.",
        "He was ''very glad'' today.",
    ],
)
def test_every_style_of_marks_is_paired(text: str) -> None:
    """Curly, straight, doubled, French, German, British and mistyped marks all hold their words without the marks."""
    assert words(text) == ["very glad"]


def test_inner_quotes_of_other_scripts_stay_inside() -> None:
    """Corner brackets nest as other marks do, without spaces around them."""
    assert words("彼は「『行け』と言われた」と話した。") == ["『行け』と言われた"]


def test_a_closing_mark_may_open_a_paragraph() -> None:
    """A mark that is turned the wrong way at the start of a paragraph opens a quote, if it is closed."""
    assert words("” … the train has left the station,” wrote the paper.") == ["… the train has left the station,"]
    assert words("” he said.") == []


def test_marks_that_point_inwards_may_open_a_paragraph() -> None:
    """As Danish and German books print them; a mark that only points at something opens nothing."""
    assert words("»We will stay«, she said.") == ["We will stay"]
    assert words("» More: «We will stay», she said.") == ["We will stay"]


def test_a_pair_with_a_pair_inside_does_not_disturb_the_next() -> None:
    """What nests in one quote is forgotten behind it."""
    assert words("「『行け』と言われた」 and “very glad” today.") == ["『行け』と言われた", "very glad"]


def test_a_block_quote_needs_no_marks() -> None:
    """A paragraph that is set off is a quote as a whole; with marks of its own, these tell."""
    text = "She wrote:\n\n> We will stay.\n\n> Come in. — Ann Lee\n\n> “Go away,” he said."
    laid_out = [replace(p, kind="block quote") if text[p.start] == ">" else p for p in paragraphs(text)]
    found = find_stretches(text, laid_out)
    assert [text[s.start : s.end] for s in found] == ["We will stay.", "Come in.", "Go away,"]
    assert [s.continues for s in found] == [False, True, False]


def test_values_of_markup_are_no_quotes() -> None:
    """What stands behind an equals sign is an attribute."""
    assert words('<tweet id="1234" author="@ann">Hello</tweet>') == []


def test_quotes_within_doubled_apostrophes_stay_inside() -> None:
    """Three apostrophes in a row end both quotes."""
    assert words("''I said, 'Go home,''' she recalled.") == ["I said, 'Go home,'"]


def test_the_comma_inside_the_marks_stays_inside() -> None:
    """A comma or full stop before the closing mark belongs to the quote."""
    assert words("“We shall see,” she said.") == ["We shall see,"]


@pytest.mark.parametrize(
    "text",
    [
        "The Smiths' dog isn't theirs, it's the Millers'.",
        "Born in the '60s, she loved rock 'n' roll and the ’80s.",
        'The man is 5\'11" and carries a 3" knife.',
        "It’s the workers’ turn, isn’t it?",
    ],
)
def test_apostrophes_and_measures_are_no_quotes(text: str) -> None:
    """Possessives, contractions, elided figures, feet and inches open nothing."""
    assert words(text) == []


def test_a_quote_in_single_marks_may_hold_plural_possessives() -> None:
    """The apostrophe of a plural possessive does not close a British quote."""
    assert words("‘The drivers’ strike is over,’ said Ann. ‘Go home.’") == ["The drivers’ strike is over,", "Go home."]


def test_a_quote_within_a_quote_is_part_of_it() -> None:
    """Inner quotes are not stretches of their own, whichever marks are the outer ones."""
    assert words("“He told me, ‘Run,’ and I ran,” she said.") == ["He told me, ‘Run,’ and I ran,"]
    assert words("‘He told me, “Run,” and I ran,’ she said.") == ["He told me, “Run,” and I ran,"]
    assert words("“He told me, “Run,” and I ran,” she said.") == ["He told me, “Run,” and I ran,"]


def test_an_unclosed_mark_runs_to_the_end_of_its_paragraph() -> None:
    """Where no closing mark is printed the paragraph's end closes, and the stretch says so."""
    text = "“We lost the bridge.\nThe town slept."
    (only,) = stretches(text)
    assert (text[only.start : only.end], only.closed) == ("We lost the bridge.", False)


def test_an_unclosed_mark_ends_before_its_attribution() -> None:
    """A forgotten closing mark does not make `he said` part of what he said."""
    assert words("“We lost the bridge, he said. Nobody spoke.") == ["We lost the bridge,"]
    assert words("“We lost the bridge, said Ann Lee on Monday.") == ["We lost the bridge,"]


def test_a_quote_over_paragraphs_is_told_as_one_that_continues() -> None:
    """An opening mark at the start of the next paragraph continues a quote that was not closed."""
    found = stretches("“We lost the bridge.\n“Then we lost the road,” she said.\n“Really?” he asked.")
    assert [s.continues for s in found] == [False, True, False]


def test_a_new_opening_mark_ends_an_unclosed_quote() -> None:
    """Two opening marks in a row are two quotes, the first without its end."""
    assert words("He wrote “perhaps so and then “no.”") == ["perhaps so and then", "no."]


def test_marks_without_words_hold_nothing() -> None:
    """Empty pairs of marks are no stretches."""
    assert words("He wrote “” and “ ” there.") == []


@given(st.lists(PIECES, max_size=40).map("".join))
def test_stretches_keep_their_laws(text: str) -> None:
    """Whatever the marks: spans lie in one paragraph, in order, apart, trimmed, and within their marks."""
    spans, end = paragraphs(text), 0
    for s in find_stretches(text, spans):
        home = spans[s.paragraph]
        assert home.start <= s.opening <= s.start < s.end <= s.closing <= home.end
        assert s.opening >= end
        assert text[s.start : s.end] == text[s.start : s.end].strip()
        end = s.closing


@given(
    st.text(alphabet=st.characters(categories=["L", "N", "Zs"]), min_size=1, max_size=30).filter(
        lambda t: t.strip().isalpha()
    )
)
def test_whatever_stands_between_curly_marks_comes_back(inner: str) -> None:
    """Pairing loses and adds no word."""
    assert words(f"A “{inner}” z") == [inner.strip()]
