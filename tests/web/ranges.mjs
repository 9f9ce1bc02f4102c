// Prints how a file is read by ranges and, where a host knows none, by whole chunks.
import { Chunks } from "../../web/client/ranges/chunks.js";
import { RangeFile } from "../../web/client/ranges/file.js";
import { Memory } from "../../web/client/ranges/memory.js";
import { Http, NoRanges } from "../../web/client/ranges/transport.js";

const PAGE = 16;
const CHUNK = 64;
const SIZE = 300;
const MAGIC = "SQLite format 3\0";
const whole = Uint8Array.from({ length: SIZE }, (_, n) => (n < MAGIC.length ? MAGIC.charCodeAt(n) : n % 251));

/** A host that holds the file in chunks, and notes what it is asked. */
class Host {
  asked = [];
  constructor(hasRanges) {
    this.hasRanges = hasRanges;
  }
  #chunk(url) {
    return whole.slice(Number(url) * CHUNK, (Number(url) + 1) * CHUNK);
  }
  rangeNow(url, first, last) {
    if (!this.hasRanges) throw new NoRanges(url);
    this.asked.push([Number(url), first, last]);
    return this.#chunk(url).slice(first, last + 1);
  }
  wholeNow(url) {
    this.asked.push([Number(url)]);
    return this.#chunk(url);
  }
  async range(url, first, last) {
    return this.rangeNow(url, first, last);
  }
  async whole(url) {
    return this.wholeNow(url);
  }
}

function opened(hasRanges, most = 1000) {
  const host = new Host(hasRanges);
  const names = ["0", "1", "2", "3", "4"];
  const chunks = new Chunks("", { size: SIZE, chunk_size: CHUNK, chunks: names });
  return { host, file: new RangeFile(chunks, new Memory(most), host, PAGE) };
}

function read(file, place, length) {
  const found = new Uint8Array(length);
  const count = file.read((bytes, at) => found.set(bytes, at), place, length);
  return { count, same: found.slice(0, count).every((byte, n) => byte === whole[place + n]) };
}

async function probed(hasRanges) {
  const { file, host } = opened(hasRanges);
  await file.probe();
  return { hasRanges: file.hasRanges, everywhere: [0, 7, 60, 130, 290].map((at) => read(file, at, 40)), asked: host.asked.length };
}

async function prefetched() {
  const { file, host } = opened(true);
  await file.prefetch([2, 3, 5, 12, 3, 99, -1]);
  const asked = host.asked.length;
  read(file, 2 * PAGE, 4 * PAGE);
  return { runs: host.asked.slice(0, asked), more: host.asked.length - asked };
}

function ahead() {
  const { file, host } = opened(true);
  for (let page = 0; page < 12; page++) read(file, page * PAGE, PAGE);
  return host.asked.length;
}

function bounded() {
  const { file } = opened(true, 5 * PAGE);
  for (let page = 0; page < 18; page++) read(file, page * PAGE, PAGE);
  return { bytes: file.memory.bytes, kept: file.memory.kept.size };
}

async function retried() {
  const answers = [503, 0, 200];
  globalThis.fetch = async () => {
    const status = answers.shift();
    if (!status) throw new TypeError("no network");
    return { ok: status === 200, status, arrayBuffer: async () => new ArrayBuffer(3) };
  };
  const found = await new Http().whole("https://example.org/file.bin");
  globalThis.fetch = async () => ({ ok: false, status: 404 });
  const told = await new Http().whole("https://example.org/file.bin").catch((error) => error.message);
  return { length: found.length, told };
}

const told = { with: await probed(true), without: await probed(false), prefetched: await prefetched(), ahead: ahead() };
console.log(JSON.stringify({ ...told, bounded: bounded(), retried: await retried() }));
