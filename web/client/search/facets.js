/**
 * By what a search can be narrowed: the people, places, sources, … of its hits, counted per article and per story.
 *
 * A port of morgue/browse/search/facets.py.
 */
import { countedOf, countedPacked, countedQuotes } from "./counting.js";

/** The facets of the whole archive, counted when it was built. */
export function facetsOfAll(archive) {
  const found = archive.settings.facets.map((name) => [name, archive.rows(`facet/${name}`).map(value)]);
  return Object.fromEntries(found);
}

function value(row) {
  const { label, article_count, story_count } = row;
  return { value: String(row.value), label, article_count, story_count, selected: false, excluded: false };
}

/** The facets of these articles, the best first; what the search is narrowed by is always among the values. */
export async function facetsOf(archive, articles, narrowed) {
  const { settings } = archive;
  const counts = {};
  for (const [name, counted] of await countedBy(archive, articles)) counts[name] = top(settings, counted, kept(name, narrowed));
  const names = await namesOf(archive, counts);
  return Object.fromEntries(settings.facets.map((name) => [name, told(name, counts[name], names, narrowed)]));
}

/** Who says these quotes: counted over the articles and stories that print them. */
export async function speakersOfQuotes(archive, quotes, narrowed) {
  const counts = { speaker: top(archive.settings, countedQuotes(quotes, "speaker"), kept("speaker", narrowed)) };
  return { speaker: told("speaker", counts.speaker, await namesOf(archive, counts), narrowed) };
}

async function countedBy(archive, articles) {
  const { settings } = archive;
  const first = articles.slice(0, settings.most_counted);
  const ids = first.map((match) => match.article);
  await archive.fetch("article_facets", ids);
  const rows = archive.tuples("packed", { sorted_ids: ids });
  const columns = [...settings.counted_codes, "source"].map((name) => [name, countedOf(articles, name)]);
  const packed = settings.packed.map((name, n) => {
    return [name, countedPacked(first, new Map(rows.map((row) => [row[0], row[n + 1]])))];
  });
  return [...columns, ...packed];
}

/** The numbers of the values that the search asks for: they are told, however rare. */
function kept(name, narrowed) {
  return new Set(narrowed.filter((each) => each.filter.name === name).flatMap((each) => each.keys));
}

function top(settings, counted, keptNumbers) {
  return counted.filter((each, place) => place < settings.most_values || keptNumbers.has(each.number));
}

/** What the counted numbers stand for: names are looked up for the values that are told only. */
async function namesOf(archive, counts) {
  const { packed } = archive.settings;
  const numbers = [...new Set(packed.flatMap((name) => (counts[name] ?? []).map((each) => each.number)))];
  const ids = numbers.sort((one, other) => one - other);
  await archive.fetch("entities", ids);
  const entities = archive.tuples("entity_names", { ids });
  const sources = archive.tuples("source_names", { ids: (counts.source ?? []).map((each) => each.number) });
  const names = new Map();
  for (const facet of packed) for (const [number, uid, name] of entities) names.set(`${facet} ${number}`, [uid, name]);
  for (const [number, name] of sources) names.set(`source ${number}`, [String(number), name]);
  for (const [facet, code, coded] of archive.tuples("codes")) names.set(`${facet} ${code}`, [coded, coded]);
  return names;
}

/** The values with what is selected marked, and behind them what is excluded or has no hit. */
function told(name, counted, names, narrowed) {
  const own = new Map();
  for (const each of narrowed) if (each.filter.name === name) for (const number of each.values) own.set(number, each);
  const values = counted.map(({ number, article_count, story_count }) => {
    const [uid, label] = names.get(`${name} ${number}`);
    return { value: uid, label, article_count, story_count, ...use(own.get(uid)) };
  });
  const found = new Set(values.map((each) => each.value));
  for (const [uid, each] of own) {
    if (!found.has(uid)) values.push({ value: uid, label: each.label, article_count: 0, story_count: 0, ...use(each) });
  }
  return values;
}

function use(chosen) {
  const excluded = chosen !== undefined && chosen.filter.excluded;
  return { selected: chosen !== undefined && !excluded, excluded };
}
