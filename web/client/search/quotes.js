/**
 * Quotes as hits: one for each thing said, however many articles print it.
 *
 * A port of morgue/browse/search/quotes.py.
 */
import { begin } from "./cards.js";
import { inWords } from "./dating.js";
import { asHtml, fragment, quoteTexts } from "./snippets.js";

/** The hits of one page, in the order of their leaders. */
export async function quoteHits(archive, leaders, hits) {
  const ids = leaders.map((leader) => leader.id);
  await archive.fetch("quote_cards", ids);
  const rows = new Map(archive.rows("quote_cards", { ids }).map((row) => [row.id, row]));
  if (hits.expression) await archive.fetchQuotes(ids);
  const marked = hits.expression ? quoteTexts(archive, hits.expression, ids) : new Map();
  return leaders.map((leader) => hit(leader, rows.get(leader.id), marked.get(leader.id), archive.every));
}

/** Where a quote is told: on its own page or, where a large site has none, at its place in the article. */
function address(row, every) {
  if (!every && (row.quote_count || 1) === 1) return `/articles/${row.article_uid}#quote-${row.uid}`;
  return row.utterance ? `/quotes/${row.utterance}#q${row.uid}` : `/quotes/${row.uid}`;
}

function hit(leader, row, marked, every) {
  return {
    uid: row.uid,
    text: marked?.length ? marked : [fragment(row.text)],
    form: row.form,
    cue: row.cue,
    speaker: row.speaker,
    speaker_uid: row.speaker_uid,
    address: address(row, every),
    article_uid: row.article_uid,
    article_address: `/articles/${row.article_uid}`,
    article: row.headline || begin(row.lead),
    source: row.source,
    published: row.published,
    when: inWords(row.published, row.published_precision),
    quote_count: row.quote_count || 1,
    wording_count: row.wording_count || 1,
    score: leader.score,
  };
}

/** The hit for programs, as search.json gives it. */
export function quoteAsJson(hit) {
  return {
    uid: hit.uid,
    text: hit.text.map((piece) => piece.text).join(""),
    snippet: asHtml(hit.text),
    form: hit.form,
    cue: hit.cue,
    speaker: hit.speaker,
    speaker_uid: hit.speaker_uid,
    address: hit.address,
    article: { uid: hit.article_uid, title: hit.article, address: hit.article_address },
    source: hit.source,
    published: hit.published,
    quote_count: hit.quote_count,
    wording_count: hit.wording_count,
    score: hit.score,
  };
}
