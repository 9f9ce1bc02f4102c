// Reads {site, searches, html} from its input and prints what the client answers to each search: as search.json would,
// or (html) as the page shows it.
import { readFileSync } from "node:fs";
import { open } from "../../web/client/archive/open.js";
import { asJson, searchPage } from "../../web/client/search/page.js";
import { request } from "../../web/client/search/request.js";
import initialise from "../../web/node_modules/@sqlite.org/sqlite-wasm/dist/node.mjs";
import { Files } from "./files.mjs";

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
