// Begins the search page, or says why it can't: a host that calls scripts by another name, or lacks one, would leave the
// reader waiting. No module, so that it runs on such a host, too.
import("./page/show.js").catch(() => {
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.textContent =
    "The search could not be started: this host lacks one of its scripts, or does not send them as scripts (text/javascript).";
  const heading = document.querySelector("#found h1");
  document.getElementById("found").replaceChildren(heading, notice, document.getElementById("ways").content.cloneNode(true));
});
