/** Pages of a file that were read, the least used given up first once they exceed a number of bytes. */
export class Memory {
  /** @param {number} most bytes that are kept */
  constructor(most) {
    this.most = most;
    this.bytes = 0;
    /** @type {Map<number, Uint8Array>} */
    this.kept = new Map();
    /** @type {Map<number, Uint8Array>} */
    this.pinned = new Map();
  }

  /** Keep a page for good: one that nearly every search needs. */
  pin(/** @type {number} */ number, /** @type {Uint8Array} */ page) {
    this.pinned.set(number, page);
  }

  has(/** @type {number} */ number) {
    return this.pinned.has(number) || this.kept.has(number);
  }

  /** @param {number} number @returns {Uint8Array | undefined} */
  get(number) {
    const pinned = this.pinned.get(number);
    if (pinned) return pinned;
    const page = this.kept.get(number);
    if (page) {
      // A map keeps the order in which things were put in: what was used last stands last.
      this.kept.delete(number);
      this.kept.set(number, page);
    }
    return page;
  }

  set(/** @type {number} */ number, /** @type {Uint8Array} */ page) {
    if (this.has(number)) return;
    this.kept.set(number, page);
    this.bytes += page.length;
    for (const [oldest, old] of this.kept) {
      if (this.bytes <= this.most || oldest === number) break;
      this.kept.delete(oldest);
      this.bytes -= old.length;
    }
  }
}
