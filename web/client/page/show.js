/**
 * The search page of a static site: asks the worker what the address asks for, shows it, and follows links and forms
 * within the page without leaving it. Back, forward and permanent addresses work as anywhere.
 */
import { redirect, target } from "./addresses.js";
import { morph } from "./morph.js";

const found = document.getElementById("found");
const status = document.getElementById("search-status");
const site = document.title.replace(/^Search – /, "");
const worker = start();
let number = 0;
/** Whether the reader came to what is shown now by a link or form on this page. */
let isMoved = false;
/** Those who wait for names: what was asked last is what is answered. @type {Map<number, (offers: object[]) => void>} */
const waiting = new Map();
let lastNames = 0;

if (worker) {
  worker.onmessage = ({ data }) => (data.names ? tellNames(data) : data.number === number && told(data));
  worker.onerror = () => fail("This browser could not start the search, or the host does not give all of its scripts.");
  addEventListener("popstate", () => ask());
  document.addEventListener("click", follow);
  document.addEventListener("submit", send);
  offerNames();
  ask();
}

function start() {
  const lacks = [
    [typeof WebAssembly === "object", "WebAssembly"],
    [typeof Worker === "function", "workers"],
    [typeof DecompressionStream === "function", "unpacking of files"],
  ].filter(([has]) => !has);
  if (!lacks.length) return new Worker(new URL("../worker.js", import.meta.url), { type: "module" });
  const missing = lacks.map(([, name]) => name).join(" and ");
  fail(`This browser has no ${missing}, which a search without a server needs. A newer one will do.`);
  return null;
}

function ask(isWanted = false) {
  number += 1;
  say("Searching …");
  found.setAttribute("aria-busy", "true");
  worker.postMessage({ number, parameters: location.search, isWanted });
}

function told(data) {
  if (!data.error) return show(data);
  // The address says all that is asked for: the page begins anew with the archive as it is now.
  if (data.isChanged) return location.reload();
  fail(data.error, data.isTooLarge ? [button("Search all the same", () => ask(true))] : []);
}

/** Let the box in the masthead offer names as the server's does; static/suggest.js draws them. */
function offerNames() {
  const input = document.querySelector("form.search input[type=search]");
  if (!input) return;
  const go = (address) => {
    input.value = ""; // what was typed has become a filter
    isHere(address) ? move(address) : location.assign(address);
  };
  window.dispatchEvent(new CustomEvent("morgue:names", { detail: { input, ask: askNames, go } }));
}

function askNames(typed) {
  lastNames += 1;
  worker.postMessage({ names: lastNames, typed });
  return new Promise((tell) => waiting.set(lastNames, tell));
}

function tellNames({ names, offers }) {
  const tell = waiting.get(names);
  for (const asked of waiting.keys()) if (asked <= names) waiting.delete(asked);
  tell?.(offers.map((offer) => ({ ...offer, address: target(offer.address) ?? "./" })));
}

function show({ html, title, words, filters, isWhole, cost }) {
  const made = document.createElement("template");
  made.innerHTML = html;
  redirect(made.content);
  morph(found, made.content);
  if (isWhole) found.removeAttribute("aria-busy");
  document.title = `${unescaped(title)} – ${site}`;
  setForm(words, filters);
  const heading = found.querySelector("h1");
  say(heading?.textContent ?? "");
  if (!isWhole && isMoved && heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
  window.dispatchEvent(new CustomEvent("morgue:searched", { detail: { isWhole, cost } }));
}

/** Show in the masthead's form what was searched for; a new search there keeps what narrows this one. */
function setForm(words, filters) {
  const form = document.querySelector("form.search");
  const input = form?.querySelector("input[type=search]");
  if (!input) return;
  if (document.activeElement !== input) input.value = words;
  for (const hidden of form.querySelectorAll("input[type=hidden]")) hidden.remove();
  input.insertAdjacentHTML("afterend", filters);
}

function fail(reason, more = []) {
  found.removeAttribute("aria-busy");
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.append(reason, ...more.flatMap((each) => [" ", each]));
  const heading = document.createElement("h1");
  heading.textContent = "Search";
  found.replaceChildren(heading, notice, ...(document.getElementById("ways")?.content.cloneNode(true).childNodes ?? []));
  say(reason);
}

function button(words, pressed) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "plain";
  made.textContent = words;
  made.addEventListener("click", pressed);
  return made;
}

function say(words) {
  status.textContent = words;
}

function unescaped(html) {
  const made = document.createElement("template");
  made.innerHTML = html;
  return made.content.textContent;
}

function follow(event) {
  const link = event.target.closest?.("a[href]");
  const isPlain = !event.defaultPrevented && event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  // As an attribute: links in drawings have no `href` that is text, nor a `target`.
  const address = link?.getAttribute("href");
  if (!link || !isPlain || link.hasAttribute("target") || !isHere(address) || address.startsWith("#")) return;
  event.preventDefault();
  move(address);
}

function send(event) {
  const form = event.target;
  if (event.defaultPrevented || !isHere(form.action)) return;
  event.preventDefault();
  const typed = [...new FormData(form)].filter(([, value]) => value !== "");
  move(`${new URL(form.action).pathname}?${new URLSearchParams(typed)}`);
}

function isHere(address) {
  const url = new URL(address, location.href);
  return url.origin === location.origin && bare(url.pathname) === bare(location.pathname);
}

function bare(path) {
  return path.replace(/index\.html$/, "");
}

function move(address) {
  isMoved = true;
  history.pushState(null, "", address);
  ask();
}
