/**
 * The search page: words and filters in, hits with facets out. A port of morgue/browse/search/page.py.
 *
 * The page comes in two steps: the hits as soon as they are known, then what is folded into them and the facets.
 */
import { withAny } from "../query/fts.js";
import { parse } from "../query/language.js";
import { articleAsJson, articleHits } from "./articles.js";
import { byArticle } from "./counting.js";
import { entityHits } from "./entities.js";
import { facetsOf, facetsOfAll, speakersOfQuotes } from "./facets.js";
import { chosen, conditions } from "./filters.js";
import { leaders } from "./folding.js";
import { histogram } from "./histogram.js";
import { find } from "./hits.js";
import { chips, facetGroups, shelves, sorts } from "./links.js";
import { quoteAsJson, quoteHits } from "./quotes.js";
import { suggestion } from "./spelling.js";

/**
 * Search the archive as an address asks.
 *
 * @param {any} archive
 * @param {import("./request.js").Request} asked
 * @returns {AsyncGenerator<object>} the page, first without facets and versions, then whole
 */
export async function* searchPage(archive, asked) {
  const found = await look(archive, asked);
  const page = leaders(archive.settings, asked, found.hits);
  const bare = await shown(archive, found, page, false);
  yield bare;
  const spelt = !found.hits.complete_count && found.query.wanted.length;
  const [facets, told] = [await facetsFor(archive, found), spelt ? await suggestion(archive, asked.q, found.query) : null];
  const hits = asked.shelf === "articles" ? await hitsOf(archive, found, page, true) : bare.hits;
  const groups = facetGroups(archive.settings, asked, facets, found.narrowed);
  yield withAddresses({ ...bare, hits, facets, facet_groups: groups, suggestion: told });
}

async function look(archive, asked) {
  const query = parse(asked.q, archive.vocabulary);
  await archive.fetchFilters(asked.filters);
  const narrowed = chosen(archive, asked.filters);
  await archive.fetchNarrowed(asked.shelf, narrowed);
  const hits = await find(archive, asked, query, conditions(archive.settings, asked, narrowed, query));
  return { asked, query, narrowed, hits, articles: articlesOf(asked, hits) };
}

function articlesOf(asked, hits) {
  if (asked.shelf === "quotes") return byArticle(hits.matches);
  return asked.shelf === "entities" ? [] : hits.matches;
}

async function shown(archive, found, page, withVersions) {
  const { settings } = archive;
  const { asked, hits, query, narrowed, articles } = found;
  return withAddresses({
    asked,
    hits: await hitsOf(archive, found, page, withVersions),
    total: total(archive, found),
    group_count: page.groups,
    total_is_capped: hits.is_capped,
    complete_count: hits.complete_count,
    complete_first: hits.complete_first,
    is_partial: hits.is_partial,
    relaxed: hits.is_relaxed,
    can_loosen: withAny(query, archive.vocabulary) !== hits.expression,
    facets: Object.fromEntries(settings.facets.map((name) => [name, []])),
    facets_are_capped: articles.length > settings.most_counted,
    histogram: histogram(articles, asked),
    suggestion: null,
    next: page.next,
    chips: chips(settings, asked, narrowed),
    facet_groups: [],
    sorts: sorts(settings, asked, query.wanted.length > 0),
    shelves: shelves(settings, asked),
  });
}

async function hitsOf(archive, { asked, hits }, page, withVersions) {
  if (asked.shelf === "quotes") return quoteHits(archive, page.leaders, hits);
  if (asked.shelf === "entities") return entityHits(archive, page.leaders);
  return articleHits(archive, asked, page.leaders, hits, withVersions);
}

async function facetsFor(archive, { asked, query, narrowed, hits, articles }) {
  if (asked.shelf === "entities") return Object.fromEntries(archive.settings.facets.map((name) => [name, []]));
  if (asked.shelf === "articles" && !asked.is_narrowed && !query.clauses.length) return facetsOfAll(archive);
  const counted = await facetsOf(archive, articles, narrowed);
  if (asked.shelf !== "quotes") return counted;
  return { ...counted, ...(await speakersOfQuotes(archive, hits.matches, narrowed)) };
}

function total(archive, { asked, query, hits }) {
  const isWhole = hits.is_capped && asked.shelf === "articles" && !asked.is_narrowed && !query.clauses.length;
  return isWhole ? archive.rows("whole")[0].n : hits.matches.length;
}

/** The addresses that a page links to beside those of its parts. */
function withAddresses(page) {
  const { asked } = page;
  const address = (changes) => asked.but({ after: "", ...changes }).address;
  return {
    ...page,
    next_address: page.next ? asked.but({ after: page.next }).address : null,
    first_address: asked.after ? address({}) : null,
    kept_first: keptFirst(asked),
    fold_address: address({ fold: !asked.fold }),
    any_address: address({ match: "any" }),
    all_address: address({ match: "auto" }),
    words_address: address({ filters: [], start: "", end: "" }),
    suggestion_address: page.suggestion ? address({ q: page.suggestion }) : null,
  };
}

/** Which of too many matches are ranked, counted and shown, in words. */
function keptFirst(asked) {
  const sort = asked.sort ?? asked.usual_sort(Boolean(asked.q));
  if (sort === "oldest") return "the oldest";
  const isLed = !asked.q && asked.shelf === "quotes";
  return (isLed && { printed: "the most printed", altered: "the most altered" }[sort]) || "the newest";
}

/** The page for programs, as search.json gives it. */
export function asJson(page) {
  const { asked } = page;
  const hit = { articles: articleAsJson, quotes: quoteAsJson, entities: (each) => each }[asked.shelf];
  return {
    hits: page.hits.map(hit),
    total: page.total,
    total_is_capped: page.total_is_capped,
    hit_count: asked.fold ? page.group_count : page.total,
    facets: page.facets,
    facets_are_capped: page.facets_are_capped,
    relaxed: page.relaxed,
    complete_count: page.complete_count,
    suggestion: page.suggestion,
    notes: asked.notes,
    next: page.next,
  };
}
