/** Dates in words, only as precise as they are known. A port of morgue/browse/dating.py. */

const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
]; // prettier-ignore

/** An ISO date cut to its precision, as a reader says it: "14 February 2022", "February 2022", "undated". */
export function inWords(published, precision) {
  if (!published || precision === "unknown") return "undated";
  if (precision === "year" || published.length < 7) return published.slice(0, 4);
  const [year, month, day] = published.slice(0, 10).split("-").map(Number);
  if (!isDate(year, month, 1)) return published;
  if (precision === "month" || published.length < 10) return `${MONTHS[month - 1]} ${year}`;
  return isDate(year, month, day) ? `${day} ${MONTHS[month - 1]} ${year}` : published;
}

function isDate(year, month, day) {
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}
