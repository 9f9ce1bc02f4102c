/**
 * A file that is stored as several: which bytes of which chunk stand for a range of the whole.
 *
 * Hosts limit the size of a file, and a name made from the content may be kept for ever by whoever serves it.
 */
export class Chunks {
  /**
   * @param {string} base address of the folder, ending in a slash
   * @param {{size: number, chunk_size: number, chunks: string[]}} told from the manifest
   */
  constructor(base, told) {
    this.base = base;
    this.size = told.size;
    this.each = told.chunk_size;
    this.names = told.chunks;
  }

  /** The number of the chunk that a byte stands in. */
  at(/** @type {number} */ place) {
    return Math.floor(place / this.each);
  }

  /** The address of a chunk. */
  url(/** @type {number} */ number) {
    return this.base + this.names[number];
  }

  /**
   * The pieces that bytes `first` to `last` of the file are in.
   *
   * @param {number} first
   * @param {number} last
   */
  parts(first, last) {
    const parts = [];
    for (let number = this.at(first); number <= this.at(last); number++) {
      const start = number * this.each;
      parts.push({
        number,
        url: this.url(number),
        first: Math.max(first - start, 0),
        last: Math.min(last - start, this.each - 1),
      });
    }
    return parts;
  }
}
