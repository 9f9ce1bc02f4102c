/**
 * What a reader may mean who has begun to type: people, bodies, places and sources, most mentioned first.
 *
 * A port of morgue/browse/search/suggest.py. Where so many names begin alike that they stand on many pages, nothing is
 * offered before one more letter is typed.
 */

const MOST_PAGES = 48; // of names that begin alike, 393 kB: what one search may read as well. "co" of 12,000 articles has 39
const BEHIND = "\u{10ffff}"; // sorts behind every letter
const HIGHEST = "\u0345"; // the combining mark that stands behind all others in canonical order

/**
 * @param {import("../archive/archive.js").Archive} archive
 * @param {string} typed
 * @returns {Promise<object[]>} offers, as the server's suggest.json has them
 */
export async function suggest(archive, typed) {
  const { most, shortest, longest, parameters } = archive.settings.suggest;
  const key = [...lookupKey(typed)].slice(0, longest).join("");
  if ([...key].length < shortest) return [];
  if (!(await archive.fetchSpan("name_keys", key, key + BEHIND, MOST_PAGES))) return [];
  const forms = new Map();
  for (const [kind, number, name] of archive.tuples("suggest/beginning", { typed: key, typed_on: key + BEHIND })) {
    const id = `${kind} ${number}`;
    if (!forms.has(id)) forms.set(id, { kind, number, form: name });
  }
  const first = [...forms.values()].slice(0, most);
  const numbers = (isSource) => first.filter(({ kind }) => (kind === "source") === isSource).map(({ number }) => number);
  const rows = { true: await known(archive, "sources", numbers(true)), false: await known(archive, "entities", numbers(false)) };
  return first.map(({ kind, number, form }) => offer(kind, rows[kind === "source"].get(number), form, parameters));
}

async function known(archive, table, ids) {
  await archive.fetch(table, ids);
  return new Map(ids.length ? archive.rows(`suggest/${table}`, { ids }).map((row) => [row.number, row]) : []);
}

function offer(kind, { uid, name, article_count }, form, parameters) {
  const page = kind === "source" ? `/sources/${uid}` : `/entities/${uid}`;
  const parameter = parameters.includes(kind) ? kind : "";
  return {
    label: name,
    kind,
    note: form === name ? "" : `also ${form}`,
    count: article_count,
    parameter,
    value: parameter ? uid : "",
    address: parameter ? `/search?${new URLSearchParams([[parameter, uid]])}` : page,
    page,
  };
}

/** A name in small letters and digits with single spaces. A port of `lookup_key` of morgue/model/names.py. */
export function lookupKey(/** @type {string} */ name) {
  const letters = [...name.normalize("NFKD").toLowerCase()].filter((each) => !isCombining(each));
  return letters
    .map((each) => (/[\p{L}\p{N}]/u.test(each) ? each : " "))
    .join("")
    .trim()
    .replace(/ +/g, " ");
}

/** Whether Unicode gives a character a place among the marks on a letter: then it goes before the highest of them. */
function isCombining(each) {
  return each === HIGHEST || (HIGHEST + each).normalize("NFD") === each + HIGHEST;
}
