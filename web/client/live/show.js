/** The page around Datasette: starts it, shows its pages in a frame and keeps their address behind the #. */
import { Desk } from "./desk.js";

const START = "/archive";
const PATIENCE = 1500; // milliseconds before a reader is told what takes so long
const app = new URL("app/", location.href);
const OWN = /^(?:archive|-)(?:[/.?#]|$)/; // what is Datasette's below app/; the rest leads to pages of the site
const frame = /** @type {HTMLIFrameElement} */ (document.getElementById("datasette"));
const status = document.getElementById("datasette-status");
const busy = document.getElementById("datasette-busy");
const desk = new Desk({ fetched, read, changed: () => location.reload() });

/** Start Datasette, and show the page that stands behind the #. */
export async function show() {
  busy.querySelector("button").addEventListener("click", () => desk.stop());
  navigator.serviceWorker.addEventListener("message", ({ data, ports }) => answer(data.path, ports[0]));
  navigator.serviceWorker.startMessages();
  try {
    await registered();
    await desk.begin();
  } catch (error) {
    return failed(error);
  }
  frame.addEventListener("load", shown);
  // By the event: `shown` may have written another address since.
  window.addEventListener("hashchange", ({ newURL }) => go(new URL(newURL).hash));
  status.textContent = "";
  document.body.classList.add("running");
  go(location.hash);
}

/** The service worker, once it answers for this folder. */
async function registered() {
  try {
    await navigator.serviceWorker.register("service.js");
  } catch (error) {
    throw new Error(`This browser allows no service worker here (${error.message}).`);
  }
  await navigator.serviceWorker.ready;
}

function failed(error) {
  status.textContent = `Datasette can’t run here. ${error.message} `;
  if (error.isTooLarge) status.append(button("Run it all the same", again));
}

function again() {
  status.textContent = "Datasette is being started.";
  desk.takeAll();
  show();
}

/** Hand an answer to the service worker, which waits for it at this port. */
async function answer(path, port) {
  const slow = setTimeout(() => (busy.hidden = false), PATIENCE);
  port.postMessage(await desk.ask(path));
  clearTimeout(slow);
  if (!desk.isBusy) busy.hidden = true;
}

/** Show what stands behind the #. @param {string} hash */
function go(hash) {
  const asked = new URL((hash.slice(1) || START).replace(/^\/+/, ""), app).href;
  const wanted = asked.startsWith(app.href) ? asked : new URL(`.${START}`, app).href;
  if (frame.contentWindow.location.href !== wanted) frame.contentWindow.location.replace(wanted);
}

function shown() {
  const { location: at, document: page } = frame.contentWindow;
  if (at.protocol === "about:") return;
  if (!at.href.startsWith(app.href)) return location.assign(at.href);
  const path = at.href.slice(app.href.length - 1);
  document.title = page.title || path;
  if (location.hash !== `#${path}`) history.replaceState(null, "", `#${path}`);
  // What is no page of Datasette's is one of the site's, and takes the whole window.
  for (const link of page.querySelectorAll("a[href], form[action]")) {
    const there = link.href ?? link.action;
    if (typeof there === "string" && !isOwn(there)) link.target = "_top";
  }
}

function isOwn(address) {
  return address.startsWith(app.href) && OWN.test(address.slice(app.href.length));
}

/** Tell how much has been fetched before Datasette can start. */
function fetched({ bytes, of }) {
  const isWhole = bytes >= of;
  status.textContent = isWhole ? "Datasette is being started." : `Datasette is being fetched, ${megabytes(bytes)} of ${megabytes(of)} MB.`;
}

/** Tell what a long answer has read so far. */
function read({ requests, bytes }) {
  busy.firstElementChild.textContent = `Reading the archive: ${megabytes(bytes)} MB in ${requests} requests.`;
}

function button(label, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", press, { once: true });
  return made;
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}
