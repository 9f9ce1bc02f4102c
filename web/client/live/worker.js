/**
 * Runs Datasette beside the page: Python in WebAssembly, on a database whose pages are fetched as it reads them.
 *
 * Says `{isReady, seconds}` or `{failure}` once; asked `{number, path}`, answers `{number, status, headers, body}`.
 */
import { unpack, unzipped } from "../archive/bundle.js";
import { Chunks } from "../ranges/chunks.js";
import { RangeFile } from "../ranges/file.js";
import { Memory } from "../ranges/memory.js";
import { Http } from "../ranges/transport.js";

const SITE = new URL("../../../", import.meta.url);
const PYTHON = new URL("datasette/pyodide/", SITE).href;
const DATABASES = new URL("search/db/", SITE).href;
const DATABASE = "/data/archive.db";
const INPUT_OUTPUT_ERROR = 29; // as Emscripten numbers them
const MOST_MEMORY = 48 * 1024 * 1024; // bytes of pages that are kept

const transport = new Http();
/** Why the last read failed: SQLite itself only says that it did. @type {Error | null} */
let failure = null;
const started = begin();
started.then(
  () => postMessage({ isReady: true, seconds: performance.now() / 1000, bytes: transport.bytes }),
  (error) => postMessage({ failure: told(error) }),
);

self.onmessage = async ({ data: { number, path } }) => {
  failure = null;
  try {
    const answer = await (await started).answer(path);
    const [status, headers, body] = answer.toJs({ dict_converter: Object.fromEntries });
    answer.destroy();
    if (failure) throw failure;
    postMessage({ number, status, headers, body });
  } catch (error) {
    postMessage({ number, status: 500, headers: { "content-type": "text/plain; charset=utf-8" }, body: told(error) });
  }
};

async function begin() {
  const [python, packed, manifest, wanted] = await Promise.all([
    pyodide(),
    transport.whole(`${SITE.href}datasette/python.zip`),
    json(`${DATABASES}manifest.json`),
    json(`${SITE.href}datasette/manifest.json`),
  ]);
  const file = await opened(manifest);
  put(python.FS, file);
  python.unpackArchive(packed, "zip", { extractDir: "/python" });
  python.globals.set("wanted", python.toPy({ database: DATABASE, root: SITE.href, told: { ...wanted, rows: manifest.rows } }));
  return python.runPythonAsync(`
    import sys
    from pathlib import Path
    sys.path.insert(0, "/python")
    from morgue.publish.live.answering import Desk
    desk = Desk(Path(wanted["database"]), Path("/python/site"), wanted["told"], wanted["root"])
    await desk.begin()
    desk`);
}

/** Python itself. Its WebAssembly is packed by us: not every host packs what it sends. */
async function pyodide() {
  const fetched = self.fetch;
  self.fetch = async (what, how) => {
    if (!String(what).endsWith(".wasm")) return fetched(what, how);
    const bytes = await unzipped(await transport.whole(`${what}.bin`));
    return new Response(bytes, { headers: { "content-type": "application/wasm" } });
  };
  const [{ loadPyodide }, { default: createPyodideModule }, lockFileContents] = await Promise.all([
    import(`${PYTHON}pyodide.js`),
    import(`${PYTHON}pyodide.asm.js`),
    json(`${PYTHON}lock.json`),
  ]);
  return loadPyodide({ indexURL: PYTHON, createPyodideModule, lockFileContents });
}

async function opened(manifest) {
  const chunks = new Chunks(DATABASES, manifest);
  const file = new RangeFile(chunks, new Memory(MOST_MEMORY), transport, manifest.page_size);
  const first = transport.whole(DATABASES + manifest.bundles.first);
  await Promise.all([file.probe(), first.then((bytes) => unpack(bytes, file.memory))]);
  return file;
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
        return file.read((bytes, at) => memory.set(bytes, offset + at), place, length);
      } catch (error) {
        failure = error;
        throw new FS.ErrnoError(INPUT_OUTPUT_ERROR);
      }
    },
  };
}

async function json(url) {
  return JSON.parse(new TextDecoder().decode(await transport.whole(url)));
}

function told(error) {
  return String((failure ?? error)?.message ?? error);
}
