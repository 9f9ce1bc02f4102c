/**
 * Counting what matches have: articles and stories for each value, an article that is in no story being one of its own.
 *
 * A port of morgue/browse/search/counting.py.
 *
 * @typedef {import("./hits.js").Match} Match
 * @typedef {{number: number, article_count: number, story_count: number}} Counted
 */

/** The values of a column of the matches, the commonest first. @param {Match[]} matches @param {string} column */
export function countedOf(matches, column) {
  return counted(matches, (match) => (match[column] === null ? [] : [match[column]]));
}

/**
 * The same of values of which an article has many, given as packed numbers by article.
 *
 * @param {Match[]} matches
 * @param {Map<number, Uint8Array>} lists
 */
export function countedPacked(matches, lists) {
  return counted(matches, (match) => unpacked(lists.get(match.article)));
}

/** Who says these quotes: those of most quotes first, with the articles and stories that print them. */
export function countedQuotes(/** @type {Match[]} */ quotes, /** @type {string} */ column) {
  const numbers = new Map();
  for (const quote of quotes) numbers.set(quote[column], (numbers.get(quote[column]) ?? 0) + 1);
  const seen = new Set();
  const once = quotes.filter((match) => {
    const key = `${match[column]} ${match.article}`;
    return !seen.has(key) && seen.add(key);
  });
  const most = (each) => numbers.get(each.number);
  return countedOf(once, column).sort((one, other) => most(other) - most(one) || one.number - other.number);
}

/** One match for each article, the first. @param {Match[]} matches */
export function byArticle(matches) {
  const first = new Map();
  for (const match of matches) if (!first.has(match.article)) first.set(match.article, match);
  return [...first.values()];
}

/** @returns {Counted[]} */
function counted(matches, valuesOf) {
  const articles = new Map();
  const stories = new Map();
  for (const match of matches) {
    for (const value of valuesOf(match)) {
      articles.set(value, (articles.get(value) ?? 0) + 1);
      if (stories.has(value)) stories.get(value).add(match.story);
      else stories.set(value, new Set([match.story]));
    }
  }
  return [...articles]
    .map(([number, count]) => ({ number, article_count: count, story_count: stories.get(number).size }))
    .sort((one, other) => other.article_count - one.article_count || one.number - other.number);
}

function unpacked(bytes) {
  if (!bytes?.length) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 4 }, (_, n) => view.getUint32(4 * n, true));
}
