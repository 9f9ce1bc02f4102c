"""Every address of ours, as a reader and as a program ask for it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from datasette.app import Datasette

from morgue.corrections import read as corrections
from morgue.model import Links
from morgue.store import new_archive
from tests.sample import ORIGINAL, REWRITE, article, as_read
from tests.served import ROOT, serve, stop

pytestmark = pytest.mark.unit

ATOM = "{http://www.w3.org/2005/Atom}"
ARTICLE = f"/articles/{article(ORIGINAL).uid}"
NAMES = (
    "home", "search", "article", "compare", "stories", "story", "entities", "entity", "quotes", "quote", "sources",
    "source", "discrepancies", "about",
)  # fmt: skip


@pytest.fixture
def empty(folder: Path, tmp_path: Path) -> Path:
    """The same folder without its archive."""
    for path in folder.iterdir():
        if path.name != "archive.db":
            (tmp_path / path.name).symlink_to(path)
    return tmp_path


@pytest.fixture(scope="module")
def paths(folder: Path) -> Mapping[str, str]:
    """By kind of page: an address in the sample archive."""
    with sqlite3.connect(folder / "archive.db") as db:
        story, entity, quote, source = (
            db.execute(sql).fetchone()[0]
            for sql in (
                "SELECT uid FROM stories ORDER BY article_count DESC",
                "SELECT uid FROM entities WHERE name = 'Vladimir Putin'",
                "SELECT uid FROM utterances ORDER BY wording_count DESC, id",
                "SELECT id FROM sources",
            )
        )
    return {
        "home": "/",
        "search": "/search",
        "article": ARTICLE,
        "compare": f"/articles/{article(REWRITE).uid}/compare/{article(ORIGINAL).uid}",
        "stories": "/stories",
        "story": f"/stories/{story}",
        "entities": "/entities",
        "entity": f"/entities/{entity}",
        "quotes": "/quotes",
        "quote": f"/quotes/{quote}",
        "sources": "/sources",
        "source": f"/sources/{source}",
        "discrepancies": "/discrepancies",
        "about": "/about",
    }


@pytest.mark.parametrize("name", NAMES)
async def test_every_address_is_a_page_of_ours(datasette: Datasette, paths: Mapping[str, str], name: str) -> None:
    """With one main heading, a title, the way past the head, and its JSON beside it."""
    answer = await datasette.client.get(paths[name])
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text.count("<h1") == 1
    assert '<main id="content">' in answer.text
    assert 'href="#content"' in answer.text
    assert "<title> –" not in answer.text
    assert '<link rel="canonical" href="http://localhost/' in answer.text
    assert f'type="application/json" href="{paths[name]}.json"' in answer.text


@pytest.mark.parametrize("name", NAMES)
async def test_every_address_is_json_as_well(datasette: Datasette, paths: Mapping[str, str], name: str) -> None:
    """The same content, under the address with .json added."""
    answer = await datasette.client.get(f"{paths[name]}.json")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/json")
    assert isinstance(answer.json(), dict)


def _runs_nothing(page: str) -> bool:
    """Whether all script of a page is in files of its own; JSON-LD is data and never runs."""
    return all("src=" in tag or "application/ld+json" in tag for tag in re.findall("<script[^>]*>", page))


@pytest.mark.parametrize("name", [name for name in NAMES if name != "search"])
async def test_every_page_leads_to_its_rows(datasette: Datasette, paths: Mapping[str, str], name: str) -> None:
    """Tables with a filter, single rows or canned queries, each of which answers."""
    page = (await datasette.client.get(paths[name])).text
    foot = page[page.index("The data behind this page") :].partition("</div>")[0]
    links = [unescape(link) for link in re.findall(r'href="(/archive[^"]*)"', foot)]
    assert links
    for link in links:
        answer = await datasette.client.get(link)
        assert (link, answer.status_code) == (link, 200)


@pytest.mark.parametrize("name", NAMES)
async def test_no_page_asks_another_host(datasette: Datasette, paths: Mapping[str, str], name: str) -> None:
    """Styles, scripts and pictures come from the archive itself."""
    page = (await datasette.client.get(paths[name])).text
    assert 'src="http' not in page
    assert _runs_nothing(page)
    assert 'rel="stylesheet" href="/static/morgue.css"' in page


@pytest.mark.parametrize(
    "path",
    [
        "/articles/000000000000", "/articles/nope", "/stories/000000000000", "/entities/000000000000",
        "/quotes/000000000000", "/sources/99", f"{ARTICLE}/compare/000000000000", "/articles/000000000000/original",
        "/nope", "/a/b/c/d/e",
    ],
)  # fmt: skip
async def test_an_unknown_address_has_our_page(datasette: Datasette, path: str) -> None:
    """Not found, in our frame, with a search; for programs as JSON."""
    answer = await datasette.client.get(path)
    assert answer.status_code == 404
    assert "Nothing is filed here" in answer.text
    assert 'role="search"' in answer.text
    main = answer.text.partition("<main")[2]
    assert '<form class="narrow" action="/search">' in main
    assert 'href="/stories"' in main
    as_json = await datasette.client.get(f"{path}.json")
    assert as_json.status_code == 404
    assert as_json.json()["ok"] is False


async def test_names_and_quotes_are_marked_and_linked(datasette: Datasette) -> None:
    """A name leads to its entity; a quote says who speaks and leads to its wordings, and no link holds another."""
    page = (await datasette.client.get(ARTICLE)).text
    body = page.partition('<div class="body"')[2].partition("</article>")[0]
    assert 'title="Vladimir Putin, person">Putin</a>' in body
    assert 'data-speaker="Vladimir Putin"' in body
    assert 'href="/quotes/' in body
    assert all("<a " not in link.partition("</a>")[0] for link in body.split("<a ")[1:])


async def test_marks_can_be_switched_off_without_script(datasette: Datasette) -> None:
    """By a labelled box for each kind, which the style sheet asks, and which a script may remember."""
    page = (await datasette.client.get(ARTICLE)).text
    style = (ROOT / "static/morgue.css").read_text(encoding="utf-8")
    for name in ("marks-names", "marks-quotes", "marks-reported"):
        assert f'<label><input type="checkbox" id="{name}" data-remember="{name}" checked>' in page
        assert f"#{name}:not(:checked)" in style


async def test_a_contradiction_stands_beside_its_passage(datasette: Datasette) -> None:
    """What the source says instead, in the same block as the paragraph, and a list of the places above the text."""
    page = (await datasette.client.get(f"/articles/{article(REWRITE).uid}")).text
    passage = page.partition('<div class="passage">')[2].partition("</div>")[0]
    assert "Adam Lindqvist" in passage
    assert "in its source <b>" in passage
    assert "Other versions contradict" in page.partition('<div class="body"')[0]


async def test_what_is_wrong_can_be_put_right(datasette: Datasette, paths: Mapping[str, str], tmp_path: Path) -> None:
    """By verdicts that stand on the page, ready to be pasted, and that a build understands."""
    for address in (f"/articles/{article(REWRITE).uid}", paths["story"]):
        page = (await datasette.client.get(address)).text
        offered = page.partition("Put it right")[2].partition("</details>")[0]
        verdicts = [unescape(each) for each in re.findall(r"<pre[^>]*>(.*?)</pre>", offered, re.DOTALL)]
        assert len(verdicts) >= 2
        (tmp_path / "corrections.yml").write_text("\n\n".join(verdicts), encoding="utf-8")
        assert len(corrections(tmp_path / "corrections.yml")) == len(verdicts)


async def test_a_picture_has_its_data_as_a_table(datasette: Datasette, paths: Mapping[str, str]) -> None:
    """Behind a toggle, and a text in the place of the picture."""
    for name in ("home", "sources", "entity"):
        figures = (await datasette.client.get(paths[name])).text.split("<figure")[1:]
        assert figures
        for figure in figures:
            drawn = figure.partition("</figure>")[0]
            assert 'role="img" aria-label="' in drawn
            assert '<details class="data"><summary>As a table</summary>' in drawn


async def test_the_json_of_an_article_obeys_the_span_law(datasette: Datasette) -> None:
    """Every name and quote stands in the text where it says."""
    data = (await datasette.client.get(f"{ARTICLE}.json")).json()
    assert data["names"]
    assert data["quotes"]
    for found in (*data["names"], *data["quotes"]):
        assert data["text"][found["start"] : found["end"]] == found["text"]


async def test_the_original_is_handed_out_to_be_saved(datasette: Datasette) -> None:
    """As a download that no browser runs, under its own name."""
    answer = await datasette.client.get(f"{ARTICLE}/original")
    assert answer.content == as_read(ORIGINAL).raw
    assert unquote(answer.headers["content-disposition"]) == "attachment; filename*=UTF-8''grain.txt"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


async def test_captures_are_listed_on_the_page(datasette: Datasette) -> None:
    """The same file twice is one article; what is no capture of it has no address."""
    page = (await datasette.client.get(ARTICLE)).text.partition('<details class="captures">')[2]
    assert "Captured 2 times" in page
    assert f"again/{ORIGINAL.path}" in page
    assert (await datasette.client.get(f"{ARTICLE}/original/{'0' * 12}")).status_code == 404


@pytest.mark.parametrize("path", ["/feed.atom", "/search.atom?q=%3Cships%3E+%26+sail"])
async def test_feeds_are_atom(datasette: Datasette, path: str) -> None:
    """What Atom requires is there, and every address is whole."""
    answer = await datasette.client.get(path)
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = ET.fromstring(answer.text)  # noqa: S314 (our own)
    assert feed.tag == f"{ATOM}feed"
    for node in (feed, *feed.iter(f"{ATOM}entry")):
        for required in ("id", "title", "updated", "author"):
            assert node.find(f"{ATOM}{required}") is not None
    assert all(link.attrib["href"].startswith("http://localhost/") for link in feed.iter(f"{ATOM}link"))
    assert feed.find(f"{ATOM}entry") is not None


async def test_datasettes_own_pages_get_our_frame(datasette: Datasette) -> None:
    """Masthead, search and foot are ours, layout and styles Datasette's."""
    for path in ("/archive", "/archive/articles", "/archive/articles/1", "/archive?sql=select+1", "/-/search"):
        page = (await datasette.client.get(path)).text
        assert 'class="masthead"' in page
        assert "-/static/app.css" in page
        assert '<body class="datasette' in page


async def test_a_wrong_question_to_datasette_is_answered_in_our_frame(datasette: Datasette) -> None:
    """What SQLite says of it is told."""
    answer = await datasette.client.get("/archive?sql=select+nope")
    assert answer.status_code == 400
    assert "no such column: nope" in answer.text
    assert 'class="masthead"' in answer.text


async def test_the_title_is_the_first_heading_of_the_archivists_words(folder: Path, empty: Path) -> None:
    """about.md names the archive, on every page, and is shown on the first."""
    (empty / "archive.db").symlink_to(folder / "archive.db")
    (empty / "about.md").write_text("# Harbour papers\n\nKept by *hand*. <script>x</script>", encoding="utf-8")
    served = await serve(empty)
    page = (await served.client.get("/")).text
    stop(served)
    assert "<title>Harbour papers</title>" in page
    assert "<em>hand</em>" in page
    assert _runs_nothing(page)


async def test_without_an_archive_the_pages_say_how_to_build_one(empty: Path) -> None:
    """Every address of ours answers so, also as JSON."""
    served = await serve(empty)
    page = await served.client.get("/")
    data = await served.client.get("/stories.json")
    original = await served.client.get(f"{ARTICLE}/original")
    stop(served)
    assert page.status_code == data.status_code == original.status_code == 503
    assert "python build_db.py" in page.text
    assert data.json() == {"ok": False, "error": "no archive", "status": 503}


@pytest.mark.parametrize(
    "name", ["home", "search", "stories", "entities", "quotes", "sources", "discrepancies", "about"]
)
async def test_an_archive_of_nothing_has_pages(empty: Path, name: str) -> None:
    """Each says that there is nothing, and where to go from there."""
    with new_archive(empty / "archive.db") as archive:
        archive.write((), Links(), (), lambda _: b"")
        archive.finish()
    served = await serve(empty)
    answer = await served.client.get("/" if name == "home" else f"/{name}")
    stop(served)
    assert answer.status_code == 200
    assert 'class="empty"' in answer.text or name == "about"


async def test_a_question_that_takes_too_long_is_ended_kindly(folder: Path) -> None:
    """A page says so instead of an error."""
    served = Datasette(config_dir=folder, settings={"sql_time_limit_ms": 0})
    await served.invoke_startup()
    answer = await served.client.get("/stories")
    stop(served)
    assert answer.status_code == 503
    assert "That took too long" in answer.text
    assert "8 articles" in answer.text


async def test_a_fault_tells_nothing_of_our_insides(empty: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Of a file that is no archive of ours the page says little; the log has the rest."""
    sqlite3.connect(empty / "archive.db").close()
    served = await serve(empty)
    page = await served.client.get("/stories")
    data = await served.client.get("/stories.json")
    stop(served)
    assert page.status_code == data.status_code == 500
    assert "Something went wrong on our side" in page.text
    assert "no such table" not in page.text + data.text
    assert "no such table" in caplog.text


@pytest.mark.parametrize(
    ("extension", "media_type", "begins"),
    [
        ("txt", "text/plain", "“"),
        ("bib", "application/x-bibtex", "@article{"),
        ("csl.json", "application/vnd.citationstyles.csl+json", "["),
        ("ris", "application/x-research-info-systems", "TY  - NEWS"),
    ],
)
async def test_quotes_and_articles_can_be_cited(
    datasette: Datasette, paths: Mapping[str, str], extension: str, media_type: str, begins: str
) -> None:
    """Under their own addresses with the format added, with this archive's title and address, and a name to save."""
    for name in ("quote", "article"):
        answer = await datasette.client.get(f"{paths[name]}.{extension}")
        assert answer.status_code == 200
        assert answer.headers["content-type"] == f"{media_type}; charset=utf-8"
        assert answer.headers["content-disposition"].endswith(f'.{extension}"')
        assert f"http://localhost{paths[name]}" in answer.text
        if name == "quote":
            assert answer.text.startswith(begins)


@pytest.mark.parametrize("path", ["/quotes/000000000000.bib", "/articles/000000000000.ris", f"{ARTICLE}.docx"])
async def test_what_is_not_there_cannot_be_cited(datasette: Datasette, path: str) -> None:
    """Nor in a format that is not offered."""
    assert (await datasette.client.get(path)).status_code == 404


async def test_pages_say_how_to_cite_them(datasette: Datasette, paths: Mapping[str, str]) -> None:
    """A disclosure that needs no script, with the text to copy and every format as a file."""
    for name in ("quote", "article"):
        page = (await datasette.client.get(paths[name])).text
        cite = page.partition('<details class="cite">')[2].partition("</details>")[0]
        assert f"http://localhost{paths[name]}" in cite
        assert [form for form in ("txt", "bib", "csl.json", "ris") if f'href="{paths[name]}.{form}"' not in cite] == []


async def test_the_quote_asked_for_is_pointed_out(datasette: Datasette, folder: Path) -> None:
    """Among the wordings, for eyes and for screen readers, at the anchor that lists link to."""
    with sqlite3.connect(folder / "archive.db") as db:
        (quote,) = db.execute("SELECT uid FROM quotes WHERE text LIKE 'The vessels are going%'").fetchone()
    page = (await datasette.client.get(f"/quotes/{quote}")).text
    assert page.count('aria-current="true"') == 1
    assert f'<span class="print asked" id="q{quote}">' in page
    listed = (await datasette.client.get("/quotes?q=vessels")).text
    assert f'#q{quote}"' in listed


async def test_an_empty_list_of_quotes_shows_ways_out(datasette: Datasette) -> None:
    """The filter can be taken off, the words looked for alone and in whole articles."""
    page = (await datasette.client.get("/quotes?q=xylophone&speaker=Putin")).text
    assert "No quote matches all of this." in page
    assert 'href="/quotes?q=xylophone"' in page
    assert 'href="/search?q=xylophone"' in page
