/**
 * A database file on a web host, read page by page: from memory, else from the host by range, else (where a host knows
 * no ranges, or no more, or packs what it sends) by fetching whole chunks.
 */
import { NoRanges, Unreachable } from "./transport.js";

const MAGIC = "SQLite format 3\0";
const MOST_AHEAD = 512 * 1024; // bytes read ahead of a reader who goes on page by page
const HEADS = 4; // places that are read on from at the same time
const GAP = 2; // pages between two wanted ones that are fetched along: less than another request costs

export class RangeFile {
  /**
   * @param {import("./chunks.js").Chunks} chunks
   * @param {import("./memory.js").Memory} memory
   * @param {import("./transport.js").Http} transport
   * @param {number} pageSize bytes
   * @param {number} atOnce pages that are fetched where one is wanted that nobody announced
   */
  constructor(chunks, memory, transport, pageSize, atOnce = 1) {
    this.chunks = chunks;
    this.memory = memory;
    this.transport = transport;
    this.pageSize = pageSize;
    this.atOnce = atOnce;
    this.size = chunks.size;
    this.hasRanges = true;
    this.heads = [];
    /** @type {Map<number, Uint8Array>} whole chunks, where there are no ranges */
    this.whole = new Map();
  }

  /** Find out whether the host gives ranges of its files as they are. */
  async probe() {
    const url = this.chunks.url(0);
    try {
      const bytes = await this.transport.range(url, 0, MAGIC.length - 1);
      this.hasRanges = new TextDecoder().decode(bytes) === MAGIC;
    } catch (error) {
      // Some hosts refuse what asks for a range.
      if (!(error instanceof NoRanges || (error instanceof Unreachable && !error.isGone))) throw error;
      this.hasRanges = false;
    }
    return this.hasRanges;
  }

  /** Bytes that may be kept of whole chunks. */
  get mostWhole() {
    return Math.max(4, Math.ceil((64 * 1024 * 1024) / this.chunks.each));
  }

  /**
   * Bring pages into memory, at the same time, neighbours together.
   *
   * @param {Iterable<number>} pages numbered from 0
   */
  async prefetch(pages) {
    const last = Math.ceil(this.size / this.pageSize) - 1;
    const missing = [...new Set(pages)].filter((page) => page >= 0 && page <= last && !this.#known(page));
    if (!missing.length) return;
    try {
      if (this.hasRanges) return void (await Promise.all(runs(missing).map((run) => this.#fetchRun(run))));
    } catch (error) {
      this.#giveUpRanges(error);
    }
    await this.#fetchChunks(this.#chunksOf(missing));
  }

  /**
   * Copy bytes to where SQLite wants them; waits for the host where they are not in memory.
   *
   * @param {(bytes: Uint8Array, at: number) => void} put
   * @param {number} place
   * @param {number} length
   * @returns {number} bytes that there were
   */
  read(put, place, length) {
    const wanted = Math.max(0, Math.min(length, this.size - place));
    for (let done = 0; done < wanted; ) {
      const at = place + done;
      const number = Math.floor(at / this.pageSize);
      const page = this.page(number);
      const from = at - number * this.pageSize;
      const bytes = page.subarray(from, from + Math.min(wanted - done, page.length - from));
      put(bytes, done);
      done += bytes.length;
    }
    return wanted;
  }

  /** A page, from memory or from the host. @param {number} number from 0 */
  page(number) {
    const known = this.memory.get(number);
    if (known) return known;
    try {
      if (this.hasRanges) return this.#readAhead(number);
    } catch (error) {
      this.#giveUpRanges(error);
    }
    return this.#fromWhole(number);
  }

  /** A host may give ranges at first and then none, as where several machines stand behind one name. */
  #giveUpRanges(error) {
    if (!(error instanceof NoRanges)) throw error;
    this.hasRanges = false;
  }

  #known(page) {
    return this.memory.has(page) || (!this.hasRanges && this.whole.has(this.chunks.at(page * this.pageSize)));
  }

  /** Read a page and, behind a page that was read before it, twice as many as then. */
  #readAhead(number) {
    const last = Math.ceil(this.size / this.pageSize) - 1;
    let head = this.heads.find((each) => each.next === number);
    if (!head) {
      head = { next: number, length: this.atOnce };
      this.heads.unshift(head);
      this.heads.splice(HEADS);
    } else {
      head.length = Math.min(head.length * 2, Math.floor(MOST_AHEAD / this.pageSize));
    }
    let count = 1;
    while (count < head.length && number + count <= last && !this.memory.has(number + count)) count += 1;
    const end = Math.min(this.size, (number + count) * this.pageSize) - 1;
    const parts = this.chunks.parts(number * this.pageSize, end);
    const read = parts.map((part) => this.transport.rangeNow(part.url, part.first, part.last));
    const bytes = read.length === 1 ? read[0] : joined(read);
    this.#keep(number, bytes);
    head.next = number + count;
    // Not from memory: it may be too small for all that was read.
    return bytes.subarray(0, this.pageSize);
  }

  async #fetchRun([first, last]) {
    const end = Math.min(this.size, (last + 1) * this.pageSize) - 1;
    const parts = this.chunks.parts(first * this.pageSize, end);
    const read = await Promise.all(parts.map((part) => this.transport.range(part.url, part.first, part.last)));
    this.#keep(first, read.length === 1 ? read[0] : joined(read));
  }

  #keep(first, bytes) {
    for (let at = 0; at < bytes.length; at += this.pageSize) {
      // A copy, so that one page that stays does not keep its whole neighbourhood in memory.
      this.memory.set(first + at / this.pageSize, bytes.slice(at, at + this.pageSize));
    }
  }

  #chunksOf(pages) {
    return [...new Set(pages.map((page) => this.chunks.at(page * this.pageSize)))];
  }

  async #fetchChunks(numbers) {
    const missing = numbers.filter((number) => !this.whole.has(number));
    await Promise.all(
      missing.map(async (number) => this.#keepWhole(number, await this.transport.whole(this.chunks.url(number)))),
    );
  }

  #fromWhole(page) {
    const number = this.chunks.at(page * this.pageSize);
    if (!this.whole.has(number)) this.#keepWhole(number, this.transport.wholeNow(this.chunks.url(number)));
    const start = page * this.pageSize - number * this.chunks.each;
    return this.whole.get(number).subarray(start, start + this.pageSize);
  }

  #keepWhole(number, bytes) {
    const expected = Math.min(this.chunks.each, this.size - number * this.chunks.each);
    if (bytes.length !== expected) {
      throw new Unreachable(this.chunks.url(number), `${bytes.length} bytes came instead of ${expected}`, true);
    }
    this.whole.set(number, bytes);
    for (const oldest of this.whole.keys()) {
      if (this.whole.size <= this.mostWhole || oldest === number) break;
      this.whole.delete(oldest);
    }
  }
}

/** Page numbers as runs from a first to a last, small gaps filled. */
function runs(pages) {
  const found = [];
  for (const page of pages.sort((one, other) => one - other)) {
    const last = found.at(-1);
    if (last && page - last[1] <= GAP) last[1] = page;
    else found.push([page, page]);
  }
  return found;
}

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
