// Reads queries from its input as JSON and prints how the client reads them.
import { readFileSync } from "node:fs";
import { excluded, withAll, withAny, withSome } from "../../web/client/query/fts.js";
import { parse } from "../../web/client/query/language.js";

const { typed, stopwords, mostClauses } = JSON.parse(readFileSync(0, "utf8"));
const vocabulary = { stopwords: new Set(stopwords), mostClauses };

function term({ kind, words, distance }) {
  return kind === "near" ? { kind, words, distance } : { kind, words };
}

function read(each) {
  const query = parse(each, vocabulary);
  return {
    typed: each,
    clauses: query.clauses.map(({ need, terms }) => ({ need, terms: terms.map(term) })),
    all: withAll(query),
    some: withSome(query),
    any: withAny(query, vocabulary),
    excluded: excluded(query),
  };
}

console.log(JSON.stringify(typed.map(read)));
