/**
 * Articles as hits: the one that stands for its story, and the other versions that match.
 *
 * A port of morgue/browse/search/articles.py.
 */
import { card } from "./cards.js";
import { articleSnippets, asHtml, fragment } from "./snippets.js";

/**
 * The hits of one page, in the order of their leaders.
 *
 * @param {boolean} withVersions false to show the hits before what is folded into them has been read
 */
export async function articleHits(archive, asked, leaders, hits, withVersions) {
  const ids = leaders.map((leader) => leader.id);
  const folded = leaders.map((leader) => (asked.fold && withVersions ? versionsOf(archive.settings, leader) : []));
  const wanted = [...ids, ...folded.flat()];
  await archive.fetch("article_cards", wanted);
  const rows = new Map(archive.rows("article_cards", { ids: wanted }).map((row) => [row.id, row]));
  if (hits.expression) await archive.fetchWords(asked.shelf, hits.expression);
  const marked = hits.expression ? articleSnippets(archive, hits.expression, ids) : new Map();
  return leaders.map((leader, n) => {
    return hit(leader, rows.get(leader.id), marked.get(leader.id), folded[n].map((id) => rows.get(id)));
  });
}

/** The other articles of its group that match, in order of publication, the first of them. */
function versionsOf(settings, leader) {
  const others = leader.members.map((match) => match.id).filter((id) => id !== leader.id);
  return others.sort((one, other) => one - other).slice(0, settings.most_versions);
}

function hit(leader, row, marked, versions) {
  const shown = card(row);
  const story = row.story_uid ? storyLink(row) : null;
  const others = versions.map((version) => ({ card: card(version), share: version.share }));
  return {
    card: shown,
    external_id: row.external_id,
    story,
    headline: marked?.headline.length ? marked.headline : [fragment(shown.title)],
    // A site that was published without texts has no lines to show words in.
    snippet: marked?.text.length ? marked.text : marked && row.text ? [] : [fragment(shown.lead)],
    score: leader.score,
    versions: others,
    matching: leader.matching,
    hidden_count: (story ? story.article_count : 1) - 1 - others.length,
    folded: folded(shown, others),
  };
}

function storyLink(row) {
  const address = `/stories/${row.story_uid}`;
  return { uid: row.story_uid, headline: row.story_headline, address, article_count: row.article_count };
}

/** What is folded into a hit, in words: versions of a report, and reports that were written independently. */
function folded(shown, versions) {
  const made = versions.filter((version) => isMade(version.card) || version.card.uid === shown.derived_from).length;
  const counted = [
    [made, "more version"],
    [versions.length - made, "other report"],
  ];
  const told = counted.filter(([number]) => number);
  return told.map(([number, noun]) => `${number} ${noun}${number > 1 ? "s" : ""}`).join(" and ");
}

function isMade(article) {
  return !["original", "independent"].includes(article.derivation);
}

/** The hit for programs, as search.json gives it. */
export function articleAsJson(hit) {
  return {
    uid: hit.card.uid,
    external_id: hit.external_id,
    headline: hit.card.headline,
    address: hit.card.address,
    published: hit.card.published,
    source: hit.card.source,
    wire: hit.card.wire,
    derivation: hit.card.derivation,
    story: hit.story,
    versions: hit.versions.map(({ card: shown, share }) => {
      const { uid, headline, derivation, address } = shown;
      return { uid, headline, derivation, address, share };
    }),
    matching: hit.matching,
    snippet: asHtml(hit.snippet),
    score: hit.score,
  };
}
