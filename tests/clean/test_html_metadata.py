"""What a page says of itself: headline, authors, date, address, source, section, language."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trafilatura.utils import load_html

from morgue.clean.dated import in_address
from morgue.clean.html.jsonld import article_of
from morgue.model import Article, Stated
from tests.clean.making import article

pytestmark = pytest.mark.unit

TEXT = (
    "<p>The harbour bridge reopened on Monday after two years of repairs, the mayor of the town said.</p>"
    "<p>Engineers had replaced every cable of the bridge and painted its towers in the old dark green.</p>"
)


def made(head: str = "", above: str = "<h1>Bridge reopens</h1>", stated: Stated | None = None) -> Article:
    """The article on a page with this in its head, and this above its text."""
    content = f"<html><head>{head}</head><body><article>{above}{TEXT}</article></body></html>"
    return article(content, stated, "html")


def ld(**fields: object) -> str:
    """The script in which a page says this of its article."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def meta(name: str, content: str) -> str:
    """A field of a page's head."""
    return f'<meta property="{name}" content="{content}">'


@pytest.mark.parametrize(
    "head",
    [
        ld(headline="Bridge reopens after two years"),
        meta("og:title", "Bridge reopens after two years"),
        meta("og:site_name", "The Paper") + meta("og:title", "Bridge reopens after two years | The Paper"),
        meta("og:site_name", "CNN") + "<title>Bridge reopens after two years - CNN</title>",
        meta("og:title", "Bridge reopens after two years &amp;#8211; The Paper") + meta("og:site_name", "The Paper"),
    ],
)
def test_the_headline_is_stated_without_the_name_of_the_site(head: str) -> None:
    """JSON-LD, Open Graph and the title give the headline; the site's name behind it is cut off."""
    assert made(head, above="").headline == "Bridge reopens after two years"


def test_a_dash_within_the_headline_stays() -> None:
    """What stands behind a dash and names no site is part of the headline."""
    head = meta("og:title", "Bridge reopens – after two years")
    assert made(head, above="<h1>The harbour</h1>").headline == "Bridge reopens – after two years"


def test_the_only_heading_is_the_headline() -> None:
    """Without any metadata the page's one first heading counts, and it is no part of the text."""
    found = made(above="<h1>Bridge reopens after two years</h1>")
    assert found.headline == "Bridge reopens after two years"
    assert found.text.startswith("The harbour bridge")


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        (ld(author={"@type": "Person", "name": "Ann Lee"}), "Ann Lee"),
        (ld(author=[{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Ek"}]), "Ann Lee; Bo Ek"),
        (ld(author="By Ann Lee and Bo Ek"), "Ann Lee; Bo Ek"),
        (ld(author=[{"@type": "Organization", "name": "The Paper"}, {"name": "Ann Lee"}]), "Ann Lee"),
        (ld(author={"@type": "Organization", "name": "The Paper"}), "The Paper"),
        ('<meta name="author" content="Ann Lee, ann@paper.example">', "Ann Lee"),
        ('<meta name="author" content="admin">', None),
        (meta("article:author", "https://social.example/annlee"), None),
    ],
)
def test_the_authors_are_persons_where_persons_are_named(head: str, byline: str | None) -> None:
    """Several authors are told apart; "By", addresses and programs are no names; an organisation is the last resort."""
    assert made(head).byline == byline


def test_a_marked_byline_names_the_author() -> None:
    """Without metadata the line that the page marks as a byline counts."""
    assert made(above="<h1>Bridge reopens</h1><p class='byline'>By Ann Lee</p>").byline == "Ann Lee"


@pytest.mark.parametrize(
    ("head", "value", "basis"),
    [
        (ld(datePublished="2022-02-01T10:30:00+02:00"), "2022-02-01T08:30:00Z", "metadata"),
        (meta("article:published_time", "2022-02-01T10:30:00Z"), "2022-02-01T10:30:00Z", "metadata"),
        (meta("og:url", "https://paper.example/2022/02/01/bridge"), "2022-02-01", "url"),
        (meta("og:url", "https://paper.example/2022/feb/01/bridge"), "2022-02-01", "url"),
        (meta("og:url", "https://paper.example/2022/02/bridge"), "2022-02", "url"),
        (meta("og:url", "https://paper.example/1234/56/bridge"), None, "none"),
        (meta("article:published_time", "yesterday"), None, "none"),
        ("", None, "none"),
    ],
)
def test_the_date_is_stated_or_stands_in_the_address(head: str, value: str | None, basis: str) -> None:
    """A date keeps its precision and says where it is from; where there is none, none is made up."""
    found = made(head)
    assert (found.published, found.basis) == (value, basis)


def test_the_date_shown_below_the_headline_is_the_last_resort() -> None:
    """A page without metadata shows its date to its readers."""
    found = made(above="<h1>Bridge reopens</h1><span class='date'>Published: 1 February 2022</span>")
    assert (found.published, found.basis) == ("2022-02-01", "text")


def test_todays_date_above_the_headline_is_no_date_of_the_article() -> None:
    """What a page shows above its headline is the day on which it was saved."""
    assert made(above="<span class='date'>1 February 2022</span><h1>Bridge reopens</h1>").published is None


def test_two_dates_shown_are_none() -> None:
    """Of two dates on a page nobody says which is the article's."""
    shown = "<h1>Bridge reopens</h1><p class='date'>1 February 2022</p><p class='date'>3 February 2022</p>"
    assert made(above=shown).published is None


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://paper.example/bridge">', "https://paper.example/bridge"),
        (meta("og:url", "https://paper.example/bridge"), "https://paper.example/bridge"),
        ('<link rel="canonical" href="/bridge">', None),
        ('<link rel="canonical" href="https://paper.example/">', None),
        ('<link rel="canonical" href="http://[oops">', None),
        (
            '<link rel="canonical" href="https://other.example/x">' + meta("og:url", "https://paper.example/bridge"),
            "https://paper.example/bridge",
        ),
    ],
)
def test_the_address_is_absolute_and_of_the_same_site(head: str, url: str | None) -> None:
    """A canonical address counts where it is whole, on the page's own site, and not the site's front page."""
    assert made(head).url == url


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (meta("og:site_name", "The Paper | News that matters"), "The Paper"),
        (ld(publisher={"@type": "Organization", "name": "The Paper"}), "The Paper"),
        (meta("og:url", "https://www.paper.example/bridge"), "paper.example"),
    ],
)
def test_the_source_is_the_site(head: str, name: str) -> None:
    """The site's name, else its publisher's, else its domain is the source."""
    found = made(head)
    assert found.source
    assert found.source.name == name


def test_section_and_language_are_stated() -> None:
    """The section and the language are what the page says."""
    content = (
        f"<html lang='sv-SE'><head>{ld(articleSection=['Local'])}</head><body><article>{TEXT}</article></body></html>"
    )
    found = article(content, content_type="html")
    assert (found.section, found.language) == ("Local", "sv")


def test_what_the_input_states_outranks_the_page() -> None:
    """A manifest or a record knows better than the page, and says on which basis."""
    told = Stated(headline="Known", byline="Bo Ek", published="2020-01-02", bases={"published": "manifest"})
    found = made(ld(headline="Page", author="Ann Lee", datePublished="2022-02-01"), stated=told)
    assert (found.headline, found.byline, found.published, found.basis) == ("Known", "Bo Ek", "2020-01-02", "manifest")


def test_the_article_is_found_anywhere_in_a_graph() -> None:
    """JSON-LD may hold the article in a graph, in a list, or behind another object."""
    graph = {"@graph": [{"@type": "WebPage"}, {"@type": ["Thing", "NewsArticle"], "headline": "Found"}]}
    tree = load_html(f'<html><body><script type="application/ld+json">{json.dumps([graph])}</script></body></html>')
    assert article_of(tree)["headline"] == "Found"


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"@type": 7}', '{"@graph": {"@graph": null}}', "null"])
def test_broken_json_is_survived(text: str) -> None:
    """Whatever stands in the script, the page is an article."""
    assert made(f'<script type="application/ld+json">{text}</script>').text


@given(st.recursive(st.none() | st.text(max_size=9) | st.integers(), lambda inner: st.lists(inner, max_size=3)))
def test_any_value_in_any_field_is_survived(value: object) -> None:
    """A field may hold anything: no value of it raises."""
    names = ("headline", "author", "datePublished", "publisher", "articleSection", "articleBody", "inLanguage")
    assert made(ld(**dict.fromkeys(names, value))).text


@given(st.text(max_size=40))
def test_any_address_has_a_date_or_none(url: str) -> None:
    """No address raises, and a date in one is a year and a month at least."""
    date = in_address(url)
    assert date is None or len(date) in (7, 10)


MICRODATA = (
    '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Bridge reopens in time</h1>'
    '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="name">Ann Lee</a></span>'
    '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="name">Bo Ek</a></span>'
    '<meta itemprop="datePublished" content="2022-02-01T10:30:00Z">'
    '<time itemprop="dateModified" datetime="2022-02-02">Wednesday</time>'
    '<span itemprop="articleSection">Local</span>'
    '<span itemprop="publisher" itemscope itemtype="https://schema.org/Organization">'
    '<meta itemprop="name" content="The Paper"></span>'
)  # fmt: skip
RDFA = (
    '<div vocab="http://schema.org/" typeof="Article"><h1 property="headline">Bridge reopens in time</h1>'
    '<span property="schema:author" typeof="Person"><span property="name">Ann Lee</span></span>'
    '<span property="schema:author">Bo Ek</span>'
    '<span property="publisher" typeof="Organization"><b property="name">The Paper</b></span>'
    '<span property="datePublished" content="2022-02-01T10:30:00Z">1 Feb</span>'
    '<span property="dateModified">2022-02-02</span>'
    '<span property="articleSection">Local</span>'
)  # fmt: skip


@pytest.mark.parametrize("marks", [MICRODATA, RDFA])
def test_microdata_and_rdfa_say_what_json_ld_says(marks: str) -> None:
    """Marks on the page's own words are metadata: headline, authors, dates, section, publisher."""
    found = article(f"<html><body>{marks}{TEXT}</div></body></html>", content_type="html")
    assert (found.headline, found.authors) == ("Bridge reopens in time", ("Ann Lee", "Bo Ek"))
    assert (found.published, found.updated) == ("2022-02-01T10:30:00Z", "2022-02-02")
    assert found.source
    assert (found.section, found.source.name) == ("Local", "The Paper")
    assert {found.bases[field] for field in ("byline", "published", "updated", "section", "source")} == {"metadata"}


def test_the_author_of_a_comment_is_not_the_articles() -> None:
    """What belongs to a thing within the article, a comment or a review, is not the article's own."""
    comment = (
        '<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Al Poe</b></div>'
    )
    found = article(f"<html><body>{MICRODATA}{TEXT}{comment}</div></body></html>", content_type="html")
    assert found.authors == ("Ann Lee", "Bo Ek")


def test_json_ld_goes_before_microdata() -> None:
    """Where both speak, JSON-LD is the better kept."""
    found = made(ld(author="Cy Oh"), above=f"{MICRODATA}</div>")
    assert (found.authors, found.section) == (("Cy Oh",), "Local")


def test_a_reference_in_a_graph_is_followed() -> None:
    """Many a site names its author in an object of its own and refers to that."""
    graph = {
        "@graph": [
            {"@type": "NewsArticle", "headline": "Bridge reopens in time", "author": {"@id": "#ann"}},
            {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
        ]
    }
    assert made(f'<script type="application/ld+json">{json.dumps(graph)}</script>').authors == ("Ann Lee",)


@pytest.mark.parametrize(
    "line",
    [
        "<p class='article-byline'><span>By <a>Ann Lee</a></span><span>Staff Writer</span></p>",
        "<div class='meta'><a href='/author/annlee'>Ann Lee</a><a href='/topic/bridges'>Bridges</a></div>",
        "<p>By Ann Lee in Kyiv</p>",
        "<span class='x7'>By Ann Le<b>e</b></span>",
    ],
)
def test_the_author_is_shown_below_the_heading(line: str) -> None:
    """A byline, a link to somebody's page or a line that begins with "By" names the author: the text is its basis."""
    found = made(above=f"<h1>Bridge reopens</h1>{line}")
    assert (found.authors, found.bases["byline"]) == (("Ann Lee",), "text")


def test_a_byline_in_a_box_of_other_articles_is_not_the_articles() -> None:
    """Who wrote what the page recommends did not write the article."""
    box = "<div class='related'><h3>More</h3><p class='byline'>By Bo Ek</p></div>"
    assert made(above=f"<h1>Bridge reopens</h1>{box}").authors == ()


@pytest.mark.parametrize(
    "head",
    [
        ld(datePublished="2022-02-01", dateModified="2022-02-02T08:00:00Z"),
        meta("article:modified_time", "2022-02-02T08:00:00Z"),
        meta("og:updated_time", "2022-02-02T10:00:00+02:00"),
        "<meta name='last-modified' content='2022-02-02T08:00:00Z'>",
    ],
)
def test_the_update_is_stated(head: str) -> None:
    """JSON-LD and meta fields tell when the page was last changed."""
    found = made(head)
    assert (found.updated, found.bases["updated"]) == ("2022-02-02T08:00:00Z", "metadata")


def test_an_update_that_is_the_publication_is_none() -> None:
    """Most programs write both always: a change is a change where it came later."""
    assert made(ld(datePublished="2022-02-01T08:00:00Z", dateModified="2022-02-01T08:00:00Z")).updated is None


def test_a_page_shows_its_update() -> None:
    """A time that the page marks as that of its update is no time of publication."""
    found = made(above="<h1>Bridge reopens</h1><p>Published 1 Feb 2022</p><p>Updated 2 Feb 2022, 10:00 GMT</p>")
    assert (found.published, found.updated) == ("2022-02-01", "2022-02-02T10:00:00Z")


def test_each_field_says_what_it_is_from() -> None:
    """The head of one article may be from everywhere."""
    told = Stated(
        section="World", url="https://paper.example/2022/02/01/x", bases={"section": "manifest", "url": "feed"}
    )
    found = made(
        ld(headline="Bridge reopens in time"),
        above="<h1>Bridge reopens</h1><p class='byline'>By Ann Lee</p>",
        stated=told,
    )
    assert found.bases == {
        "authors": "text",
        "byline": "text",
        "headline": "metadata",
        "language": "text",
        "published": "url",
        "section": "manifest",
        "source": "url",
        "url": "feed",
    }
