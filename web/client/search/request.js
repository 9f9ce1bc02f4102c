/**
 * What a search address asks for, read from its parameters and written back as a permanent address.
 *
 * A port of morgue/browse/search/request.py. Names with underscores are those that templates and JSON use.
 */
import { split } from "../query/tokens.js";

/** @typedef {{name: string, value: string, excluded: boolean}} Filter */

const SEARCH = "/search";
const NUMBER = /^[0-9]{1,5}$/;
const DATE = /^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$/;
const ENDS = /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;

export class Request {
  constructor(settings, told = {}) {
    this.settings = settings;
    this.q = "";
    /** @type {Filter[]} */
    this.filters = [];
    this.start = "";
    this.end = "";
    /** @type {string | null} */
    this.sort = null;
    this.shelf = "articles";
    this.fold = true;
    this.match = "auto";
    this.size = settings.sizes.usual;
    this.after = "";
    /** @type {string[]} */
    this.notes = [];
    this.path = SEARCH;
    Object.assign(this, told);
  }

  /** This search with some things changed. */
  but(changes) {
    return Object.assign(new Request(this.settings), this, changes);
  }

  usual_sort(words) {
    return words ? "relevance" : "newest";
  }

  get is_narrowed() {
    return Boolean(this.filters.length || this.start || this.end);
  }

  /** Name and value of everything that differs from the default, in one order whatever was typed first. */
  parameters() {
    const order = this.settings.filters;
    const filters = [...this.filters].sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
    const stated = [
      ["q", this.q],
      ...filters.map((each) => [each.name, written(each)]),
      ["from", this.start],
      ["to", this.end],
      ["sort", this.sort ?? ""],
      ["in", this.shelf === "articles" ? "" : this.shelf],
      ["match", this.match === "auto" ? "" : this.match],
      ["fold", this.fold ? "" : "0"],
      ["size", this.size === this.settings.sizes.usual ? "" : String(this.size)],
      ["next", this.after],
    ];
    return stated.filter(([, value]) => value);
  }

  /** The permanent address of this search. */
  get address() {
    const stated = this.parameters().map(([name, value]) => `${name}=${quoted(value)}`);
    return stated.length ? `${this.path}?${stated.join("&")}` : this.path;
  }

  /** This search, narrowed by one more value. @param {Filter} filter */
  with_filter(filter) {
    return this.but({ filters: [...this.filters, filter], after: "" });
  }

  /** This search without some of its narrowings. @param {Filter[]} old */
  without_filters(old) {
    const kept = this.filters.filter((each) => !old.some((other) => isSame(each, other)));
    return this.but({ filters: kept, after: "" });
  }
}

/** Whether two filters are one. */
export function isSame(/** @type {Filter} */ one, /** @type {Filter} */ other) {
  return one.name === other.name && one.value === other.value && one.excluded === other.excluded;
}

/**
 * Read a search from the parameters of its address. What makes no sense is left out, dates with a note.
 *
 * @param {URLSearchParams} parameters
 * @param {any} settings what the Python side wrote out
 */
export function request(parameters, settings) {
  const only = (name) => strip(parameters.getAll(name).at(-1) ?? "");
  const choice = (name, among) => (among.includes(only(name)) ? only(name) : null);
  const { smallest, usual, largest } = settings.sizes;
  const days = [only("from"), only("to")];
  const [start, end] = days.map((day) => (DATE.test(day) ? day : ""));
  return new Request(settings, {
    q: strip(parameters.getAll("q").join(" ")),
    filters: filters(parameters, settings.filters),
    start,
    end,
    sort: choice("sort", settings.sorts),
    shelf: choice("in", settings.shelves) ?? "articles",
    fold: only("fold") !== "0",
    match: choice("match", ["auto", "all", "any"]) ?? "auto",
    size: NUMBER.test(only("size")) ? Math.min(Math.max(Number(only("size")), smallest), largest) : usual,
    after: only("next"),
    notes: days
      .filter((day) => day && !DATE.test(day))
      .map((day) => `“${day}” is not a date (YYYY, YYYY-MM or YYYY-MM-DD) and was left out.`),
  });
}

function filters(parameters, names) {
  /** @type {Filter[]} */
  const found = [];
  for (const name of names) {
    for (const value of parameters.getAll(name).map(strip)) {
      const filter = { name, value: value.replace(/^-/, ""), excluded: value.startsWith("-") };
      const isEmpty = !value.replace(/^[- ]+/, "");
      if (!isEmpty && !found.some((each) => isSame(each, filter))) found.push(filter);
    }
  }
  return found;
}

function written(filter) {
  return filter.excluded ? `-${filter.value}` : filter.value;
}

function strip(text) {
  return text.replace(ENDS, "");
}

/** A value as it stands in an address, written as Python writes it. */
function quoted(value) {
  return encodeURIComponent(value.toWellFormed?.() ?? value)
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");
}

/** White space made single. @param {string} text */
export function flat(text) {
  return split(text).join(" ");
}
