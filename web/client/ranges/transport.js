/**
 * Fetches bytes of a file from a plain web host, all of it or a range, with retries and errors that a reader understands.
 *
 * Ranges are asked with `cache: "no-store"`: browsers answer requests for one address one after the other where they
 * may be cached. A synchronous request is what SQLite waits for inside a Worker.
 */

const TRIES = 3;
const PAUSE = 250; // milliseconds before the second try, twice as many before the third
const WORTH_ANOTHER_TRY = [408, 425, 429, 500, 502, 503, 504];

/** That bytes could not be had, in words for the page. */
export class Unreachable extends Error {
  /** @param {string} url @param {string} reason */
  constructor(url, reason) {
    super(`The archive's file ${url.split("/").at(-1)} could not be read: ${reason}.`);
    this.name = "Unreachable";
  }
}

/** That a host answered with something else than the range that was asked for. */
export class NoRanges extends Error {}

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
    const answer = await this.#fetched(url, { Range: `bytes=${first}-${last}` });
    // A host that knows no ranges sends the whole file: it is not read.
    if (answer.status !== 206) {
      await answer.body?.cancel();
      throw new NoRanges(url);
    }
    return this.#counted(url, new Uint8Array(await answer.arrayBuffer()), last - first + 1);
  }

  /** The whole file. @param {string} url @returns {Promise<Uint8Array>} */
  async whole(url) {
    const answer = await this.#fetched(url, {});
    return this.#counted(url, new Uint8Array(await answer.arrayBuffer()));
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
    if (request.status !== 206) throw new NoRanges(url);
    return this.#counted(url, new Uint8Array(request.response), last - first + 1);
  }

  /** The same as `whole`, without giving anything else a turn. @param {string} url */
  wholeNow(url) {
    return this.#counted(url, new Uint8Array(this.#sent(url).response));
  }

  async #fetched(url, headers) {
    for (let tried = 1; ; tried++) {
      const answer = await fetch(url, { cache: headers.Range ? "no-store" : "default", headers }).catch((error) => error);
      if (answer.ok) return answer;
      const reason = answer.status ? `the host answers ${answer.status}` : "the host does not answer";
      if (tried === TRIES || !isPassing(answer.status)) throw new Unreachable(url, reason);
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
      const reason = request.status ? `the host answers ${request.status}` : "the host does not answer";
      if (tried === TRIES || !isPassing(request.status)) throw new Unreachable(url, reason);
    }
  }

  #counted(url, bytes, expected = bytes.length) {
    this.requests += 1;
    this.bytes += bytes.length;
    if (bytes.length !== expected) throw new Unreachable(url, `${bytes.length} bytes came instead of ${expected}`);
    return bytes;
  }
}

function isPassing(status) {
  return !status || WORTH_ANOTHER_TRY.includes(status);
}
