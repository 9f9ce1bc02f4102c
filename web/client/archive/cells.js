/**
 * Puts pages of b-trees together from their cells, which morgue/publish/search/cells.py took apart so that they pack well.
 *
 * Where the cells lie is ours to choose: one after the other, from the end of the page.
 */

const INDEX_INTERIOR = 2;
const TABLE_INTERIOR = 5;
const TABLE_LEAF = 13;
const STREAMS = ["pages", "children", "rowids", "lengths", "heads", "values"];

/**
 * @param {Uint8Array} bytes
 * @param {number} size of a page
 * @param {(number: number, page: Uint8Array) => void} put told each page, numbered from 0
 */
export function putTogether(bytes, size, put) {
  const streams = parted(bytes);
  let number = 0;
  while (!streams.pages.isEmpty) {
    number += streams.pages.number();
    put(number, page(streams, size));
  }
}

function parted(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const streams = {};
  for (const name of STREAMS) {
    const length = view.getUint32(at, true);
    streams[name] = new Stream(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return streams;
}

function page(streams, size) {
  const made = new Uint8Array(size);
  const view = new DataView(made.buffer);
  const kind = streams.pages.number();
  const count = streams.pages.number();
  const isInterior = kind === INDEX_INTERIOR || kind === TABLE_INTERIOR;
  const before = { child: 0, rowid: 0 };
  let end = size;
  for (let n = 0; n < count; n++) {
    const cell = cellOf(streams, kind, size, before);
    end -= cell.length;
    made.set(cell, end);
    view.setUint16((isInterior ? 12 : 8) + 2 * n, end);
  }
  made[0] = kind;
  view.setUint16(3, count);
  view.setUint16(5, end);
  if (isInterior) view.setUint32(8, before.child + streams.children.step());
  return made;
}

function cellOf(streams, kind, size, before) {
  const cell = [];
  if (kind === INDEX_INTERIOR || kind === TABLE_INTERIOR) {
    before.child += streams.children.step();
    cell.push((before.child >>> 24) & 255, (before.child >>> 16) & 255, (before.child >>> 8) & 255, before.child & 255);
  }
  const length = kind === TABLE_INTERIOR ? 0 : streams.lengths.number();
  if (kind !== TABLE_INTERIOR) pushVarint(cell, length);
  if (kind === TABLE_LEAF || kind === TABLE_INTERIOR) {
    before.rowid += streams.rowids.step();
    pushVarint(cell, before.rowid);
  }
  if (kind !== TABLE_INTERIOR) pushRecord(cell, streams, stored(size, kind, length));
  return cell;
}

function pushRecord(cell, { heads, values }, length) {
  if (!length) return;
  // No record of ours has a head of 128 bytes or more: its first byte is its length.
  const head = heads.peek();
  cell.push(...heads.take(head), ...values.take(length - head));
}

/** How many bytes of a record its page holds, the number of the page that it goes on at included. */
function stored(size, kind, length) {
  const most = kind === TABLE_LEAF ? size - 35 : Math.floor(((size - 12) * 64) / 255) - 23;
  if (length <= most) return length;
  const least = Math.floor(((size - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (size - 4));
  return (fitting <= most ? fitting : least) + 4;
}

/** A number as SQLite writes it; none of ours takes nine bytes. */
function pushVarint(cell, number) {
  const digits = [number % 128];
  for (let rest = Math.floor(number / 128); rest; rest = Math.floor(rest / 128)) digits.push((rest % 128) + 128);
  cell.push(...digits.reverse());
}

class Stream {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get isEmpty() {
    return this.at === this.bytes.length;
  }

  peek() {
    return this.bytes[this.at];
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  number() {
    let number = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++];
      number += (byte % 128) * scale;
      if (byte < 128) return number;
    }
  }

  step() {
    const number = this.number();
    return number % 2 ? -(number + 1) / 2 : number / 2;
  }
}
