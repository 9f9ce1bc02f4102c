// Reads {site, typed} from its input and prints what the client offers for each, and what that took of the host.
import { readFileSync } from "node:fs";
import { open } from "../../web/client/archive/open.js";
import { lookupKey, suggest } from "../../web/client/search/suggest.js";
import initialise from "../../web/node_modules/@sqlite.org/sqlite-wasm/dist/node.mjs";
import { Files } from "./files.mjs";

const { site, typed } = JSON.parse(readFileSync(0, "utf8"));
const files = new Files();
const archive = await open(`${site}/search/db/`, files, () => initialise());
const found = [];
for (const each of typed) {
  const before = { requests: files.requests, bytes: files.bytes };
  const offers = await suggest(archive, each);
  found.push({
    key: lookupKey(each),
    offers,
    requests: files.requests - before.requests,
    bytes: files.bytes - before.bytes,
  });
}
console.log(JSON.stringify(found));
