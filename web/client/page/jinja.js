/**
 * What the search page's templates, written out as JavaScript, need of Jinja and Python: truth, escaping, filters,
 * tests and the methods of strings. morgue/publish/search/jinja writes the calls; names match.
 */

class Safe {
  constructor(html) {
    this.html = html;
  }
}

const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&#39;", '"': "&#34;" };

/** HTML as it is. */
export function safe(html) {
  return new Safe(html);
}

export function escape(value) {
  return said(value).replace(/[&<>'"]/g, (mark) => ESCAPED[mark]);
}

/** What `{{ value }}` prints. */
export function text(value) {
  return value instanceof Safe ? value.html : escape(value);
}

function said(value) {
  if (value === undefined) return "";
  if (value === null) return "None";
  if (value === true) return "True";
  return value === false ? "False" : String(value);
}

export function truth(value) {
  if (value instanceof Safe) return value.html !== "";
  if (Array.isArray(value)) return value.length > 0;
  if (value && Object.getPrototypeOf(value) === Object.prototype) return Object.keys(value).length > 0;
  return Boolean(value);
}

export function or(one, other) {
  return truth(one) ? one : other();
}

export function and(one, other) {
  return truth(one) ? other() : one;
}

export function equal(one, other) {
  return (one ?? null) === (other ?? null);
}

export function within(all, one) {
  if (Array.isArray(all) || typeof all === "string") return all.includes(one);
  return all !== undefined && all !== null && Object.hasOwn(all, one);
}

export function add(one, other) {
  if (Array.isArray(one)) return [...one, ...other];
  return typeof one === "string" || one instanceof Safe ? concatenate(one, other) : one + other;
}

export function concatenate(...pieces) {
  if (!pieces.some((piece) => piece instanceof Safe)) return pieces.map(said).join("");
  return safe(pieces.map(text).join(""));
}

export function attribute(owner, name) {
  if (owner === undefined) throw new TypeError(`nothing has no ${name}`);
  return owner === null ? undefined : owner[name];
}

export function item(owner, key) {
  if (owner === undefined) throw new TypeError(`nothing has no ${key}`);
  return typeof key === "number" && key < 0 ? owner.at(key) : owner?.[key];
}

export function items(all) {
  return Array.isArray(all) ? all : [...(all ?? [])];
}

/** Go through items; whether there were any. */
export function loop(all, each) {
  all.forEach((one, index) =>
    each(one, {
      index: index + 1,
      index0: index,
      first: index === 0,
      last: index === all.length - 1,
      length: all.length,
      previtem: all[index - 1],
      nextitem: all[index + 1],
    }),
  );
  return all.length > 0;
}

/** A function that takes its arguments by place or by name, with defaults for the last ones. */
export function macro(names, defaults, made) {
  const spare = names.length - defaults.length;
  return {
    invoke: (given, named) =>
      made(...names.map((name, n) => (n < given.length ? given[n] : name in named ? named[name] : defaults[n - spare]))),
  };
}

export function invoke(called, given, named) {
  return called.invoke(given, named);
}

export function call(owner, name, given, named) {
  if (typeof owner === "string") return strings[name](owner, ...given);
  const method = attribute(owner, name);
  if (method?.invoke) return method.invoke(given, named);
  if (method) return method.apply(owner, given);
  if (name === "items") return Object.entries(owner);
  if (name === "get") return owner[given[0]] ?? given[1] ?? null;
  throw new TypeError(`${name} is nothing that can be called`);
}

const strings = {
  format: (pattern, ...given) => {
    let next = 0;
    return pattern.replace(/\{(:,)?\}/g, (_, thousands) => (thousands ? counted(given[next++]) : said(given[next++])));
  },
  replace: (whole, old, better) => whole.replaceAll(old, better),
  rstrip: (whole, marks = " \t\n") => stripped(whole, marks, false),
  strip: (whole, marks = " \t\n") => stripped(whole, marks, true),
  startswith: (whole, start) => whole.startsWith(start),
  endswith: (whole, end) => whole.endsWith(end),
  lower: (whole) => whole.toLowerCase(),
  upper: (whole) => whole.toUpperCase(),
  split: (whole, mark) => whole.split(mark),
};

function stripped(whole, marks, both) {
  let [from, to] = [0, whole.length];
  while (both && from < to && marks.includes(whole[from])) from += 1;
  while (to > from && marks.includes(whole[to - 1])) to -= 1;
  return whole.slice(from, to);
}

function counted(number) {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

function by(name) {
  return (each) => (name === undefined ? each : name.split(".").reduce((owner, part) => attribute(owner, part), each));
}

function least(all, first, { attribute: name, default: none } = {}) {
  const key = by(name);
  return all.length ? all.reduce((best, each) => (first(key(each), key(best)) ? each : best)) : none;
}

export const filters = {
  map: (all, [name], { attribute: path }) => items(all).map(path === undefined ? (each) => filters[name](each, [], {}) : by(path)),
  list: (all) => items(all),
  max: (all, _given, named) => least(items(all), (one, best) => one > best, named),
  min: (all, _given, named) => least(items(all), (one, best) => one < best, named),
  sum: (all, _given, { attribute: path }) => items(all).map(by(path)).reduce((sum, each) => sum + each, 0),
  first: (all) => items(all)[0],
  last: (all) => items(all).at(-1),
  length: (all) => (Array.isArray(all) || typeof all === "string" ? all.length : Object.keys(all).length),
  count: (all) => filters.length(all),
  round: (number, [places = 0]) => rounded(number, places),
  int: (number) => Math.trunc(number) || 0,
  abs: (number) => Math.abs(number),
  string: (value) => said(value),
  lower: (value) => said(value).toLowerCase(),
  upper: (value) => said(value).toUpperCase(),
  trim: (value) => said(value).trim(),
  title: (value) => said(value).toLowerCase().replace(/(?<![\p{L}\p{N}'])\p{L}/gu, (letter) => letter.toUpperCase()),
  capitalize: (value) => said(value).charAt(0).toUpperCase() + said(value).slice(1).toLowerCase(),
  join: (all, [between = ""], { attribute: path }) => concatenate(...items(all).map(by(path)).flatMap((each, n) => (n ? [between, each] : [each]))),
  selectattr: (all, [path, test, ...given]) => items(all).filter((each) => (test ? tests[test](by(path)(each), given) : truth(by(path)(each)))),
  rejectattr: (all, [path, test, ...given]) => items(all).filter((each) => !(test ? tests[test](by(path)(each), given) : truth(by(path)(each)))),
  replace: (whole, [old, better, most]) => (most === 1 ? said(whole).replace(old, () => better) : said(whole).replaceAll(old, better)),
  default: (value, [otherwise]) => (value === undefined ? otherwise : value),
  urlencode: (value) => encodeURIComponent(said(value)).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("%2F", "/"),
  e: (value) => (value instanceof Safe ? value : safe(escape(value))),
  safe: (value) => safe(said(value)),
};

/** The nearest number of so many decimal places; of two as near the even one, as in Python. */
function rounded(number, places) {
  const nearest = Number(number.toFixed(places));
  const scaled = number * 10 ** places;
  return Math.abs(scaled % 1) === 0.5 ? (2 * Math.round(scaled / 2)) / 10 ** places : nearest;
}

export const tests = {
  defined: (value) => value !== undefined,
  undefined: (value) => value === undefined,
  none: (value) => value === null,
  equalto: (value, [other]) => equal(value, other),
  eq: (value, [other]) => equal(value, other),
  ne: (value, [other]) => !equal(value, other),
  in: (value, [all]) => within(all, value),
  string: (value) => typeof value === "string",
  mapping: (value) => Boolean(value) && Object.getPrototypeOf(value) === Object.prototype,
};
