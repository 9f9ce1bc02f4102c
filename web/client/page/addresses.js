/** From the server's addresses to those of the static site, as morgue/publish writes them. */

const PLACE = /^\/((?:articles|stories|entities|quotes|sources)\/[0-9a-f]+(?:\/compare\/[0-9a-f]+)?)(#.*)?$/;
const SEARCH = /^\/search(\?.*)?$/;
const QUOTES = /^\/quotes(?:\?(.*))?$/;

/**
 * Where a link leads, from the search page; null where the static site has nothing.
 *
 * @param {string} address "/articles/0123456789ab"
 */
export function target(address) {
  const place = PLACE.exec(address);
  if (place) return `../${place[1]}/${place[2] ?? ""}`;
  const search = SEARCH.exec(address);
  if (search) return `./${search[1] ?? ""}`;
  const quotes = QUOTES.exec(address);
  return quotes ? `./?in=quotes${quotes[1] ? `&${quotes[1]}` : ""}` : null;
}

/** Make the links and forms below an element lead where the static site has what they name. */
export function redirect(/** @type {ParentNode} */ root) {
  for (const link of root.querySelectorAll('[href^="/"]')) {
    const found = target(link.getAttribute("href"));
    if (found) link.setAttribute("href", found);
    else link.replaceWith(...link.childNodes);
  }
  for (const form of root.querySelectorAll('form[action^="/"]')) form.setAttribute("action", "./");
}
