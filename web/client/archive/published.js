/** The archive on its host: what is told of it, and its file with the pages that every search reads. */
import { Chunks } from "../ranges/chunks.js";
import { RangeFile } from "../ranges/file.js";
import { Memory } from "../ranges/memory.js";
import { Unreachable } from "../ranges/transport.js";
import { unpack, unzipped } from "./bundle.js";

/** Bytes of an archive that is read without asking although its host gives no parts of files. */
export const MOST_WHOLE = 100e6;
const MOST_MEMORY = 48 * 1024 * 1024; // bytes of pages that are kept
const OTHER = "the host answers with something else";

/** That an archive is large and its host gives files only whole: who reads may fetch all of it. */
export class TooLarge extends Error {
  /** @param {number} size bytes */
  constructor(size) {
    super(`This host gives no parts of files: reading here may fetch the whole archive, ${Math.round(size / 1e6)} MB.`);
    this.name = "TooLarge";
  }
}

/**
 * The file, of which nothing has been read yet.
 *
 * @param {string} base address of the folder that holds the manifest, ending in a slash
 * @param {{size: number, chunk_size: number, chunks: string[], page_size: number}} manifest
 * @param {import("../ranges/transport.js").Http} transport
 * @param {number} [atOnce] pages that are fetched where one is wanted that nobody announced
 */
export function fileOf(base, manifest, transport, atOnce) {
  return new RangeFile(new Chunks(base, manifest), new Memory(MOST_MEMORY), transport, manifest.page_size, atOnce);
}

/**
 * Learn how the host gives the file, and fetch what every search reads.
 *
 * @param {RangeFile} file
 * @param {string} url address of the packed pages
 * @param {number} mostWhole bytes of an archive that is read although its host gives no parts of files
 */
export async function begun(file, url, mostWhole) {
  const probed = file.probe().then((hasRanges) => {
    if (!hasRanges && file.size > mostWhole) throw new TooLarge(file.size);
  });
  await Promise.all([probed, unpacked(file, url)]);
}

/** Fetch packed pages into memory. @param {RangeFile} file @param {string} url */
export async function unpacked(file, url) {
  const bytes = await file.transport.whole(url);
  await unpack(bytes, file.memory).catch(() => Promise.reject(new Unreachable(url, OTHER, true)));
}

/** What the host says now of the archive: it may have been published anew since a browser kept that. */
export async function current(base, transport) {
  return parsed(await transport.fresh(`${base}manifest.json`), "manifest.json");
}

/** Whether the host has another archive by now than the one that this manifest tells of. */
export async function isPublishedAnew(base, transport, manifest) {
  const now = await current(base, transport).catch(() => null);
  return now !== null && JSON.stringify(now) !== JSON.stringify(manifest);
}

/** A packed file of data. */
export async function json(transport, url) {
  return parsed(await unzipped(await transport.whole(url)), url);
}

function parsed(bytes, url) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Unreachable(url, OTHER, true);
  }
}
