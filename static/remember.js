// Remembers how somebody likes to read: each checkbox with data-remember="NAME" keeps its state in this browser.

for (const box of document.querySelectorAll("input[type=checkbox][data-remember]")) {
  const key = `morgue:${box.dataset.remember}`;
  try {
    const kept = localStorage.getItem(key);
    if (kept !== null) box.checked = kept === "true";
    box.addEventListener("change", () => localStorage.setItem(key, String(box.checked)));
  } catch {
    // A browser that keeps nothing shows the page as it comes.
  }
}
