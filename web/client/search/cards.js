/** What a list says of an article. A port of morgue/browse/cards.py. */
import { inWords } from "./dating.js";
import { flat } from "./request.js";

const TITLE_LENGTH = 90; // characters
const LEAD_LENGTH = 240;

/** The card in a row of `article_cards`. */
export function card(row) {
  const lead = begin(row.lead, LEAD_LENGTH);
  return {
    uid: row.uid,
    address: `/articles/${row.uid}`,
    headline: row.headline,
    lead,
    source: row.source,
    wire: row.wire,
    published: row.published,
    precision: row.published_precision,
    word_count: row.word_count,
    derivation: row.derivation,
    derived_from: row.derived_from,
    title: row.headline || begin(lead) || "An article without words",
    when: inWords(row.published, row.published_precision),
    publisher: row.source || row.wire || "unknown source",
  };
}

/** The first words of a text, with an ellipsis where more follows; at most `length` characters. */
export function begin(text, length = TITLE_LENGTH) {
  const letters = [...flat(text)];
  if (letters.length <= length) return letters.join("");
  const cut = letters.slice(0, length - 1).join("");
  const whole = cut.includes(" ") ? cut.slice(0, cut.lastIndexOf(" ")) : cut;
  return `${[...whole].slice(0, length - 2).join("")} …`;
}
