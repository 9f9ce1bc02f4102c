// Names for what Datasette's scripts put into its own pages: the SQL editor, and result tables wider than the window.

new MutationObserver(name).observe(document.documentElement, { childList: true, subtree: true });

function name() {
  for (const field of document.querySelectorAll(".CodeMirror textarea:not([aria-label])")) field.setAttribute("aria-label", "SQL query");
  for (const wide of document.querySelectorAll("#search-all-results div:not([tabindex])")) {
    if (getComputedStyle(wide).overflowX === "auto") {
      for (const [name, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", "Table of results"]]) wide.setAttribute(name, value);
    }
  }
}
