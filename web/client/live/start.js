// Begins the page of Datasette, or says what it lacks. No module, so that it can say so where a page is read from a disk,
// or where a host calls scripts by another name.
(() => {
  const lacking = missing();
  if (lacking) return tell(lacking);
  import("./show.js").then(
    ({ show }) => show(),
    () => tell("This host lacks one of its scripts, or does not send them as scripts (text/javascript)."),
  );

  function missing() {
    if (location.protocol === "file:") return "It takes a web server: a page that is read from a disk can’t run it.";
    if (!("WebAssembly" in window)) return "It takes WebAssembly, which this browser lacks or has switched off.";
    if (!("serviceWorker" in navigator)) {
      return "It takes a service worker, which browsers lack in some private windows, and at addresses that don’t begin with https.";
    }
    return "";
  }

  function tell(message) {
    document.getElementById("datasette-status").textContent = `Datasette can’t run here. ${message}`;
  }
})();
