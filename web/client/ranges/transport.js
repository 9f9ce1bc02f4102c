/**
 * Fetches bytes of a file from a plain web host, all of it or a range, with retries and errors that a reader understands.
 *
 * Ranges are asked with `cache: "no-store"`: browsers answer requests for one address one after the other where they
 * may be cached. A synchronous request is what SQLite waits for inside a Worker.
 */

const TRIES = 3;
const PAUSE = 250; // milliseconds before the second try, twice as many before the third
const WORTH_ANOTHER_TRY = [408, 425, 429, 500, 502, 503, 504];

const GONE = [404, 410];

/** That bytes could not be had, in words for the page. */
export class Unreachable extends Error {
  /** @param {string} url @param {string} reason @param {boolean} isGone whether it may be that the host has no such file any more */
  constructor(url, reason, isGone = false) {
    super(`The archive's file ${url.split("/").at(-1)} could not be read: ${reason}.`);
    this.name = "Unreachable";
    this.isGone = isGone;
  }
}

/** That a host answered with something else than the range that was asked for. */
export class NoRanges extends Error {
  /** @param {string} url */
  constructor(url) {
    super(`The host gives no part of the archive's file ${url.split("/").at(-1)}.`);
    this.name = "NoRanges";
  }
}

/** Reads over HTTP; tests put files in its place. */
export class Http {
  constructor() {
    this.requests = 0;
    this.bytes = 0;
  }

  /**
   * The bytes from `first` to `last`, both included.
   *
   * @param {string} url
   * @param {number} first
   * @param {number} last
   * @returns {Promise<Uint8Array>}
   */
  async range(url, first, last) {
    return this.#fetched(url, { Range: `bytes=${first}-${last}` }, async (answer) => {
      if (isRange(answer.status, answer.headers.get("Content-Range"), first)) return answer.arrayBuffer();
      // A host that knows no ranges sends the whole file: it is not read.
      await answer.body?.cancel();
      throw new NoRanges(url);
    }).then((bytes) => this.#piece(url, bytes, last - first + 1));
  }

  /** The whole file. @param {string} url @returns {Promise<Uint8Array>} */
  async whole(url) {
    return this.#counted(await this.#fetched(url, {}, (answer) => answer.arrayBuffer()));
  }

  /** The file as the host has it now, whatever the browser has kept. @param {string} url @returns {Promise<Uint8Array>} */
  async fresh(url) {
    return this.#counted(await this.#fetched(url, {}, (answer) => answer.arrayBuffer(), "no-cache"));
  }

  /**
   * The same as `range`, without giving anything else a turn.
   *
   * @param {string} url
   * @param {number} first
   * @param {number} last
   */
  rangeNow(url, first, last) {
    const request = this.#sent(url, `bytes=${first}-${last}`);
    if (!isRange(request.status, request.getResponseHeader("Content-Range"), first)) throw new NoRanges(url);
    return this.#piece(url, request.response, last - first + 1);
  }

  /** The same as `whole`, without giving anything else a turn. @param {string} url */
  wholeNow(url) {
    return this.#counted(this.#sent(url).response);
  }

  /** What a host answers, read to its end: what breaks off on the way is asked for again. */
  async #fetched(url, headers, read, cache = headers.Range ? "no-store" : "default") {
    for (let tried = 1; ; tried++) {
      let answer = null;
      try {
        answer = await fetch(url, { cache, headers });
        if (answer.ok) return new Uint8Array(await read(answer));
      } catch (error) {
        if (error instanceof NoRanges) throw error;
        // A part of what was packed can't be unpacked.
        if (headers.Range && answer?.headers.get("Content-Encoding")) throw new NoRanges(url);
      }
      const status = answer && !answer.ok ? answer.status : 0;
      if (tried === TRIES || !isPassing(status)) throw unreachable(url, status);
      await new Promise((resolve) => setTimeout(resolve, PAUSE * tried));
    }
  }

  #sent(url, range) {
    for (let tried = 1; ; tried++) {
      const request = new XMLHttpRequest();
      request.open("GET", url, false);
      request.responseType = "arraybuffer";
      if (range) request.setRequestHeader("Range", range);
      try {
        request.send();
      } catch {
        // Told by the status, which stays 0.
      }
      if (request.status >= 200 && request.status < 300) return request;
      if (tried === TRIES || !isPassing(request.status)) throw unreachable(url, request.status);
    }
  }

  /** A range as it was asked for: a host that packs what it sends may give a part of what is packed. */
  #piece(url, buffer, expected) {
    const bytes = this.#counted(buffer);
    if (bytes.length !== expected) throw new NoRanges(url);
    return bytes;
  }

  #counted(buffer) {
    const bytes = new Uint8Array(buffer);
    this.requests += 1;
    this.bytes += bytes.length;
    return bytes;
  }
}

function isRange(status, told, first) {
  return status === 206 && (!told || told.startsWith(`bytes ${first}-`));
}

function unreachable(url, status) {
  const reason = status ? `the host answers ${status}` : "the host does not answer";
  return new Unreachable(url, reason, GONE.includes(status));
}

function isPassing(status) {
  return !status || WORTH_ANOTHER_TRY.includes(status);
}
