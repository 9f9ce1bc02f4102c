/**
 * The pages that nearly every search reads, fetched as one packed file and kept for good.
 *
 * Little-endian numbers of four bytes: how many pages stand there as they are, their size, their numbers (from 0); then
 * these pages, and behind them those that were taken apart.
 */
import { putTogether } from "./cells.js";

/**
 * @param {Uint8Array} packed gzip
 * @param {import("../ranges/memory.js").Memory} memory
 */
export async function unpack(packed, memory) {
  const bytes = await unzipped(packed);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  const size = view.getUint32(4, true);
  const start = 8 + 4 * count;
  for (let n = 0; n < count; n++) {
    memory.pin(view.getUint32(8 + 4 * n, true), bytes.subarray(start + n * size, start + (n + 1) * size));
  }
  putTogether(bytes.subarray(start + count * size), size, (number, page) => memory.pin(number, page));
}

/** What gzip packed; it stays as it is where a host has told the browser to unpack it. @param {Uint8Array} packed */
export async function unzipped(packed) {
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
