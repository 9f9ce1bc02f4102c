/**
 * When the hits of a search were published: the bars over the results, by day, month or year.
 *
 * A port of morgue/browse/search/dates.py. Days are numbers, yyyymmdd, with zeros for what is not known.
 */
import { inWords } from "./dating.js";

const MOST_DAYS = 62; // a longer span is told by month, then by year
const MOST_MONTHS = 120;
const DAY = 86_400_000; // milliseconds

/** The bars of these articles; null where they were all published on one day, or none has a date. */
export function histogram(articles, asked) {
  const days = articles.map((match) => match.day).filter(Boolean);
  if (!days.length) return null;
  const unit = unitOf(...ends(days));
  const counted = periods(articles, unit);
  const [first, last] = ends([...counted.keys()]);
  const bars = every(first, last, unit).map((number) => bar(number, counted.get(number), unit, asked));
  if (bars.length < 2) return null;
  const drawn = bars.reduce((sum, each) => sum + each.article_count, 0);
  const top = bars.reduce((most, each) => Math.max(most, each.article_count), 0);
  return { unit, bars, undated_count: articles.length - drawn, top };
}

function ends(numbers) {
  return numbers.reduce(([low, high], each) => [Math.min(low, each), Math.max(high, each)], [Infinity, -Infinity]);
}

function periods(articles, unit) {
  const counted = new Map();
  for (const { day, story } of articles) {
    const period = day ? periodOf(day, unit) : null;
    if (period) {
      if (!counted.has(period)) counted.set(period, { articles: 0, stories: new Set() });
      counted.get(period).articles += 1;
      counted.get(period).stories.add(story);
    }
  }
  return counted;
}

/** The number of the period that a day is in; null where it is not known so exactly. */
function periodOf(day, unit) {
  if (unit === "year") return Math.floor(day / 10000);
  if (unit === "month") return Math.floor(day / 100) % 100 ? Math.floor(day / 100) : null;
  return day % 100 ? day : null;
}

/** The finest unit that both ends are known to and that does not give too many bars. */
function unitOf(first, last) {
  const [from, to] = [Math.floor(first / 100), Math.floor(last / 100)];
  if (first % 100 && last % 100 && (time(last) - time(first)) / DAY <= MOST_DAYS) return "day";
  return from % 100 && to % 100 && month(to) - month(from) <= MOST_MONTHS ? "month" : "year";
}

function time(day) {
  return Date.UTC(Math.floor(day / 10000), (Math.floor(day / 100) % 100) - 1, day % 100);
}

function month(number) {
  return Math.floor(number / 100) * 12 + (number % 100) - 1;
}

/** Every period from the first to the last, as the number that it is counted by. */
function every(first, last, unit) {
  const found = [];
  if (unit === "day") {
    for (let at = time(first); at <= time(last); at += DAY) {
      found.push(Number(new Date(at).toISOString().slice(0, 10).replaceAll("-", "")));
    }
  } else if (unit === "month") {
    for (let n = month(first); n <= month(last); n++) found.push(Math.floor(n / 12) * 100 + (n % 12) + 1);
  } else {
    for (let n = first; n <= last; n++) found.push(n);
  }
  return found;
}

/** The period as dates are written: 2022-02-14, 2022-02, 2022. */
function written(number, unit) {
  const digits = String(number).padStart({ day: 8, month: 6, year: 4 }[unit], "0");
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].filter(Boolean).join("-");
}

function bar(number, counted, unit, asked) {
  const period = written(number, unit);
  return {
    period,
    label: inWords(period, unit),
    article_count: counted?.articles ?? 0,
    story_count: counted?.stories.size ?? 0,
    address: asked.but({ start: period, end: period, after: "" }).address,
  };
}
