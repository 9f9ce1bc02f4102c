/** Opens the archive of a static site: its manifest, the pages that every search reads, and SQLite itself. */
import { Chunks } from "../ranges/chunks.js";
import { RangeFile } from "../ranges/file.js";
import { Memory } from "../ranges/memory.js";
import { Archive } from "./archive.js";
import { unpack, unzipped } from "./bundle.js";
import { install, NAME } from "./vfs.js";

const MOST_MEMORY = 48 * 1024 * 1024; // bytes of pages that are kept
const SQLITE_CACHE = -8000; // kilobytes, as SQLite wants it written

/**
 * @param {string} base address of the folder that holds the manifest, ending in a slash
 * @param {import("../ranges/transport.js").Http} transport
 * @param {(options: object) => Promise<any>} initialise SQLite's own beginning
 * @returns {Promise<Archive>}
 */
export async function open(base, transport, initialise) {
  const manifest = await json(transport, `${base}manifest.json`);
  const file = new RangeFile(new Chunks(base, manifest), new Memory(MOST_MEMORY), transport, manifest.page_size);
  const bundle = async (name) => unpack(await transport.whole(base + manifest.bundles[name]), file.memory);
  const [sqlite3, written] = await Promise.all([
    initialise(manifest),
    json(transport, base + manifest.statements),
    file.probe(),
    bundle("first"),
  ]);
  let failure = null;
  install(sqlite3, file, (error) => (failure = error));
  const db = new sqlite3.oo1.DB({ filename: "archive.db", flags: "r", vfs: NAME });
  db.exec(`PRAGMA cache_size = ${SQLITE_CACHE}`);
  const spelling = async () => (await json(transport, base + manifest.spelling)).words;
  const desk = new sqlite3.oo1.DB(":memory:");
  const archive = new Archive(db, desk, written, file, manifest, { spelling, words: () => bundle("words") });
  archive.failure = () => failure;
  return archive;
}

async function json(transport, url) {
  const bytes = await transport.whole(url);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return JSON.parse(new TextDecoder().decode(isPacked ? await unzipped(bytes) : bytes));
}
