import { openSync, readFileSync, readSync } from "node:fs";

/** Reads files as the client reads a web host, and counts as it does. */
export class Files {
  opened = new Map();
  requests = 0;
  bytes = 0;
  async range(url, first, last) {
    return this.rangeNow(url, first, last);
  }
  async whole(url) {
    return this.wholeNow(url);
  }
  async fresh(url) {
    return this.wholeNow(url);
  }
  rangeNow(url, first, last) {
    if (!this.opened.has(url)) this.opened.set(url, openSync(url));
    const bytes = new Uint8Array(last - first + 1);
    readSync(this.opened.get(url), bytes, 0, bytes.length, first);
    this.requests += 1;
    this.bytes += bytes.length;
    return bytes;
  }
  wholeNow(url) {
    return new Uint8Array(readFileSync(url));
  }
}
