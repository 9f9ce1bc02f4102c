/**
 * From the values in a search address to conditions on articles.
 *
 * A port of morgue/browse/search/filters.py; the conditions themselves are the server's, written out.
 *
 * @typedef {import("./request.js").Filter} Filter
 * @typedef {{filter: Filter, label: string, keys: (number | string)[], values: string[]}} Chosen
 */
import { excluded } from "../query/fts.js";

const ALTERED = 2000; // in the catalogue of quotes: two wordings or more
const DIGITS = "20220214".length;

/**
 * Find what each filter names, by uid or by name.
 *
 * @param {any} archive
 * @param {Filter[]} filters
 * @returns {Chosen[]}
 */
export function chosen(archive, filters) {
  return filters.map((filter) => chosenOne(archive, filter));
}

function chosenOne(archive, filter) {
  const { settings } = archive;
  const { name, value } = filter;
  if (name === "altered") return { filter, label: "altered on its way", keys: [ALTERED], values: [value] };
  const typed = { typed: value, phrase: `"${value.replaceAll('"', " ").replaceAll("\0", " ")}"` };
  if (settings.coded.includes(name)) {
    const keys = archive.rows(`chosen/${name}/0`, typed).map((row) => row.id);
    return { filter, label: name === "form" ? (settings.forms[value] ?? value) : value, keys, values: [value] };
  }
  const first = archive.rows(`chosen/${name}/0`, typed);
  const rows = first.length || !archive.knows(`chosen/${name}/1`) ? first : archive.rows(`chosen/${name}/1`, typed);
  const values = rows.map((row) => String(row.value));
  return { filter, label: rows.length ? rows[0].label : value, keys: rows.map((row) => row.id), values };
}

/**
 * Every condition of a search but the words that it wants. Entities are found by their names alone.
 *
 * @returns {{name: string, given: object}[]} names of statements, with their values
 */
export function conditions(settings, asked, narrowed, query) {
  const found = asked.shelf === "entities" ? [] : [...ofArticles(settings, asked, narrowed)];
  const unwanted = excluded(query);
  if (unwanted && !query.wanted.length) {
    found.push({ name: `condition/${asked.shelf}/unwanted`, given: { expression: unwanted } });
  }
  return found;
}

function* ofArticles(settings, asked, narrowed) {
  const joined = [...settings.single, "form"];
  for (const name of joined) {
    for (const isExcluded of [false, true]) {
      const same = narrowed.filter(({ filter }) => filter.name === name && filter.excluded === isExcluded);
      if (same.length) yield condition(asked, same[0].filter, same.flatMap((each) => each.keys));
    }
  }
  for (const each of narrowed) {
    if (!joined.includes(each.filter.name)) yield condition(asked, each.filter, each.keys);
  }
  if (asked.start) yield day(asked, "from", asked.start, "0");
  if (asked.end) yield day(asked, "to", asked.end, "9");
}

function condition(asked, filter, keys) {
  const end = filter.excluded ? "out" : "in";
  return { name: `condition/${asked.shelf}/${filter.name}/${end}`, given: { ids: keys } };
}

function day(asked, end, typed, digit) {
  const typedDay = Number(typed.replaceAll("-", "").padEnd(DIGITS, digit));
  return { name: `condition/${asked.shelf}/${end}`, given: { typed: typedDay } };
}
