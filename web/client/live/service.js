/**
 * Hands requests for Datasette's addresses, those below app/, to the page that runs it. Lies at datasette/ on the site,
 * since a service worker answers for its own folder only. All other requests go their usual way.
 */
const HOME = new URL(self.registration.scope);
const APP = new URL("app/", HOME);
const LOOK = 1000; // milliseconds after which it is seen whether the page that was asked is still there

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(APP.href)) event.respondWith(answered(request));
});

async function answered(request) {
  const asked = new URL(request.url);
  const path = asked.pathname.slice(APP.pathname.length - 1) + asked.search;
  const isPage = request.mode === "navigate";
  for (let page = await running(); page; page = await running()) {
    const answer = await answerOf(page, path);
    if (answer?.failure) return failed(answer.failure, path, isPage);
    if (answer) return response(answer);
  }
  return isPage ? Response.redirect(`${HOME.href}#${path}`) : new Response("Datasette is not running.", { status: 503 });
}

/** The page that runs Datasette: of several the one that was looked at last, which browsers name first. */
async function running() {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const pages = [HOME.pathname, `${HOME.pathname}index.html`];
  return windows.find((each) => pages.includes(new URL(each.url).pathname));
}

/** What a page answers; nothing where it is closed meanwhile. */
function answerOf(page, path) {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    const looking = setInterval(async () => (await self.clients.get(page.id)) ?? end(null), LOOK);
    const end = (answer) => {
      clearInterval(looking);
      resolve(answer);
    };
    channel.port1.onmessage = ({ data }) => end(data);
    page.postMessage({ path }, [channel.port2]);
  });
}

function response({ status, headers, body }) {
  const kept = new Headers(headers);
  kept.delete("content-length");
  return new Response(body, { status, headers: kept });
}

/** That there is no answer, for a reader as a page, for a script as text. */
function failed(failure, path, isPage) {
  const type = (kind) => ({ status: 503, headers: { "content-type": `text/${kind}; charset=utf-8` } });
  if (!isPage) return new Response(failure, type("plain"));
  const style = new URL("../static/morgue.css", HOME).href;
  const html = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>No answer</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="${text(style)}">
<body class="ours"><main id="content"><h1>No answer</h1><p class="notice">${text(failure)}</p>
<p><a href="${text(APP.href + path.slice(1))}">Ask again</a> · <a href="${text(APP.href)}archive">Tables and queries</a></p></main>`;
  return new Response(html, type("html"));
}

function text(words) {
  return words.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
}
