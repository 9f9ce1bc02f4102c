/**
 * Hands requests for Datasette's addresses, those below app/, to the page that runs it. Lies at datasette/ on the site,
 * since a service worker answers for its own folder only. All other requests go their usual way.
 */
const HOME = new URL(self.registration.scope);
const APP = new URL("app/", HOME);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(APP.href)) event.respondWith(answered(request));
});

async function answered(request) {
  const asked = new URL(request.url);
  const path = asked.pathname.slice(APP.pathname.length - 1) + asked.search;
  const desk = await running();
  if (!desk) {
    if (request.mode === "navigate") return Response.redirect(`${HOME.href}#${path}`);
    return new Response("Datasette is not running.", { status: 503 });
  }
  const { status, headers, body } = await new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => resolve(data);
    desk.postMessage({ path }, [channel.port2]);
  });
  const kept = new Headers(headers);
  kept.delete("content-length");
  return new Response(body, { status, headers: kept });
}

/** The page that runs Datasette, if one is open. */
async function running() {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const pages = [HOME.pathname, `${HOME.pathname}index.html`];
  return windows.find((each) => pages.includes(new URL(each.url).pathname));
}
