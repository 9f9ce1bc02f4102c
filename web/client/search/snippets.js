/**
 * The words of a hit in their surroundings, the ones that were looked for marked.
 *
 * A port of morgue/browse/search/snippets.py.
 *
 * @typedef {{text: string, marked: boolean}} Fragment
 */
import { flat } from "./request.js";

const OPEN = "\x02";
const CLOSE = "\x03";
const SOFT_HYPHENS = /\u00ad/g;

/** Headline and snippet for each of the articles that the expression finds, by article id. */
export function articleSnippets(archive, expression, ids) {
  const rows = archive.rows("article_snippets", { expression, ids });
  return new Map(rows.map((row) => [row.id, { headline: fragments(row.headline), text: fragments(row.text) }]));
}

/** The whole text of each quote that the expression finds, by quote id. */
export function quoteTexts(archive, expression, ids) {
  return new Map(archive.rows("quote_texts", { expression, ids }).map((row) => [row.id, fragments(row.text)]));
}

/** One piece of text. @returns {Fragment} */
export function fragment(text, marked = false) {
  return { text, marked };
}

/** A text with marks, cut at the marks; white space is made single. @returns {Fragment[]} */
export function fragments(marked) {
  const [before, ...pieces] = flat((marked ?? "").replace(SOFT_HYPHENS, "")).split(OPEN);
  const found = [fragment(before)];
  for (const piece of pieces) {
    const end = piece.indexOf(CLOSE);
    if (end < 0) found.push(fragment(piece));
    else found.push(fragment(piece.slice(0, end), true), fragment(piece.slice(end + 1)));
  }
  return found.filter((each) => each.text);
}

/** The fragments as HTML: everything escaped, then `<mark>` around what was looked for. */
export function asHtml(/** @type {Fragment[]} */ pieces) {
  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return pieces.map(({ text, marked }) => (marked ? `<mark>${escaped(text)}</mark>` : escaped(text))).join("");
}
