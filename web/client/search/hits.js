/**
 * Which rows match a search, and how well: the set that is ranked, folded, counted and paged through.
 *
 * A port of morgue/browse/search/hits.py, matches.py and likeness.py.
 */
import { withAll, withAny, withSome } from "../query/fts.js";

/** The columns of a match, in the order in which statements give them. */
const COLUMNS = [
  "id", "score", "group", "article", "is_origin", "day", "story", "source", "wire", "derivation", "language", "speaker",
  "form", "printed", "altered",
]; // prettier-ignore

/** @typedef {Record<string, number>} Match */
/**
 * @typedef {object} Hits
 * @property {Match[]} matches best first or newest first
 * @property {boolean} is_capped
 * @property {string | null} expression that found them, null for a search without words
 * @property {number} complete_count how many have everything that was typed
 * @property {boolean} complete_first whether these stand before all others
 * @property {boolean} is_partial whether the others are there too
 * @property {boolean} is_relaxed whether no row had everything
 */

/**
 * Find what matches the words and the conditions.
 *
 * @returns {Promise<Hits>}
 */
export async function find(archive, asked, query, conditions) {
  const search = new Search(archive, asked, conditions);
  if (!query.wanted.length) return search.withoutWords();
  if (asked.match === "any") {
    return { ...(await search.best(withAny(query, archive.vocabulary) ?? "")), is_partial: true };
  }
  const all = withAll(query) ?? "";
  const complete = await search.matching(all);
  if (asked.match === "all" || suffices(archive.settings, query, complete.length)) {
    return { ...(await search.ranked(all, complete)), complete_count: complete.length };
  }
  const first = query.wanted.length < archive.settings.hits.question;
  const found = await search.best(withSome(query) ?? "", new Set(first ? complete : []));
  const isPartial = found.matches.length > complete.length;
  return {
    ...found,
    complete_count: complete.length,
    complete_first: first && isPartial && complete.length > 0,
    is_partial: isPartial,
    is_relaxed: isPartial && !complete.length,
  };
}

function suffices({ hits }, query, complete) {
  return complete >= hits.enough || (complete > 0 && query.wanted.length <= hits.few_words);
}

class Search {
  constructor(archive, asked, conditions) {
    this.archive = archive;
    this.asked = asked;
    this.conditions = conditions;
    this.shelf = asked.shelf;
    this.settings = archive.settings.hits;
    this.direction = asked.sort === "oldest" ? "ASC" : "DESC";
    this.words = conditions.length ? "narrowed" : "plain";
  }

  withoutWords() {
    const led = this.asked.filters.some((each) => this.settings.leading.includes(each.name) && !each.excluded);
    const sort = this.asked.sort ?? this.asked.usual_sort(false);
    const name = `newest/${this.shelf}/${this.direction}/${led ? "led" : "all"}/${sort}`;
    const rows = this.archive.tuples(name, { conditions: this.conditions });
    return hits(rows.slice(0, this.settings.most).map(match), rows.length > this.settings.most);
  }

  async matching(expression) {
    await this.archive.fetchWords(this.shelf, expression);
    const name = `matching/${this.shelf}/${this.words}/${this.direction}`;
    return this.archive.tuples(name, { expression, conditions: this.conditions }).map(([id]) => id);
  }

  async best(expression, complete = new Set()) {
    return this.ranked(expression, await this.matching(expression), complete);
  }

  async ranked(expression, ids, complete = new Set()) {
    if (!ids.length) return hits([], false, expression);
    const some = ids.slice(0, this.settings.most);
    const [first, last] = ends(some);
    const given = { expression, ids: some, first, last };
    const matches = this.archive.tuples(`ranked/${this.shelf}/${this.words}`, given).map(match);
    matches.sort((one, other) => complete.has(other.id) - complete.has(one.id) || bestFirst(one, other));
    const byRank = (this.asked.sort ?? "relevance") === "relevance";
    const added = byRank && this.settings.can_relate.includes(this.shelf) ? await this.#raised(matches) : new Map();
    const rescored = this.#rescored(matches, added, complete);
    return hits(rescored, ids.length > this.settings.most, expression);
  }

  /** What is added to the score of each article that is like the best of these matches. */
  async #raised(matches) {
    const best = new Map();
    for (const each of matches) {
      if (!best.has(each.group)) best.set(each.group, each);
      if (best.size === this.settings.best) break;
    }
    const scores = new Map([...best.values()].map((each) => [each.id, each.score]));
    const ids = [...scores.keys()].sort((one, other) => one - other);
    await this.archive.fetch("related", ids);
    const added = new Map();
    for (const [article, other, similarity] of this.archive.tuples("related", { ids })) {
      added.set(other, (added.get(other) ?? 0) + this.settings.share * similarity * scores.get(article));
    }
    return added;
  }

  #rescored(matches, added, complete) {
    if (!added.size && !complete.size) return matches;
    const scored = matches.map((each) => {
      if (!added.has(each.id) && !complete.has(each.id)) return each;
      const rank = this.settings.complete * Number(complete.has(each.id));
      return { ...each, score: each.score + (added.get(each.id) ?? 0) + rank };
    });
    return scored.sort(bestFirst);
  }
}

function hits(matches, isCapped, expression = null) {
  const none = { complete_count: 0, complete_first: false, is_partial: false, is_relaxed: false };
  return { matches, is_capped: isCapped, expression, ...none };
}

function match(row) {
  const made = {};
  for (let n = 0; n < COLUMNS.length; n++) made[COLUMNS[n]] = row[n];
  return made;
}

function ends(numbers) {
  return [numbers.reduce((least, each) => Math.min(least, each)), numbers.reduce((most, each) => Math.max(most, each))];
}

/** The order in which the best stand first, and of equals the later. */
export function bestFirst(/** @type {Match} */ one, /** @type {Match} */ other) {
  return other.score - one.score || other.id - one.id;
}
