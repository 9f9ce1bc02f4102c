/**
 * Writes a query out as FTS5 match expressions: strict, forgiving and loose.
 *
 * A port of morgue/browse/query/fts.py.
 *
 * @typedef {import("./language.js").Query} Query
 * @typedef {import("./language.js").Vocabulary} Vocabulary
 */
import { unique, wordsWithin } from "./language.js";

/** The expression for articles that have everything wanted; null where nothing is wanted. */
export function withAll(/** @type {Query} */ query) {
  return without(and(query.wanted), query);
}

/** The expression for articles that have everything insisted on, and one at least of what is wanted. */
export function withSome(/** @type {Query} */ query) {
  const required = query.wanted.filter((clause) => clause.need === "required");
  if (!required.length || required.length === query.wanted.length) {
    return without(and(required) || or(query.wanted), query);
  }
  return without(`${and(required)} AND (${or(query.wanted)})`, query);
}

/** The expression for articles that have anything wanted, if only one word of a phrase. */
export function withAny(/** @type {Query} */ query, /** @type {Vocabulary} */ vocabulary) {
  return without(or(unique([...query.wanted, ...wordsWithin(query, vocabulary)])), query);
}

/** The expression for what an article must not have; null where nothing is excluded. */
export function excluded(/** @type {Query} */ query) {
  return or(query.excluded) || null;
}

function and(clauses) {
  return clauses.map(clauseText).join(" AND ");
}

function or(clauses) {
  return clauses.map(clauseText).join(" OR ");
}

function without(wanted, query) {
  const unwanted = excluded(query);
  return wanted && unwanted ? `(${wanted}) NOT (${unwanted})` : wanted || null;
}

function clauseText(clause) {
  const terms = clause.terms.map(termText).join(" OR ");
  return clause.terms.length > 1 ? `(${terms})` : terms;
}

function termText(term) {
  const words = term.words.map((word) => `"${word}"`).join(" ");
  if (term.kind === "near") return `NEAR(${words}, ${term.distance})`;
  return term.kind === "prefix" ? `${words} *` : words;
}
