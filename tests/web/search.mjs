// Reads {site, searches, html} from its input and prints what the client answers to each search: as search.json would,
// or (html) as the page shows it.
import { openSync, readFileSync, readSync } from "node:fs";
import { open } from "../../web/client/archive/open.js";
import { asJson, searchPage } from "../../web/client/search/page.js";
import { request } from "../../web/client/search/request.js";
import initialise from "../../web/node_modules/@sqlite.org/sqlite-wasm/dist/node.mjs";

/** Reads files as the client reads a web host. */
class Files {
  opened = new Map();
  async range(url, first, last) {
    return this.rangeNow(url, first, last);
  }
  async whole(url) {
    return this.wholeNow(url);
  }
  rangeNow(url, first, last) {
    if (!this.opened.has(url)) this.opened.set(url, openSync(url));
    const bytes = new Uint8Array(last - first + 1);
    readSync(this.opened.get(url), bytes, 0, bytes.length, first);
    return bytes;
  }
  wholeNow(url) {
    return new Uint8Array(readFileSync(url));
  }
}

const { site, searches, html } = JSON.parse(readFileSync(0, "utf8"));
const archive = await open(`${site}/search/db/`, new Files(), () => initialise());
// The templates' module is written at publishing: it is the site's own.
const { blocks } = html ? await import(`${site}/search/client/page/templates.js`) : {};
const found = [];
for (const address of searches) {
  const asked = request(new URLSearchParams(address), archive.settings);
  let page;
  for await (const step of searchPage(archive, asked)) page = step;
  found.push(html ? blocks.content({ page }) : { ...asJson(page), address: asked.address });
}
console.log(JSON.stringify(found));
