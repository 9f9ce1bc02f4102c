"""The table of our addresses. A page is a path: to add one, add a line here, a module beside and a template."""

from __future__ import annotations

import re

from morgue.browse.about import about
from morgue.browse.addresses import ATOM, Page
from morgue.browse.api.openapi import openapi
from morgue.browse.articles import article
from morgue.browse.citing.formats import FORMATS, article_citation, quote_citation
from morgue.browse.compare import compare
from morgue.browse.dates import dated, dates
from morgue.browse.discrepancies import discrepancies
from morgue.browse.entities import entities
from morgue.browse.entity import entity
from morgue.browse.entity import more_articles as more_of_entity
from morgue.browse.feeds import entity_feed, feed, search_feed, source_feed, speaker_feed
from morgue.browse.home import home
from morgue.browse.names import letters, names
from morgue.browse.quote import utterance
from morgue.browse.quotes import quotes
from morgue.browse.search.page import search_page
from morgue.browse.search.suggest import suggest
from morgue.browse.sources import more_articles as more_of_source
from morgue.browse.sources import source, sources
from morgue.browse.standards.llms import llms
from morgue.browse.standards.opensearch import opensearch
from morgue.browse.standards.robots import robots
from morgue.browse.standards.sitemap import sitemap, sitemap_part
from morgue.browse.stories import stories
from morgue.browse.story import story

_CITED = rf"\.(?P<format>{'|'.join(map(re.escape, FORMATS))})"

PAGES: tuple[Page, ...] = (
    Page(r"/", "home.html", home),
    Page(r"/search", "search.html", search_page),
    Page(r"/suggest\.json", "", suggest),
    Page(r"/articles/(?P<uid>[0-9a-f]{12})", "article.html", article),
    Page(r"/articles/(?P<uid>[0-9a-f]{12})" + _CITED, "", article_citation),
    Page(r"/articles/(?P<uid>[0-9a-f]{12})/compare/(?P<other>[0-9a-f]{12})", "compare.html", compare),
    Page(r"/stories", "stories.html", stories),
    Page(r"/stories/(?P<uid>[0-9a-f]{12})", "story.html", story),
    Page(r"/entities", "entities.html", entities),
    Page(r"/entities/(?P<uid>[0-9a-f]{12})", "entity.html", entity, further=more_of_entity),
    Page(r"/quotes", "quotes.html", quotes),
    Page(r"/quotes/(?P<uid>[0-9a-f]{12})", "quote.html", utterance),
    Page(r"/quotes/(?P<uid>[0-9a-f]{12})" + _CITED, "", quote_citation),
    Page(r"/sources", "sources.html", sources),
    Page(r"/sources/(?P<id>[0-9]{1,15})", "source.html", source, further=more_of_source),
    Page(r"/discrepancies", "discrepancies.html", discrepancies),
    Page(r"/dates", "dates.html", dates),
    Page(r"/dates/(?P<period>[0-9]{4}(?:-[0-9]{2}){0,2}|undated)", "dated.html", dated),
    Page(r"/names", "letters.html", letters),
    Page(r"/names/(?P<letter>[a-z]|other)", "names.html", names),
    Page(r"/about", "about.html", about),
    Page(r"/openapi\.json", "", openapi),
    Page(r"/feed\.atom", "feed.atom", feed, ATOM),
    Page(r"/search\.atom", "feed.atom", search_feed, ATOM),
    Page(r"/entities/(?P<uid>[0-9a-f]{12})\.atom", "feed.atom", entity_feed, ATOM),
    Page(r"/entities/(?P<uid>[0-9a-f]{12})/quotes\.atom", "feed.atom", speaker_feed, ATOM),
    Page(r"/sources/(?P<id>[0-9]{1,15})\.atom", "feed.atom", source_feed, ATOM),
    Page(r"/opensearch\.xml", "", opensearch),
    Page(r"/sitemap\.xml", "", sitemap),
    Page(r"/sitemaps/(?P<kind>[a-z]+)-(?P<number>[1-9][0-9]{0,5})\.xml", "", sitemap_part),
    Page(r"/robots\.txt", "", robots),
    Page(r"/llms\.txt", "", llms),
)
