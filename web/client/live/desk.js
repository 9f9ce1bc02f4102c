/** Datasette beside the page, in a worker: asked for paths, stopped where it takes too long, begun anew where it broke. */

const MOST_KEPT = 30; // answers, for those who go back: the archive does not change
const MOST_LENGTH = 1e6; // bytes of an answer that is kept

/** @typedef {{status?: number, headers?: Record<string, string>, body?: Uint8Array, failure?: string}} Answer */

export class Desk {
  #worker = null;
  #ready = null;
  #number = 0;
  #isWanted = false;
  /** @type {Map<number, (answer: Answer) => void>} */
  #waiting = new Map();
  /** @type {Map<string, Promise<Answer>>} */
  #kept = new Map();

  /** @param {{fetched: Function, read: Function, changed: Function}} told what is called to tell how it goes on */
  constructor(told) {
    this.told = told;
  }

  /** Whether somebody waits for an answer. */
  get isBusy() {
    return this.#waiting.size > 0;
  }

  /** Read the archive although its host may give it only whole. */
  takeAll() {
    this.#isWanted = true;
  }

  /** Start Datasette; once it runs, nothing happens. @returns {Promise<void>} rejected with what a reader is told */
  begin() {
    this.#ready ??= new Promise((resolve, reject) => {
      const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
      this.#worker = worker;
      worker.onerror = (error) => {
        reject(new Error(error.message || "Its files could not be fetched."));
        this.#end(`It broke down. ${error.message ?? ""}`);
      };
      worker.onmessage = ({ data }) => this.#hear(data, resolve, reject);
      worker.postMessage({ isWanted: this.#isWanted });
    });
    return this.#ready;
  }

  /** What Datasette answers for a path. @param {string} path @returns {Promise<Answer>} */
  ask(path) {
    const kept = this.#kept.get(path) ?? this.#asked(path);
    this.#kept.delete(path);
    this.#kept.set(path, kept);
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value);
    kept.then((answer) => {
      if (answer.failure || answer.body.length > MOST_LENGTH) this.#kept.delete(path);
    });
    return kept;
  }

  /** Give up what is being answered. Python can't be interrupted, so it is begun anew. */
  stop() {
    this.#end("You stopped it.");
    this.begin().catch(() => undefined);
  }

  async #asked(path) {
    try {
      await this.begin();
    } catch (error) {
      return { failure: error.message };
    }
    return new Promise((resolve) => {
      this.#number += 1;
      this.#waiting.set(this.#number, resolve);
      this.#worker.postMessage({ number: this.#number, path });
    });
  }

  #hear(data, resolve, reject) {
    if (data.fetched) this.told.fetched(data.fetched);
    else if (data.read) this.told.read(data.read);
    else if (data.isReady) resolve();
    else if (data.number) this.#answered(data);
    else {
      reject(Object.assign(new Error(data.failure), { isTooLarge: data.isTooLarge }));
      this.#end(data.failure);
    }
  }

  #answered({ number, isChanged, isLost, ...answer }) {
    if (isChanged) return this.told.changed();
    this.#waiting.get(number)(answer);
    this.#waiting.delete(number);
    if (isLost) this.#end(answer.failure);
  }

  #end(failure) {
    this.#worker?.terminate();
    this.#ready = null;
    for (const resolve of this.#waiting.values()) resolve({ failure });
    this.#waiting.clear();
  }
}
