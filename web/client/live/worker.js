/**
 * Runs Datasette beside the page: Python in WebAssembly, on a database whose pages are fetched as it reads them.
 *
 * Told to begin by `{isWanted}` (whether to go on where the archive is large and its host gives it only whole), it says
 * `{fetched: {bytes, of}}` on the way, then once `{isReady}` or `{failure, isTooLarge}`. Asked `{number, path}`, it says
 * `{read: {requests, bytes}}` while it reads, then `{number, status, headers, body}` or `{number, failure}`: with
 * `isChanged` where the archive has been published anew, with `isLost` where Python is no longer to be relied on.
 */
import { unzipped } from "../archive/bundle.js";
import { begun, current, fileOf, isPublishedAnew, MOST_WHOLE, TooLarge } from "../archive/published.js";
import { Http } from "../ranges/transport.js";

const SITE = new URL("../../../", import.meta.url);
const OWN = new URL("datasette/", SITE).href;
const DATABASES = new URL("search/db/", SITE).href;
const DATABASE = "/data/archive.db";
const INPUT_OUTPUT_ERROR = 29; // as Emscripten numbers them
const AT_ONCE = 4; // pages that are fetched for one: what Python reads can't be announced, and its neighbours are often next
const OFTEN = 250; // milliseconds between two words about what is being read

const transport = new Http();
/** Why the last read failed: SQLite itself only says that it did. @type {Error | null} */
let failure = null;
/** What the archive's manifest said when it was opened. */
let manifest = null;
/** Datasette, in Python. */
let desk = null;
/** When what has been read was last told, and what had been read before the question. */
let reading = { told: 0, requests: 0, bytes: 0 };

self.onmessage = ({ data }) => ("path" in data ? answer(data) : begin(data));

async function begin({ isWanted }) {
  try {
    const told = parsed(await transport.fresh(`${OWN}manifest.json`));
    manifest = await current(DATABASES, transport);
    const file = fileOf(DATABASES, manifest, transport, AT_ONCE);
    const [python, code] = await Promise.all([
      pyodide(told),
      own(told, told.code),
      begun(file, DATABASES + manifest.bundles.first, isWanted ? Infinity : MOST_WHOLE),
    ]);
    put(python.FS, file);
    desk = await datasette(python, code, { ...told, rows: manifest.rows, views: manifest.views });
    postMessage({ isReady: true });
  } catch (error) {
    postMessage({ failure: said(error), isTooLarge: error instanceof TooLarge });
  }
}

async function answer({ number, path }) {
  failure = null;
  reading = { told: performance.now(), requests: transport.requests, bytes: transport.bytes };
  try {
    const found = await desk.answer(path);
    const [status, headers, body] = found.toJs({ dict_converter: Object.fromEntries });
    found.destroy();
    if (failure) throw failure;
    postMessage({ number, status, headers, body }, [body.buffer]);
  } catch (error) {
    const isChanged = Boolean(failure?.isGone) && (await isPublishedAnew(DATABASES, transport, manifest));
    postMessage({ number, failure: said(error), isChanged, isLost: !failure });
  }
}

/** Python itself, which asks for files that have been fetched already: our way, and its WebAssembly packed. */
async function pyodide(told) {
  const indexURL = OWN + told.python;
  const [packed, library, lock, { loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    own(told, `${told.python}pyodide.asm.wasm.bin`),
    own(told, `${told.python}python_stdlib.zip`),
    own(told, `${told.python}lock.json`),
    import(`${indexURL}pyodide.js`),
    import(`${indexURL}pyodide.asm.js`),
  ]);
  const wasm = new Response(await unzipped(packed), { headers: { "content-type": "application/wasm" } });
  const given = { "pyodide.asm.wasm": wasm, "python_stdlib.zip": new Response(library) };
  const fetched = self.fetch;
  self.fetch = async (what, how) => given[String(what).slice(indexURL.length)] ?? fetched(what, how);
  return loadPyodide({ indexURL, createPyodideModule, lockFileContents: parsed(lock) }).finally(() => (self.fetch = fetched));
}

/** A file of Datasette's, and what is fetched by now of all of these. */
async function own(told, path) {
  const bytes = await transport.whole(OWN + path);
  postMessage({ fetched: { bytes: transport.bytes, of: told.bytes } });
  return bytes;
}

/** Datasette, set up by our Python. */
function datasette(python, code, told) {
  python.unpackArchive(code, "zip", { extractDir: "/python" });
  python.globals.set("wanted", python.toPy({ database: DATABASE, root: SITE.href, told }));
  return python.runPythonAsync(`
    import sys
    from pathlib import Path
    sys.path.insert(0, "/python")
    from morgue.publish.live.answering import Desk
    desk = Desk(Path(wanted["database"]), Path("/python/site"), wanted["told"], wanted["root"])
    await desk.begin()
    desk`);
}

/** Put the database where Python finds it: a file that is read from the host. */
function put(FS, file) {
  FS.mkdirTree("/data");
  const node = FS.createFile("/", DATABASE.slice(1), {}, true, false);
  node.usedBytes = file.size;
  node.stream_ops = {
    ...node.stream_ops,
    read(_stream, memory, offset, length, place) {
      try {
        const count = file.read((bytes, at) => memory.set(bytes, offset + at), place, length);
        tellReading();
        return count;
      } catch (error) {
        failure = error;
        throw new FS.ErrnoError(INPUT_OUTPUT_ERROR);
      }
    },
  };
}

function tellReading() {
  const now = performance.now();
  if (now - reading.told < OFTEN) return;
  reading.told = now;
  postMessage({ read: { requests: transport.requests - reading.requests, bytes: transport.bytes - reading.bytes } });
}

function parsed(bytes) {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function said(error) {
  return String((failure ?? error)?.message ?? error);
}
