/**
 * What was perhaps meant, where a word is nowhere in the archive. A port of morgue/browse/search/spelling.py.
 *
 * The known words are fetched only where one is unknown.
 */

const LIKE_ENOUGH = 75; // of 100; "Puttin" is 91 like "Putin"
const MOST_ALIKE = 10;
const SHORTEST = 4;
const WORD = /\p{L}{3,}/gu;
const TYPED_WORD = /[\p{L}\p{N}]+/gu;

/** What was typed, with each unknown word replaced by the known one most like it; null where there is none. */
export async function suggestion(archive, typed, query) {
  const unknown = [];
  for (const word of plainWords(query)) if (!(await isKnown(archive, word))) unknown.push(word);
  if (!unknown.length) return null;
  const known = await archive.spelling();
  const meant = new Map(unknown.map((word) => [word, nearest(word, known)]));
  const better = typed.replace(TYPED_WORD, (word) => meant.get(word) ?? word);
  return better === typed ? null : better;
}

function plainWords(query) {
  const words = query.wanted.flatMap((clause) => clause.terms.flatMap((term) => term.words));
  return [...new Set(words.flatMap((each) => each.match(WORD) ?? []))];
}

async function isKnown(archive, word) {
  if ([...word].length < SHORTEST) return true;
  const expression = `"${word}"`;
  await archive.fetchWords("articles", expression);
  return archive.tuples("known_word", { expression }).length > 0;
}

/** The likeliest of the most alike words: of two as like, the one met more often, then the first by letters. */
function nearest(word, known) {
  const letters = [...word.toLowerCase()];
  const alike = [];
  for (const [other, count] of known) {
    const score = likeness(letters, [...other.toLowerCase()]);
    if (score >= LIKE_ENOUGH) alike.push({ other, count, score });
  }
  alike.sort((one, other) => other.score - one.score);
  const [best] = alike
    .slice(0, MOST_ALIKE)
    .sort((one, other) => other.score - one.score || other.count - one.count || (one.other < other.other ? -1 : 1));
  return best?.other ?? null;
}

/** How like two words are, of 100: by the letters that both have in the same order. */
function likeness(one, other) {
  const total = one.length + other.length;
  if ((200 * Math.min(one.length, other.length)) / total < LIKE_ENOUGH) return 0;
  let row = new Array(other.length + 1).fill(0);
  for (const letter of one) {
    const next = [0];
    for (let n = 1; n <= other.length; n++) {
      next[n] = letter === other[n - 1] ? row[n - 1] + 1 : Math.max(row[n], next[n - 1]);
    }
    row = next;
  }
  return 100 * (1 - (total - 2 * row[other.length]) / total);
}
