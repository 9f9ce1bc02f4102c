/**
 * Runs the search beside the page, so that the page stays quick: opens the archive once, answers the last question asked.
 *
 * Asked `{number, parameters}`, it answers with one or two `{number, html, title, …}`, or with `{number, error}`.
 */
import { open } from "./archive/open.js";
import { unzipped } from "./archive/bundle.js";
import { blocks } from "./page/templates.js";
import { Http } from "./ranges/transport.js";
import { searchPage } from "./search/page.js";
import { request } from "./search/request.js";

const base = new URL("../db/", import.meta.url).href;
const transport = new Http();
/** @type {Promise<any> | null} */
let opening = null;
let latest = 0;
/** The search that is being answered; the next waits for it. */
let turn = Promise.resolve();

self.onmessage = ({ data }) => {
  latest = data.number;
  turn = turn.then(() => answer(data));
};

async function answer({ number, parameters }) {
  if (number !== latest) return;
  try {
    opening ??= open(base, transport, initialise);
    const archive = await opening;
    const asked = request(new URLSearchParams(parameters), archive.settings);
    const started = { time: performance.now(), requests: transport.requests, bytes: transport.bytes };
    let isWhole = false;
    for await (const page of searchPage(archive, asked)) {
      if (number !== latest) return;
      postMessage({ number, isWhole, ...rendered(page), cost: cost(started) });
      isWhole = true;
    }
    // While the reader reads: the next search will want it. A failure is told when it is needed.
    archive.prepare().catch(() => undefined);
  } catch (error) {
    const reason = opening && (await opening.then((archive) => archive.failure?.(), () => null));
    opening = reason || !(await isOpen()) ? null : opening;
    if (number === latest) postMessage({ number, error: String((reason ?? error).message ?? error) });
  }
}

async function isOpen() {
  return opening?.then(
    () => true,
    () => false,
  );
}

function rendered(page) {
  const context = { page, asked: page.asked };
  return {
    html: blocks.content(context),
    title: blocks.title(context),
    words: page.asked.q,
    filters: blocks.search_filters(context),
  };
}

function cost({ time, requests, bytes }) {
  return {
    milliseconds: Math.round(performance.now() - time),
    requests: transport.requests - requests,
    bytes: transport.bytes - bytes,
    allBytes: transport.bytes,
  };
}

/** SQLite, from the two packed files beside this one. */
async function initialise() {
  const [script, wasm] = await Promise.all(["sqlite3.js.bin", "sqlite3.wasm.bin"].map(fetched));
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const { default: initialiseSqlite } = await import(address);
  URL.revokeObjectURL(address);
  const silent = () => undefined;
  return initialiseSqlite({ wasmBinary: wasm, locateFile: (name) => name, print: silent, printErr: silent });
}

async function fetched(name) {
  const bytes = await transport.whole(new URL(name, import.meta.url).href);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isPacked ? unzipped(bytes) : bytes;
}
