/**
 * The pieces of a typed query: phrases, NEAR groups, words and operators, before they are put together.
 *
 * A port of morgue/browse/query/tokens.py; tests/browse/query/vectors.json holds both sides to the same answers.
 */

/** @typedef {{kind: "word" | "prefix" | "phrase" | "near" | "operator", words: string[], sign: string, distance: number}} Piece */

export const NEAR_DISTANCE = 10;
const FARTHEST = 1000;
const SHOUTED_WORDS = 5;

// White space and word characters as Python understands them; JavaScript's own classes differ.
const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const SPACES = new RegExp(`[${SPACE}]+`, "u");
const QUOTE_MARKS = /[“”„‟«»″＂]/gu;
const UNSEARCHABLE = /[\x00-\x1f\x7f\ud800-\udfff]/gu; // eslint-disable-line no-control-regex
const LETTER = /[\p{L}\p{N}]/u;
const POSSESSIVE = /['’]s$/iu;
const OPERATOR = /^(?:OR|AND|NOT|NEAR(?:\/([0-9]{1,9}))?)$/u;
const PIECE = new RegExp(
  `(?<near>(?<![\\p{L}\\p{N}_])NEAR[${SPACE}]*\\((?<inside>[^()]*)\\))` +
    `|(?<phrase>(?<sign>[+-]?)"(?<words>[^"]*)"?)|(?<word>[^${SPACE}"()]+)`,
  "gu",
);
const NEAR_INSIDE = new RegExp(`"([^"]*)"?|([^${SPACE}",]+)`, "gu");
const NEAR_WITHIN = new RegExp(`,[${SPACE}]*([0-9]{1,9})[${SPACE}]*$`, "u");

/**
 * What was typed, cut up; whatever holds no letter or digit is left out.
 *
 * @param {string} typed any string
 * @param {boolean} operators false to read OR, AND, NOT and NEAR as words
 * @returns {Piece[]}
 */
export function pieces(typed, operators = true) {
  const text = typed.replace(UNSEARCHABLE, " ").replace(QUOTE_MARKS, '"');
  const read = operators && !isShouted(text);
  return [...text.matchAll(PIECE)].map((match) => piece(match, read)).filter((found) => found && isSearchable(found));
}

/** The words of a text, as Python's `split()` parts them. */
export function split(/** @type {string} */ text) {
  return text.split(SPACES).filter(Boolean);
}

function isShouted(text) {
  return text === text.toUpperCase() && split(text).length > SHOUTED_WORDS;
}

function isSearchable(found) {
  return found.kind === "operator" || found.words.some((word) => LETTER.test(word));
}

function piece(match, operators) {
  const { near, inside, phrase, sign, words, word } = match.groups;
  if (near !== undefined) return nearGroup(inside);
  if (phrase !== undefined) return made("phrase", [spaced(words)], sign === "-" ? "-" : "+");
  return wordPiece(word, operators);
}

function nearGroup(inside) {
  const within = NEAR_WITHIN.exec(inside);
  const named = within ? inside.slice(0, within.index) : inside;
  const words = [...named.matchAll(NEAR_INSIDE)].map(([, phrase, word]) => spaced(phrase || word || ""));
  const known = words.filter((word) => LETTER.test(word));
  if (known.length === 1) return made("phrase", known, "+");
  return known.length ? made("near", known, "+", distance(within?.[1])) : null;
}

function wordPiece(word, operators) {
  const operator = operators ? OPERATOR.exec(word) : null;
  if (operator) return made("operator", [word.split("/")[0]], "", distance(operator[1]));
  const sign = "+-".includes(word[0]) ? word[0] : "";
  const bare = word.replace(/^[+-]+/u, "");
  if (bare.endsWith("*")) return made("prefix", [bare.replace(/\*+$/u, "")], sign);
  return made("word", [bare.replace(POSSESSIVE, "")], sign);
}

function made(kind, words, sign, within = 0) {
  return { kind, words, sign, distance: within };
}

function distance(typed) {
  return typed ? Math.min(Number(typed), FARTHEST) : NEAR_DISTANCE;
}

function spaced(phrase) {
  return split(phrase).join(" ");
}
