// Names the SQL editor of Datasette's own pages, which a script of theirs puts in the place of a named field.

new MutationObserver(() => {
  for (const field of document.querySelectorAll(".CodeMirror textarea:not([aria-label])")) field.setAttribute("aria-label", "SQL");
}).observe(document.documentElement, { childList: true, subtree: true });
