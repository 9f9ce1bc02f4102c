/**
 * The query language: what a reader types becomes a query. No input is an error.
 *
 * A port of morgue/browse/query/language.py; docs/search.md tells readers what they can type.
 */
import { pieces } from "./tokens.js";

/** @typedef {{kind: string, words: string[], distance: number}} Term */
/** @typedef {{terms: Term[], need: "optional" | "required" | "excluded"}} Clause */
/** @typedef {{clauses: Clause[], wanted: Clause[], excluded: Clause[]}} Query */
/** @typedef {{stopwords: Set<string>, mostClauses: number}} Vocabulary what the Python side wrote out */

/**
 * Read what was typed. Any string gives a query, possibly an empty one.
 *
 * @param {string} typed
 * @param {Vocabulary} vocabulary
 * @returns {Query}
 */
export function parse(typed, vocabulary) {
  const read = joined(pieces(typed));
  const clauses = read.length ? read : joined(pieces(typed, false));
  return query(withoutStopwords(unique(clauses), vocabulary.stopwords).slice(0, vocabulary.mostClauses));
}

/** The single words of the phrases and NEAR groups that are wanted, none insisted on. */
export function wordsWithin(/** @type {Query} */ asked, /** @type {Vocabulary} */ vocabulary) {
  const terms = asked.wanted.flatMap((clause) => clause.terms).filter((term) => ["phrase", "near"].includes(term.kind));
  const typed = terms.map((term) => term.words.join(" ")).filter((words) => words.includes(" "));
  if (!typed.length) return [];
  return parse(typed.join(" "), vocabulary).clauses.filter((clause) => clause.need === "optional");
}

/** Clauses without repetitions, in order. */
export function unique(/** @type {Clause[]} */ clauses) {
  const seen = new Map();
  for (const clause of clauses) if (!seen.has(JSON.stringify(clause))) seen.set(JSON.stringify(clause), clause);
  return [...seen.values()];
}

function query(clauses) {
  return {
    clauses,
    wanted: clauses.filter((clause) => clause.need !== "excluded"),
    excluded: clauses.filter((clause) => clause.need === "excluded"),
  };
}

/** Put pieces and the operators between them together. An operator with nothing to join is left out. */
function joined(typed) {
  const clauses = [];
  let operator = null;
  for (const piece of typed) {
    if (piece.kind === "operator") {
      operator = piece;
    } else {
      add(clauses, clauseOf(piece), operator);
      operator = null;
    }
  }
  return clauses;
}

function clauseOf(piece) {
  const need = { "-": "excluded", "+": "required" }[piece.sign] ?? "optional";
  return { terms: [{ kind: piece.kind, words: piece.words, distance: piece.distance }], need };
}

/** Add a clause, or join it to the last one as the operator before it says. */
function add(clauses, clause, operator) {
  const name = operator?.words[0];
  const last = clauses.at(-1);
  const isJoinable = last !== undefined && last.need !== "excluded" && clause.need !== "excluded";
  if (name === "NOT") {
    clauses.push({ ...clause, need: "excluded" });
  } else if (name === "OR" && isJoinable) {
    const need = [last.need, clause.need].includes("required") ? "required" : "optional";
    clauses.splice(-1, 1, { terms: [...last.terms, ...clause.terms], need });
  } else if (name === "AND" && isJoinable) {
    clauses.splice(-1, 1, { ...last, need: "required" }, { ...clause, need: "required" });
  } else if (name === "NEAR" && isJoinable) {
    addNear(clauses, clause, operator.distance);
  } else {
    clauses.push(clause);
  }
}

/** Turn `a NEAR b` into one term: the last of the terms before it and the one behind. */
function addNear(clauses, clause, distance) {
  const before = clauses.pop();
  const last = before.terms.at(-1);
  const words = [...last.words, ...clause.terms[0].words];
  const near = { kind: "near", words, distance: Math.max(distance, last.distance) };
  clauses.push({ terms: [...before.terms.slice(0, -1), near], need: "required" });
}

/** Leave out stop words that nobody insisted on, unless nothing else is wanted. */
function withoutStopwords(clauses, stopwords) {
  const kept = clauses.filter((clause) => !isStopword(clause, stopwords));
  return kept.some((clause) => clause.need !== "excluded") ? kept : clauses;
}

function isStopword(clause, stopwords) {
  const [term] = clause.terms;
  const isPlain = clause.need === "optional" && clause.terms.length === 1 && term.kind === "word";
  return isPlain && stopwords.has(term.words[0].replace(/^[.,;:!?]+|[.,;:!?]+$/gu, "").toLowerCase());
}
