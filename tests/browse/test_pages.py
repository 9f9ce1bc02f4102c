"""What each page holds, read from the sample archive."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from importlib.resources import files
from typing import Any

import pytest

from morgue.browse.about import about
from morgue.browse.addresses import Page
from morgue.browse.articles import Article, article
from morgue.browse.cards import begin
from morgue.browse.compare import Compare, compare
from morgue.browse.discrepancies import discrepancies
from morgue.browse.entities import entities
from morgue.browse.entity import Entity, entity
from morgue.browse.home import home
from morgue.browse.originals import original
from morgue.browse.pages import PAGES
from morgue.browse.quote import Utterance, utterance
from morgue.browse.quotes import quotes
from morgue.browse.sources import Source, source, sources
from morgue.browse.stories import stories
from morgue.browse.story import Story, story
from tests.sample import LIBRARY, LIBRARY_COPY, ORIGINAL, PARTIAL, REWRITE, SECOND_REWRITE, UNDATED, Sheet, as_read
from tests.sample import article as article_of

pytestmark = pytest.mark.unit

NOWHERE = {"uid": "0" * 12}


def number(connection: sqlite3.Connection, sql: str, *arguments: object) -> Any:
    """One value."""
    return connection.execute(sql, arguments).fetchone()[0]


def read(db: sqlite3.Connection, sheet: Sheet) -> Article:
    """The page of a sheet."""
    found = article(db, {"uid": article_of(sheet).uid}, {})
    assert found
    return found


def read_entity(db: sqlite3.Connection, name: str, parameters: Mapping[str, list[str]] | None = None) -> Entity:
    """The page of an entity."""
    found = entity(db, {"uid": number(db, "SELECT uid FROM entities WHERE name = ?", name)}, parameters or {})
    assert isinstance(found, Entity)
    return found


def read_story(db: sqlite3.Connection) -> Story:
    """The page of the story on the grain ships."""
    found = story(db, {"uid": read(db, ORIGINAL).story or ""}, {})
    assert found
    return found


def read_utterance(db: sqlite3.Connection, words: str) -> Utterance:
    """The page of the thing said that begins so."""
    found = utterance(db, {"uid": number(db, "SELECT uid FROM utterances WHERE text LIKE ?", f"{words}%")}, {})
    assert found
    return found


def beside(db: sqlite3.Connection, one: Sheet, other: Sheet) -> Compare:
    """The comparison of two sheets."""
    found = compare(db, {"uid": article_of(one).uid, "other": article_of(other).uid}, {})
    assert found
    return found


def test_every_page_has_an_address_of_its_own() -> None:
    """No two lines of the table answer the same pattern."""
    patterns = [page.pattern for page in PAGES]
    assert len(set(patterns)) == len(patterns)


@pytest.mark.parametrize("content", [article, story, entity, utterance])
def test_an_unknown_uid_has_no_page(db: sqlite3.Connection, content: Any) -> None:
    """The content is None, which is served as not found."""
    assert content(db, NOWHERE, {}) is None


def test_an_article_tells_what_it_derives_from_and_why(db: sqlite3.Connection) -> None:
    """The label, the source and the evidence stand together."""
    page = read(db, PARTIAL)
    assert (page.derivation, page.derived_from) == ("partial", article_of(ORIGINAL).uid)
    assert page.debt
    assert page.debt.share == pytest.approx(0.98)
    assert ("4", "sentences") in page.debt.measures


def test_an_article_without_headline_is_called_by_its_first_words(db: sqlite3.Connection) -> None:
    """And its headline stays empty, so that the page can say so."""
    page = read(db, PARTIAL)
    assert page.headline is None
    assert page.title.startswith("Russian President Vladimir Putin said")


def test_an_article_prints_its_whole_text(db: sqlite3.Connection) -> None:
    """With names and quotes marked, word for word."""
    page = read(db, ORIGINAL)
    printed = ["".join(p.text for s in paragraph.stretches for p in s.pieces) for paragraph in page.body]
    assert "\n\n".join(printed) == ORIGINAL.text
    assert {s.said.speaker for paragraph in page.body for s in paragraph.stretches if s.said} == {
        "Vladimir Putin",
        "Ada Lindqvist",
        "Tomas Okafor",
    }


def test_an_article_shows_the_other_versions_and_what_they_contradict(db: sqlite3.Connection) -> None:
    """All but itself, and contradictions from either side."""
    page = read(db, REWRITE)
    assert {version.card.uid for version in page.other_versions} == {
        article_of(sheet).uid for sheet in (ORIGINAL, PARTIAL, SECOND_REWRITE)
    }
    assert {c.kind for c in page.contradictions} == {"name", "role"}
    assert {c.kind for c in read(db, ORIGINAL).contradictions} == {"name", "role", "number", "speaker"}


def test_an_article_shows_what_cleaning_removed(db: sqlite3.Connection) -> None:
    """Each piece with its line and its rule."""
    assert [(r.text, r.line, r.rule) for r in read(db, LIBRARY_COPY).removed] == [("Share this story", 1, "share-bar")]


def test_an_undated_article_says_so(db: sqlite3.Connection) -> None:
    """No date is made up, and no basis is named for it."""
    page = read(db, UNDATED)
    assert (page.when, page.when_from) == ("undated", None)


def test_only_an_address_on_the_web_becomes_a_link(db: sqlite3.Connection) -> None:
    """A stated address of another scheme is not one to click on."""
    page = read(db, ORIGINAL)
    assert page.web_address == page.url
    writable = sqlite3.connect(":memory:")
    db.backup(writable)
    writable.execute("UPDATE articles SET url = 'javascript:alert(1)'")
    changed = article(writable, {"uid": page.uid}, {})
    writable.close()
    assert changed
    assert changed.web_address is None


def test_the_original_is_the_file_as_it_was(db: sqlite3.Connection) -> None:
    """Byte for byte, under its own name."""
    found = original(db, article_of(ORIGINAL).uid)
    assert found
    assert found.content == as_read(ORIGINAL).raw
    assert found.name == "grain.txt"
    assert original(db, NOWHERE["uid"]) is None


def test_the_source_stands_on_the_left_whichever_is_named_first(db: sqlite3.Connection) -> None:
    """A comparison reads from what was there to what was made of it."""
    assert beside(db, REWRITE, ORIGINAL) == beside(db, ORIGINAL, REWRITE)
    assert beside(db, REWRITE, ORIGINAL).left.uid == article_of(ORIGINAL).uid


def test_a_copy_is_the_same_in_every_paragraph(db: sqlite3.Connection) -> None:
    """And all of it is folded away."""
    page = beside(db, LIBRARY, LIBRARY_COPY)
    assert {row.kind for row in page.rows} == {"same"}
    assert [is_folded for is_folded, _ in page.folds] == [True]


def test_a_comparison_says_what_linking_says(db: sqlite3.Connection) -> None:
    """Where linking laid two articles side by side, its passages are the rows; nothing else belongs together."""
    page = beside(db, REWRITE, ORIGINAL)
    assert page.is_linked
    assert [row.kind for row in page.rows if row.left and row.right] == ["reworded", "edited"]
    assert not beside(db, LIBRARY, LIBRARY_COPY).is_linked


def test_a_cut_copy_lacks_what_it_left_out(db: sqlite3.Connection) -> None:
    """It stands on the left alone, and its words are counted."""
    page = beside(db, PARTIAL, ORIGINAL)
    (left_out,) = [row for row in page.rows if row.kind == "left only"]
    assert not left_out.right
    assert page.words["left only"] == len("".join(change.text for change in left_out.left).split())
    assert page.words["same"] == len(PARTIAL.text.split())


def test_an_edited_sentence_shows_what_went_and_what_came(db: sqlite3.Connection) -> None:
    """Word by word where enough stayed."""
    (edited,) = [row for row in beside(db, REWRITE, ORIGINAL).rows if row.kind == "edited"]
    assert {c.kind for c in edited.left} == {"same", "gone"}
    assert {c.kind for c in edited.right} == {"same", "added"}


def test_a_comparison_tells_how_we_know_and_what_contradicts(db: sqlite3.Connection) -> None:
    """The evidence of the two, and the contradictions between the two alone."""
    page = beside(db, REWRITE, ORIGINAL)
    assert page.debt
    assert page.debt.direction == "of"
    assert {c.kind for c in page.contradictions} == {"name", "role"}


def test_an_article_cannot_be_compared_with_itself(db: sqlite3.Connection) -> None:
    """Nor with one that is not there."""
    uid = article_of(ORIGINAL).uid
    assert compare(db, {"uid": uid, "other": uid}, {}) is None
    assert compare(db, {"uid": uid, "other": NOWHERE["uid"]}, {}) is None


def test_stories_come_newest_or_largest_first(db: sqlite3.Connection) -> None:
    """By the parameter; anything else means newest."""
    newest = stories(db, {}, {"sort": ["nope"]})
    assert newest.stories[0].headline == ORIGINAL.headline
    assert [s.article_count for s in stories(db, {}, {"sort": ["largest"]}).stories] == [4, 2, 1, 1]


def test_a_story_says_what_it_is_made_of(db: sqlite3.Connection) -> None:
    """Reports that were written independently, and versions of them, told apart."""
    made_of = {line.headline: line.made_of for line in stories(db, {}, {}).stories}
    assert made_of[ORIGINAL.headline or ""] == "1 report, 3 versions of it"
    assert made_of["A short visit to the quay"] == "1 report"


def test_a_story_draws_its_versions(db: sqlite3.Connection) -> None:
    """The original first, each box leading to its article; for wide windows and for narrow ones."""
    page = read_story(db)
    (_, wide), (_, narrow) = page.trees
    assert [box.css for box in wide.boxes] == ["original", "partial", "rewrite", "rewrite"]
    assert wide.boxes[0].address == f"/articles/{article_of(ORIGINAL).uid}"
    assert [box.address for box in narrow.boxes] == [box.address for box in wide.boxes]


def test_a_story_sets_independent_reports_apart(event: sqlite3.Connection) -> None:
    """Two reports with versions, the larger tree first, and two that copied nobody and that nobody copied."""
    page = read_story(event)
    assert [len(family.members) for family in page.copied] == [4, 2]
    assert {version.card.derivation for version in page.independent} == {"independent"}
    assert page.line.made_of == "4 reports, 4 versions of them"
    assert len(page.trees[0][1].boxes) == 6


def test_a_story_of_one_report_draws_nothing(db: sqlite3.Connection) -> None:
    """There is nobody to copy."""
    page = story(db, {"uid": number(db, "SELECT uid FROM stories WHERE headline LIKE 'A short visit%'")}, {})
    assert page
    assert (page.trees, page.copied, len(page.independent)) == ((), (), 1)


def test_a_story_tells_what_a_version_left_out_and_added(db: sqlite3.Connection) -> None:
    """In words, with the longest stretches; a cut copy adds nothing."""
    told = read_story(db).cuts
    partial, rewrite = told[article_of(PARTIAL).uid], told[article_of(REWRITE).uid]
    kept = len(PARTIAL.text.split())
    assert (partial.left_out.words, partial.left_out.of) == (
        len(ORIGINAL.text.split()) - kept,
        len(ORIGINAL.text.split()),
    )
    assert (partial.added.words, partial.added.stretches) == (0, ())
    assert any(stretch.startswith("The head of the Harbour Board") for stretch in rewrite.added.stretches)
    assert 0 < rewrite.added.share < 1
    assert article_of(SECOND_REWRITE).uid not in told


def test_a_story_counts_the_quotes_that_each_version_altered(db: sqlite3.Connection) -> None:
    """A copy altered none."""
    altered = {version.card.uid: version.altered for version in read_story(db).versions}
    assert altered[article_of(PARTIAL).uid] == 0
    assert altered[article_of(REWRITE).uid] == 3


def test_a_story_tells_altered_quotes_from_faithful_ones(db: sqlite3.Connection) -> None:
    """Three changed on their way, the one on bread did not."""
    page = read_story(db)
    assert len(page.altered) == 3
    assert [said.wordings[0].text for said in page.unaltered] == ["We have never used bread as a weapon."]


def test_a_saying_shows_every_wording_and_who_printed_it(db: sqlite3.Connection) -> None:
    """The source's wording first, then the others with what changed."""
    page = read_utterance(db, "The ships will sail")
    source_wording, *others = page.variants.wordings
    assert source_wording.is_source
    assert {p.article for p in source_wording.prints} == {article_of(ORIGINAL).uid, article_of(PARTIAL).uid}
    assert len(others) == 2
    assert all({"gone", "added"} <= {change.kind for change in wording.changes} for wording in others)


def test_a_saying_ascribed_to_two_people_names_both(db: sqlite3.Connection) -> None:
    """In the order in which it was printed."""
    speakers = read_utterance(db, "Every week ashore").variants.speakers
    assert [name for _, name in speakers] == ["Tomas Okafor", "Ada Lindqvist"]


def test_the_uid_of_a_quote_leads_to_the_thing_said(db: sqlite3.Connection) -> None:
    """So that a link made from the table of quotes works."""
    uid = number(db, "SELECT uid FROM quotes WHERE text LIKE 'Our ships shall%'")
    found = utterance(db, {"uid": uid}, {})
    assert found
    assert found.line.text.startswith("The ships will sail")


def test_quotes_are_found_by_any_of_their_wordings(db: sqlite3.Connection) -> None:
    """A reader who knows the rewrite finds the saying."""
    found = quotes(db, {}, {"q": ["vessels sail"]}).quotes
    assert [line.text for line in found] == ["The ships will sail, and nobody has to ask us twice,"]


@pytest.mark.parametrize("q", ['"', "AND", "a OR", "NEAR(", "*", "-", "ships -sail", "\x00"])
def test_no_words_break_the_list_of_quotes(db: sqlite3.Connection, q: str) -> None:
    """Whatever is typed, there is an answer."""
    assert quotes(db, {}, {"q": [q]}).q == q.strip()


def test_quotes_can_be_narrowed(db: sqlite3.Connection) -> None:
    """To a speaker, to a source, to what was altered, and to all at once."""
    putin = number(db, "SELECT uid FROM entities WHERE name = 'Vladimir Putin'")
    herald = str(number(db, "SELECT id FROM sources WHERE name = 'Harbour Herald'"))
    by_putin = quotes(db, {}, {"speaker": [putin]})
    assert by_putin.speaker_name == "Vladimir Putin"
    assert {line.speaker for line in by_putin.quotes} == {"Vladimir Putin"}
    assert {line.is_altered for line in quotes(db, {}, {"altered": ["1"]}).quotes} == {True}
    both = quotes(db, {}, {"speaker": [putin], "source": [herald], "altered": ["1"]}).quotes
    assert [line.text for line in both] == ["The ships will sail, and nobody has to ask us twice,"]


def test_entities_are_listed_by_kind_and_name(db: sqlite3.Connection) -> None:
    """A beginning of any form of the name is enough."""
    assert {line.kind for line in entities(db, {}, {"kind": ["place"]}).entities} == {"place"}
    assert {line.name for line in entities(db, {}, {"q": ["lindq"]}).entities} == {"Ada Lindqvist", "Adam Lindqvist"}
    assert [line.name for line in entities(db, {}, {"q": ["U.N."]}).entities] == ["United Nations"]
    assert entities(db, {}, {"kind": ["nope"]}).kind == ""


def test_an_entity_tells_its_names_roles_and_company(db: sqlite3.Connection) -> None:
    """As printed, with how often."""
    page = read_entity(db, "Vladimir Putin")
    assert {alias.name for alias in page.aliases} == {"Vladimir Putin", "Putin"}
    assert ("Russian President", 2, "14 February 2022 to 15 February 2022") in [
        (role.role, role.n, role.when) for role in page.roles
    ]
    assert page.together[0].name == "Port Verity"
    assert "Vladimir Putin" not in {other.name for other in page.together}


def test_an_entity_shows_what_others_say_about_it(db: sqlite3.Connection) -> None:
    """Quotes in which it is named, but for its own."""
    assert read_entity(db, "Russia").said_about == ()
    with closing(sqlite3.connect(":memory:")) as named:
        db.backup(named)
        named.row_factory = sqlite3.Row
        named.execute(
            "INSERT INTO mentions (article_id, entity_id, start_char, end_char, text, label, rule, confidence) "
            "SELECT x.article_id, e.id, q.start_char, q.start_char + 3, '', '', '', 1 FROM entities e "
            "JOIN article_entities x ON x.entity_id = e.id JOIN quotes q ON q.article_id = x.article_id "
            "WHERE e.name IN ('Russia', 'Ada Lindqvist')"
        )
        named.executescript(
            "DELETE FROM quoted_about;" + (files("morgue.store") / "quoted_about.sql").read_text("utf-8")
        )
        about = read_entity(named, "Russia").said_about
        assert about
        assert {line.speaker for line in about} <= {"Ada Lindqvist", "Tomas Okafor", "Vladimir Putin"}
        assert "Ada Lindqvist" not in {line.speaker for line in read_entity(named, "Ada Lindqvist").said_about}


def test_an_entity_lists_its_articles_newest_first(db: sqlite3.Connection) -> None:
    """The order of publication, backwards."""
    dates = [card.published or "" for card in read_entity(db, "Vladimir Putin").articles]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) == 5


def test_coverage_over_time_counts_dated_articles(db: sqlite3.Connection) -> None:
    """An undated one is in the list and not in the picture."""
    page = read_entity(db, "Ada Lindqvist")
    assert sum(page.coverage.values()) == page.line.article_count - 1


def test_a_metonym_leads_to_what_it_stands_for(db: sqlite3.Connection) -> None:
    """The Kremlin keeps its page and names Russia's."""
    page = read_entity(db, "Kremlin")
    assert page.line.about == "Russia"
    assert page.about_uid == number(db, "SELECT uid FROM entities WHERE name = 'Russia'")


def test_a_page_beyond_the_last_is_empty(db: sqlite3.Connection) -> None:
    """It leads back and not on."""
    page = read_entity(db, "Vladimir Putin", {"page": ["7"]})
    assert page.articles == ()
    assert page.paging.previous == "?page=6"
    assert page.paging.next is None


def test_sources_tell_how_much_they_published_and_took(db: sqlite3.Connection) -> None:
    """And how many articles have no source at all."""
    listed = sources(db, {}, {})
    assert listed.nameless == 1
    lantern = next(line for line in listed.sources if line.name == "Daily Lantern")
    page = source(db, {"id": str(lantern.id)}, {})
    assert page
    assert dict(page.derivations) == {"copy": 1, "partial": 1, "rewrite": 1}
    assert [name for _, name, _ in page.origins] == ["Northern Press Agency", "Harbour Herald"]
    assert source(db, {"id": "999"}, {}) is None


def test_contradictions_can_be_narrowed_to_a_kind(db: sqlite3.Connection) -> None:
    """Both values stand with the articles that print them."""
    page = discrepancies(db, {}, {"kind": ["number"]})
    assert dict(page.kinds) == {"name": 1, "role": 1, "number": 1, "speaker": 1}
    (found,) = page.contradictions
    assert (found.here, found.there) == ("45 ships", "40 grain ships")
    assert found.compare_address == f"/articles/{article_of(SECOND_REWRITE).uid}/compare/{article_of(ORIGINAL).uid}"


def test_the_archive_tells_of_its_making(db: sqlite3.Connection) -> None:
    """The build, what was removed by which rule, what failed."""
    page = about(db, {}, {})
    assert [build.model for build in page.builds] == ["sample"]
    assert {"advertisement", "share-bar"} <= {row.rule for row in page.removed}
    for row in page.removed:
        assert row.article_count == number(
            db, "SELECT count(DISTINCT article_id) FROM removed WHERE rule = ?", row.rule
        )
    assert ("error", "empty", 1) in page.problem_kinds
    assert len(page.problems) == 4


def test_home_shows_what_there_is(db: sqlite3.Connection) -> None:
    """Counts, the newest story, who is quoted and covered most, what was altered."""
    page = home(db, {}, {})
    assert page.counts["articles"] == 8
    assert page.years == "2021–2022"
    assert page.newest_stories[0].headline == ORIGINAL.headline
    assert page.most_quoted[0].name == "Vladimir Putin"
    assert all(line.is_altered for line in page.altered_quotes)


def test_a_long_text_is_cut_between_words() -> None:
    """With an ellipsis, within the length; a short one is left alone."""
    assert begin("one two three", 9) == "one two …"
    assert begin("one  two") == "one two"
    assert len(begin("x" * 200, 50)) <= 50


LISTING = [page for page in PAGES if page.further]
FIRST = {"entity.html": "SELECT uid FROM entities ORDER BY article_count DESC", "source.html": "SELECT id FROM sources"}


@pytest.mark.parametrize("page", LISTING, ids=lambda page: page.template)
def test_another_page_of_a_list_is_what_is_asked_for_whole(
    crowd: sqlite3.Connection, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has the first page gets the others without asking for all of it anew."""
    monkeypatch.setattr("morgue.browse.paging.SIZE", 3)
    matched = {name: str(number(crowd, FIRST[page.template])) for name in ("uid", "id") if f"<{name}>" in page.pattern}
    first, asked = page.content(crowd, matched, {}), {"page": ["2"]}
    assert page.further
    assert isinstance(first, Entity | Source)
    second = page.further(crowd, first, asked)
    assert second == page.content(crowd, matched, asked)
    assert second.articles
    assert second.articles != first.articles
