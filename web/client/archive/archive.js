/**
 * The archive as the search asks it: the server's statements by name, and what they read brought near beforehand.
 */
import { Tree } from "./tree.js";

/** @typedef {{sql: string, values: {name?: string, is?: any}[]}} Written a statement as the server wrote it out */

export class Archive {
  /**
   * @param {any} db an open database of @sqlite.org/sqlite-wasm
   * @param {any} desk another one, empty and in memory
   * @param {{statements: Record<string, Written>, settings: any}} written
   * @param {import("../ranges/file.js").RangeFile} file
   * @param {{roots: Record<string, number>, every: boolean, lists: boolean}} manifest
   * @param {{spelling: () => Promise<[string, number][]>, words: () => Promise<void>}} more what is fetched where it is
   *   needed: the known words, and the pages that searches for words read
   */
  constructor(db, desk, written, file, manifest, more) {
    this.db = db;
    this.statements = written.statements;
    this.settings = { ...written.settings, pages: published(written.settings.pages, manifest) };
    this.file = file;
    this.spelling = more.spelling;
    this.more = more;
    this.manifest = manifest;
    /** Whether every quote has a page of its own. */
    this.every = manifest.every;
    this.vocabulary = {
      stopwords: new Set(written.settings.stopwords),
      mostClauses: written.settings.most_clauses,
    };
    this.trees = new Map(Object.entries(manifest.roots).map(([name, root]) => [name, new Tree(file, root)]));
    this.words = new Words(db, desk, this.trees);
  }

  knows(name) {
    return name in this.statements;
  }

  /** The rows that a statement gives, as objects. @param {string} name @param {Record<string, any>} given */
  rows(name, given = {}) {
    return this.#run(name, given, "object");
  }

  /** The rows that a statement gives, as lists. @param {string} name @param {Record<string, any>} given */
  tuples(name, given = {}) {
    return this.#run(name, given, "array");
  }

  #run(name, given, rowMode) {
    const { sql, bind } = this.#filled(name, given);
    return this.db.exec({ sql, bind: bind.length ? bind : undefined, rowMode, returnValue: "resultRows" });
  }

  /** A statement with its values; where conditions go, they are put in with theirs. */
  #filled(name, given) {
    const { sql, values } = this.statements[name];
    const conditions = (given.conditions ?? []).map((each) => this.#filled(each.name, each.given));
    const bind = values.flatMap((value) => {
      if (value.name === "conditions") return conditions.flatMap((each) => each.bind);
      return [valueOf(value, given)];
    });
    return { sql: sql.replace("{conditions}", () => conditions.map((each) => each.sql).join(" AND ") || "true"), bind };
  }

  /** Bring rows of a table near, or entries of an index by their first number. @param {string} table */
  async fetch(table, ids) {
    await this.trees.get(table)?.rows(ids);
  }

  /**
   * Bring near the rows of a table whose keys are texts from `first` up to `end`.
   *
   * @returns {Promise<boolean>} false where they stand on more than `most` pages, which are not read then
   */
  async fetchSpan(table, first, end, most) {
    return this.trees.get(table).span(first, end, most);
  }

  /** Bring near what every search for words reads. */
  async prepare() {
    this.prepared ??= this.more.words().catch((error) => {
      this.prepared = null;
      throw error;
    });
    return this.prepared;
  }

  /** Bring near what full text knows of the words of an expression. */
  async fetchWords(shelf, expression) {
    await this.prepare();
    await this.words.fetch(`${shelf}_fts`, expression);
  }

  /** Bring near what the text of quotes is read from. */
  async fetchQuotes(ids) {
    await this.fetch("quotes", ids);
  }

  async fetchFilters() {
    // Names are found through indexes of text, a few pages one after the other: nothing can be known beforehand.
  }

  /** Bring near the articles of the persons and bodies that a search is narrowed to. */
  async fetchNarrowed(_shelf, narrowed) {
    for (const { filter, keys } of narrowed) {
      const table = filter.name === "speaker" ? "quotes_by_speaker" : "article_entities";
      if (!this.settings.single.includes(filter.name)) await this.fetch(table, keys.filter(Number.isInteger));
    }
  }
}

/** What filters name and has a page: a site may do without lists, and without stories of one article. */
function published(pages, { every, lists }) {
  const lacks = { source: !lists, story: !every };
  return Object.fromEntries(Object.entries(pages).filter(([name]) => !lacks[name]));
}

function valueOf({ name, is }, given) {
  if (!name) return is;
  if (name === "ids") return JSON.stringify(given.ids);
  if (name === "sorted_ids") return JSON.stringify([...given.sorted_ids].sort((one, other) => one - other));
  return given[name];
}

const PAGE_BITS = 37n; // of a row's number in a full-text index, below which stand those of its segment

/** Finds where a full-text index keeps words, and brings all of these places near at the same time. */
class Words {
  constructor(db, desk, trees) {
    this.db = db;
    this.desk = desk;
    this.trees = trees;
    desk.exec("CREATE VIRTUAL TABLE typed USING fts5(words, tokenize=\"porter unicode61 remove_diacritics 2\")");
    desk.exec("CREATE VIRTUAL TABLE terms USING fts5vocab(typed, row)");
  }

  async fetch(table, expression) {
    const pages = this.#terms(expression).flatMap((term) => this.#pages(table, term));
    await this.trees.get(`${table}_data`)?.rows(pages);
  }

  /** The stems of the words in an expression. */
  #terms(expression) {
    const words = [...expression.matchAll(/"([^"]*)"/g)].map((match) => match[1]);
    this.desk.exec({ sql: "INSERT INTO typed(rowid, words) VALUES (1, ?)", bind: [words.join(" ")] });
    const terms = this.desk.exec({ sql: "SELECT term FROM terms", rowMode: 0, returnValue: "resultRows" });
    this.desk.exec("DELETE FROM typed");
    return terms;
  }

  /** The rows of the index's data that hold a term: from the last page that begins before it to the next that begins. */
  #pages(table, term) {
    const key = new TextEncoder().encode(`0${term}`);
    const sql = `SELECT segid, pgno / 2 FROM ${table}_idx WHERE segid = (SELECT max(segid) FROM ${table}_idx)`;
    const ask = (rest) => this.db.exec({ sql: `${sql} ${rest}`, bind: [key], rowMode: "array", returnValue: "resultRows" })[0];
    const from = ask("AND term <= ? ORDER BY term DESC LIMIT 1");
    const to = ask("AND term > ? ORDER BY term LIMIT 1");
    if (!from) return [];
    const [segment, first] = from;
    const last = Math.min(to ? to[1] : first, first + MOST_PAGES);
    const start = Number(BigInt(segment) << PAGE_BITS);
    return Array.from({ length: last - first + 1 }, (_, n) => start + first + n);
  }
}

const MOST_PAGES = 64; // of one word: what is longer is read on as it goes
