/**
 * Finds the pages of a table or index that hold given keys, level by level, all of a level at the same time: what
 * SQLite would wait for one after the other is then in memory before it is asked.
 *
 * The format of pages: https://sqlite.org/fileformat2.html#b_tree_pages
 */

const FILE_HEADER = 100; // bytes before the first page's own header
const INDEX_INTERIOR = 2;
const TABLE_INTERIOR = 5;
const TABLE_LEAF = 13;
const TEXT = 13; // the type of an empty text; longer ones follow in steps of two

export class Tree {
  /**
   * @param {import("../ranges/file.js").RangeFile} file
   * @param {number} root page number, from 1
   */
  constructor(file, root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Bring the leaves that hold these keys into memory: rowids of a table, or values of an index's first column.
   *
   * @param {number[]} keys
   * @returns {Promise<Map<number, number[]>>} the keys by leaf
   */
  async leaves(keys) {
    if (!keys.length) return new Map();
    let level = new Map([[this.root, [...new Set(keys)]]]);
    for (;;) {
      await this.file.prefetch([...level.keys()].map((number) => number - 1));
      const [first] = level.keys();
      if (!new Page(this.file, first).isInterior) return level;
      level = this.#below(level);
    }
  }

  /** Bring whole rows of a table into memory, with what of them stands on further pages. @param {number[]} rowids */
  async rows(rowids) {
    const further = [];
    for (const [number, keys] of await this.leaves(rowids)) {
      const page = new Page(this.file, number);
      for (const key of keys) further.push(...page.overflow(key));
    }
    await this.file.prefetch(further);
  }

  /**
   * Bring the leaves that hold texts from `first` up to `end` into memory, if they are no more than `most`.
   *
   * @param {string} first
   * @param {string} end
   * @param {number} most
   * @returns {Promise<boolean>} whether they were brought
   */
  async span(first, end, most) {
    const [from, to] = [first, end].map((text) => new TextEncoder().encode(text));
    let level = [this.root];
    while (level.length <= most) {
      await this.file.prefetch(level.map((number) => number - 1));
      if (!new Page(this.file, level[0]).isInterior) return true;
      level = level.flatMap((number) => new Page(this.file, number).between(from, to));
    }
    return false;
  }

  #below(level) {
    const next = new Map();
    for (const [number, keys] of level) {
      const page = new Page(this.file, number);
      for (const key of keys) {
        for (const child of page.children(key)) next.set(child, [...(next.get(child) ?? []), key]);
      }
    }
    return next;
  }
}

class Page {
  constructor(file, number) {
    this.size = file.pageSize;
    this.bytes = file.page(number - 1);
    this.view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    this.header = number === 1 ? FILE_HEADER : 0;
    this.kind = this.bytes[this.header];
    this.isInterior = this.kind === TABLE_INTERIOR || this.kind === INDEX_INTERIOR;
    this.count = this.view.getUint16(this.header + 3);
  }

  /** The pages below that may hold a key. */
  children(key) {
    const from = this.#place((found) => found < key);
    const to = this.kind === INDEX_INTERIOR ? this.#place((found) => found <= key) : from;
    return Array.from({ length: to - from + 1 }, (_, n) => this.#child(from + n));
  }

  /** The pages below that may hold texts from one up to another, both as bytes. */
  between(from, to) {
    const first = this.#place((found) => compared(found, from) < 0);
    const last = this.#place((found) => compared(found, to) < 0);
    return Array.from({ length: last - first + 1 }, (_, n) => this.#child(first + n));
  }

  /** The pages (from 0) that a row goes on at, behind what its leaf holds of it. */
  overflow(rowid) {
    if (this.kind !== TABLE_LEAF) return [];
    const place = this.#place((found) => found < rowid);
    if (place === this.count || this.#key(place) !== rowid) return [];
    const [payload, behind] = this.#varint(this.#cell(place));
    const [, start] = this.#varint(behind);
    const local = this.#local(payload);
    if (local === payload) return [];
    const first = this.view.getUint32(start + local) - 1;
    // After a VACUUM a row's further pages follow each other.
    return Array.from({ length: Math.ceil((payload - local) / (this.size - 4)) }, (_, n) => first + n);
  }

  /** How many bytes of a row its leaf holds. */
  #local(payload) {
    const most = this.size - 35;
    if (payload <= most) return payload;
    const least = Math.floor(((this.size - 12) * 32) / 255) - 23;
    const fitting = least + ((payload - least) % (this.size - 4));
    return fitting <= most ? fitting : least;
  }

  /** The number of the first cell that a condition, true for smaller keys, is false for. */
  #place(isBefore) {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.#key(middle))) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #cell(place) {
    return this.view.getUint16(this.header + (this.isInterior ? 12 : 8) + 2 * place);
  }

  #child(place) {
    return this.view.getUint32(place < this.count ? this.#cell(place) : this.header + 8);
  }

  #key(place) {
    const cell = this.#cell(place);
    if (this.kind === TABLE_INTERIOR) return this.#varint(cell + 4)[0];
    if (this.kind === TABLE_LEAF) return this.#varint(this.#varint(cell)[1])[0];
    return this.#firstColumn(this.#varint(this.isInterior ? cell + 4 : cell)[1]);
  }

  /** The first value of a record: a whole number, the bytes of a text, or null. */
  #firstColumn(record) {
    const [headerLength, types] = this.#varint(record);
    const [type] = this.#varint(types);
    if (type >= TEXT && type % 2) {
      const start = record + headerLength;
      return this.bytes.subarray(start, start + (type - TEXT) / 2);
    }
    if (type === 8 || type === 9) return type - 8;
    const length = [0, 1, 2, 3, 4, 6, 8][type] ?? 0;
    if (!length) return null;
    let value = this.view.getInt8(record + headerLength);
    for (let n = 1; n < length; n++) value = value * 256 + this.bytes[record + headerLength + n];
    return value;
  }

  /** A whole number of one to nine bytes, and the place behind it. */
  #varint(place) {
    let value = 0;
    for (let n = 0; n < 8; n++) {
      const byte = this.bytes[place + n];
      value = value * 128 + (byte & 127);
      if (byte < 128) return [value, place + n + 1];
    }
    return [value * 256 + this.bytes[place + 8], place + 9];
  }
}

/** Below zero where the bytes of one text come before those of another, as SQLite sorts them. */
function compared(one, other) {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return one[at] - other[at];
  return one.length - other.length;
}
