/**
 * Runs the search beside the page, so that the page stays quick: opens the archive once, answers the last question asked.
 *
 * Asked `{number, parameters}`, it answers with one or two `{number, html, title, …}`, or with `{number, error}`: in
 * words, with `isTooLarge` where it wants to be asked again with `isWanted`, with `isChanged` where the archive has been
 * published anew. Asked `{names, typed}`, it answers with `{names, offers}`: who may be meant by what somebody types.
 */
import { open } from "./archive/open.js";
import { isPublishedAnew, MOST_WHOLE, TooLarge } from "./archive/published.js";
import { unzipped } from "./archive/bundle.js";
import { blocks } from "./page/templates.js";
import { Http } from "./ranges/transport.js";
import { searchPage } from "./search/page.js";
import { request } from "./search/request.js";
import { suggest } from "./search/suggest.js";

const base = new URL("../db/", import.meta.url).href;
const transport = new Http();
/** @type {Promise<any> | null} */
let opening = null;
let latest = 0;
/** The search that is being answered; the next waits for it. */
let turn = Promise.resolve();

let latestNames = 0;
let mostWhole = MOST_WHOLE;

self.onmessage = ({ data }) => {
  if (data.names) latestNames = data.names;
  else latest = data.number;
  if (data.isWanted) mostWhole = Infinity;
  turn = turn.then(() => (data.names ? offer(data) : answer(data)));
};

async function answer({ number, parameters }) {
  if (number !== latest) return;
  try {
    const archive = await opened();
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
    const told = await explained(error);
    if (number === latest) postMessage({ number, ...told });
  }
}

/** Names for what is typed. A search that is asked meanwhile goes first, and without an answer nothing is offered. */
async function offer({ names, typed }) {
  if (names !== latestNames) return;
  const offers = await opened().then((archive) => suggest(archive, typed)).catch(() => []);
  postMessage({ names, offers });
}

function opened() {
  opening ??= open(base, transport, initialise, mostWhole);
  return opening;
}

/** What went wrong. The next search begins anew where the archive could not be opened or read. */
async function explained(error) {
  const archive = await opening?.catch(() => null);
  const reason = archive?.failure() ?? error;
  if (!archive || archive.failure()) opening = null;
  const isChanged = Boolean(reason.isGone && archive && (await isPublishedAnew(base, transport, archive.manifest)));
  return { error: String(reason.message ?? reason), isChanged, isTooLarge: reason instanceof TooLarge };
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
  return unzipped(await transport.whole(new URL(name, import.meta.url).href));
}
