// Reads {site, searches} from its input and prints what the client answers to each search, as search.json would.
import { readFileSync } from "node:fs";
import { open } from "../../web/client/archive/open.js";
import { asJson, searchPage } from "../../web/client/search/page.js";
import { request } from "../../web/client/search/request.js";
import initialise from "../../web/node_modules/@sqlite.org/sqlite-wasm/dist/node.mjs";

/** Reads files as the client reads a web host. */
class Files {
  async range(url, first, last) {
    return this.rangeNow(url, first, last);
  }
  async whole(url) {
    return this.wholeNow(url);
  }
  rangeNow(url, first, last) {
    return this.wholeNow(url).subarray(first, last + 1);
  }
  wholeNow(url) {
    return new Uint8Array(readFileSync(url));
  }
}

const { site, searches } = JSON.parse(readFileSync(0, "utf8"));
const archive = await open(site, new Files(), () => initialise());
const found = [];
for (const address of searches) {
  const asked = request(new URLSearchParams(address), archive.settings);
  let page;
  for await (const step of searchPage(archive, asked)) page = step;
  found.push({ ...asJson(page), address: asked.address });
}
console.log(JSON.stringify(found));
