/**
 * One page of hits: folded to one hit a story (or a saying), sorted, continued from where the last page ended.
 *
 * A port of morgue/browse/search/folding.py. A place is a pair of numbers by which hits ascend.
 *
 * @typedef {import("./hits.js").Match} Match
 * @typedef {{id: number, score: number, group: number, members: Match[], matching: number}} Leader
 */
import { bestFirst } from "./hits.js";

const LATE = 1e12; // added to a number, puts it behind all others

const ORDERS = {
  relevance: (group) => [float(-group[0].score), -last(group)],
  newest: (group) => [-most(group, "article"), least(group, "id")],
  oldest: (group) => [oldest(group), least(group, "id")],
  printed: (group) => [-group[0].printed, -last(group)],
  altered: (group) => [-group[0].altered, -last(group)],
};

/**
 * One page of hits: which groups stand on it, and which row stands for each of them.
 *
 * @returns {{leaders: Leader[], next: string | null, groups: number}}
 */
export function leaders(settings, asked, hits) {
  const groups = grouped(hits.matches, asked.fold ? "group" : "id");
  const order = orderOf(settings, asked, Boolean(hits.expression));
  const after = place(asked.after);
  const placed = [...groups].map(([number, group]) => ({ at: order(group), number, group }));
  const behind = after ? placed.filter((each) => compare(each.at, after) > 0) : placed;
  behind.sort((one, other) => compare(one.at, other.at) || one.number - other.number);
  const shown = behind.slice(0, asked.size);
  return {
    leaders: shown.map(({ number, group }) => leader(number, group)),
    next: behind.length > asked.size ? token(shown.at(-1).at) : null,
    groups: new Set(hits.matches.map((match) => match.group)).size,
  };
}

function orderOf(settings, asked, words) {
  if (asked.shelf === "entities") {
    return (group) => [float((-group[0].score * LATE) / settings.hits.complete - group[0].printed), group[0].id];
  }
  const sort = asked.sort ?? asked.usual_sort(words);
  const ofQuotes = sort === "printed" || sort === "altered";
  return ofQuotes && asked.shelf !== "quotes" ? ORDERS.newest : ORDERS[sort];
}

function grouped(matches, column) {
  const groups = new Map();
  for (const match of matches) {
    const group = groups.get(match[column]);
    if (group) group.push(match);
    else groups.set(match[column], [match]);
  }
  return groups;
}

/** The origin of the story stands for it if it matches, else the best. */
function leader(number, group) {
  const first = group.reduce((best, each) => ((each.is_origin - best.is_origin || bestFirst(best, each)) > 0 ? each : best));
  return { id: first.id, score: group[0].score, group: number, members: group, matching: group.length };
}

function oldest(group) {
  const dated = group.filter((match) => match.day).map((match) => match.article);
  return dated.length ? Math.min(...dated) : float(LATE + most(group, "article"));
}

function last(group) {
  return most(group, "id");
}

function most(group, column) {
  return group.reduce((found, match) => Math.max(found, match[column]), -Infinity);
}

function least(group, column) {
  return group.reduce((found, match) => Math.min(found, match[column]), Infinity);
}

function compare(one, other) {
  return one[0] - other[0] || one[1] - other[1];
}

/** A number that Python writes with a decimal point, so that both sides give the same token. */
function float(value) {
  return Object.assign(new Number(value), { isFloat: true }); // eslint-disable-line no-new-wrappers
}

function token(at) {
  const written = `[${at.map(numeral).join(",")}]`;
  return btoa(written).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function numeral(number) {
  const value = number.valueOf();
  if (!number.isFloat) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return Object.is(value, -0) ? "-0.0" : `${value}.0`;
  const [digits, exponent] = value.toExponential().split("e");
  if (Number(exponent) < -4 || Number(exponent) >= 16) {
    return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
  }
  return String(value);
}

/** The place that a token tells; null for one that is not of ours, which begins again at the first page. */
function place(written) {
  try {
    const numbers = JSON.parse(atob(written.replaceAll("-", "+").replaceAll("_", "/")));
    return numbers.length === 2 && numbers.every(Number.isFinite) ? numbers : null;
  } catch {
    return null;
  }
}
