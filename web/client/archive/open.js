/** Opens the archive of a static site: its manifest, the pages that every search reads, and SQLite itself. */
import { Archive } from "./archive.js";
import { begun, current, fileOf, json, unpacked } from "./published.js";
import { install, NAME } from "./vfs.js";

const SQLITE_CACHE = -8000; // kilobytes, as SQLite wants it written

/**
 * @param {string} base address of the folder that holds the manifest, ending in a slash
 * @param {import("../ranges/transport.js").Http} transport
 * @param {(options: object) => Promise<any>} initialise SQLite's own beginning
 * @param {number} mostWhole bytes of an archive that is read although its host gives no parts of files
 * @returns {Promise<Archive>}
 */
export async function open(base, transport, initialise, mostWhole = Infinity) {
  const manifest = await current(base, transport);
  const file = fileOf(base, manifest, transport);
  const bundle = (name) => base + manifest.bundles[name];
  const [sqlite3, written] = await Promise.all([
    initialise(manifest),
    json(transport, base + manifest.statements),
    begun(file, bundle("first"), mostWhole),
  ]);
  let failure = null;
  install(sqlite3, file, (error) => (failure = error));
  const db = new sqlite3.oo1.DB({ filename: "archive.db", flags: "r", vfs: NAME });
  db.exec(`PRAGMA cache_size = ${SQLITE_CACHE}`);
  const spelling = async () => (await json(transport, base + manifest.spelling)).words;
  const desk = new sqlite3.oo1.DB(":memory:");
  const archive = new Archive(db, desk, written, file, manifest, { spelling, words: () => unpacked(file, bundle("words")) });
  archive.failure = () => failure;
  return archive;
}
