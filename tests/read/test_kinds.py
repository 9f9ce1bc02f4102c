"""Files are known by their names, and where these do not tell, by how they begin."""

from pathlib import Path

import pytest

from morgue.model import Original
from morgue.read import find
from tests.read.made import records, tarred, told, zipped

pytestmark = pytest.mark.unit
PAGE = b"<!-- saved --><html><body><p>The ferry sailed again on Monday.</body></html>"
PROSE = "The ferry sailed again on Monday, the harbour office said.\n\n“It took two years,” said the owner.\n" * 3
CSS = "body { margin: 0; } .story > p { color: #333; }\n" * 20
SCRIPT = "function go(a) { return a.map((b) => b[0] + 1); }\nvar x = go([1, 2]);\n" * 20
PHP = "<?php $a = $_GET['id']; include('head.php'); echo $a->story; ?>\n" * 20


def types(name: str, raw: bytes) -> list[str]:
    """What documents a file gives, by type, or the codes of its problems."""
    return [each.content_type if isinstance(each, Original) else each.code for each in records(name, raw)]


@pytest.mark.parametrize(
    "name",
    [
        *("story.php", "story.aspx", "story.jsp", "story.cgi", "story", "article.html.1", "article.html.bak"),
        *("article.html?id=3", "article.html@id=3", "story.php?file=a.zip", "story.php@a=b.jpg", "index.html~"),
    ],
)
def test_a_page_is_known_under_any_name(name: str) -> None:
    """Scripts of servers, what wget makes of addresses, and copies are pages if they hold one."""
    assert types(name, PAGE) == ["html"]


@pytest.mark.parametrize(
    "name", ["story.txt.bak", "story.article", "story.asc2", "Notes of Dr. Quill", "story", "a.txt.2"]
)
def test_prose_is_known_under_any_name(name: str) -> None:
    """A text is one whatever its ending, if it reads as one."""
    assert types(name, PROSE.encode()) == ["text"]


@pytest.mark.parametrize("name", ["a.xyz", "a.php", "a.aspx", "noname"])
@pytest.mark.parametrize("text", [CSS, SCRIPT, PHP])
def test_code_is_no_article(name: str, text: str) -> None:
    """Style sheets and programs are told as what cannot be read, not taken for texts."""
    assert types(name, text.encode()) == ["unsupported"]


@pytest.mark.parametrize("name", ["a.xyz", "noname"])
def test_binary_is_no_article(name: str) -> None:
    """Nor is what is no text at all."""
    assert types(name, bytes(range(256)) * 20) == ["unsupported"]


@pytest.mark.parametrize("name", ["a.css", "a.js", "a.png", "a.docx", "a.sqlite", "a.css?ver=3", "a.JPG"])
def test_what_is_known_as_no_article_is_not_opened(name: str, tmp_path: Path) -> None:
    """Pictures and the like are told by their names, whatever they hold."""
    (tmp_path / name).write_text(PROSE, encoding="utf-8")
    found, problems = find([tmp_path / name])
    assert (found, [each.code for each in problems]) == ((), ["unsupported"])


def test_an_archive_without_an_extension_is_opened() -> None:
    """Zip and tar are known by their marks."""
    members = [("a.txt", b"One.")]
    assert told("heap", zipped(members)) == ["One."]
    assert told("heap", tarred(members)) == ["One."]


def test_a_name_with_a_question_keeps_its_own_ending() -> None:
    """A question mark in a title is no query."""
    assert told("Who owns the harbour?.txt", b"One.") == ["One."]


def test_the_tags_of_a_feed_are_read_off_where_they_lie_too_deep() -> None:
    """A text in a thousand boxes keeps its words."""
    inside = "&lt;div&gt;" * 1_000 + "One."
    feed = (
        f"<rss version='2.0'><channel><item><title>A</title><description>{inside}</description></item></channel></rss>"
    )
    assert [text.strip() for text in told("a.xml", feed.encode())] == ["One."]
