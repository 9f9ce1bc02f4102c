/**
 * The page around Datasette: starts it, shows its pages in a frame and keeps their address behind the #.
 *
 * No module, so that it can say what is missing where a page is read from a disk and modules aren't.
 */
(() => {
  const START = "/archive";
  const own = document.currentScript.src;
  const home = new URL("./", location.href);
  const app = new URL("app/", home);
  const frame = document.getElementById("datasette");
  const status = document.getElementById("datasette-status");
  const waiting = new Map();

  const lacking = missing();
  if (lacking) return tell(lacking);
  start().catch((error) => tell(`It could not be started: ${error.message}`));

  function missing() {
    if (location.protocol === "file:") return "It takes a web server: a page that is read from a disk can’t run it.";
    if (!("WebAssembly" in window)) return "It takes WebAssembly, which this browser lacks or has switched off.";
    if (!("serviceWorker" in navigator)) {
      return "It takes a service worker, which browsers lack in some private windows, and at addresses that don’t begin with https.";
    }
    return "";
  }

  async function start() {
    const worker = new Worker(new URL("worker.js", own), { type: "module" });
    const ready = new Promise((resolve, reject) => {
      worker.onerror = (error) => reject(new Error(error.message || "its files could not be fetched"));
      worker.onmessage = ({ data }) => {
        if (data.isReady) resolve(data);
        else if (data.failure) reject(new Error(data.failure));
        else answer(data);
      };
    });
    navigator.serviceWorker.addEventListener("message", ({ data, ports }) => {
      const number = waiting.size + 1;
      waiting.set(number, ports[0]);
      worker.postMessage({ number, path: data.path });
    });
    navigator.serviceWorker.startMessages();
    await Promise.all([ready, registered()]);
    frame.addEventListener("load", shown);
    window.addEventListener("hashchange", go);
    document.body.classList.add("running");
    go();
  }

  /** The service worker, once it answers for this folder. */
  async function registered() {
    try {
      await navigator.serviceWorker.register("service.js");
    } catch (error) {
      throw new Error(`this browser allows no service worker here (${error.message})`);
    }
    await navigator.serviceWorker.ready;
  }

  function answer({ number, ...data }) {
    waiting.get(number).postMessage(data);
    waiting.set(number, null);
  }

  /** Show what stands behind the #. */
  function go() {
    const path = location.hash.slice(1) || START;
    const wanted = new URL(path.replace(/^\/+/, ""), app).href;
    if (wanted.startsWith(app.href) && frame.contentWindow.location.href !== wanted) {
      frame.contentWindow.location.replace(wanted);
    }
  }

  function shown() {
    const { location: at, document: page } = frame.contentWindow;
    if (!at.href.startsWith(app.href)) return;
    document.title = page.title;
    history.replaceState(null, "", `#${at.href.slice(app.href.length - 1)}`);
    // What is no page of Datasette's is one of the site's, and takes the whole window.
    for (const link of page.querySelectorAll("a[href], form[action]")) {
      const there = link.href ?? link.action;
      if (typeof there === "string" && !there.startsWith(app.href)) link.target = "_top";
    }
  }

  function tell(message) {
    status.textContent = `Datasette can’t run here. ${message}`;
  }
})();
