/** Opens the archive of a static site: its manifest, the pages that every search reads, and SQLite itself. */
import { Chunks } from "../ranges/chunks.js";
import { RangeFile } from "../ranges/file.js";
import { Memory } from "../ranges/memory.js";
import { Unreachable } from "../ranges/transport.js";
import { Archive } from "./archive.js";
import { unpack, unzipped } from "./bundle.js";
import { install, NAME } from "./vfs.js";

const MOST_MEMORY = 48 * 1024 * 1024; // bytes of pages that are kept
const OTHER = "the host answers with something else";
const SQLITE_CACHE = -8000; // kilobytes, as SQLite wants it written

/** That an archive is large and its host gives files only whole: who searches may fetch all of it. */
export class TooLarge extends Error {
  /** @param {number} size bytes */
  constructor(size) {
    super(`This host gives no parts of files: searching here may fetch the whole archive, ${Math.round(size / 1e6)} MB.`);
    this.name = "TooLarge";
  }
}

/**
 * @param {string} base address of the folder that holds the manifest, ending in a slash
 * @param {import("../ranges/transport.js").Http} transport
 * @param {(options: object) => Promise<any>} initialise SQLite's own beginning
 * @param {number} mostWhole bytes of an archive that is read although its host gives no parts of files
 * @returns {Promise<Archive>}
 */
export async function open(base, transport, initialise, mostWhole = Infinity) {
  const manifest = await current(base, transport);
  const file = new RangeFile(new Chunks(base, manifest), new Memory(MOST_MEMORY), transport, manifest.page_size);
  const bundle = (name) => unpacked(transport, base + manifest.bundles[name], file.memory);
  const probed = async () => {
    if (!(await file.probe()) && manifest.size > mostWhole) throw new TooLarge(manifest.size);
  };
  const [sqlite3, written] = await Promise.all([
    initialise(manifest),
    json(transport, base + manifest.statements),
    bundle("first"),
    probed(),
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

/** What the host says now of the archive: it may have been published anew since a browser kept that. */
export async function current(base, transport) {
  return parsed(await transport.fresh(`${base}manifest.json`), "manifest.json");
}

async function unpacked(transport, url, memory) {
  const bytes = await transport.whole(url);
  await unpack(bytes, memory).catch(() => Promise.reject(new Unreachable(url, OTHER, true)));
}

async function json(transport, url) {
  return parsed(await unzipped(await transport.whole(url)), url);
}

function parsed(bytes, url) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Unreachable(url, OTHER, true);
  }
}
