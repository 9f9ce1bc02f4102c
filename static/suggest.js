// Offers names and sources under the search box while somebody types: a combobox with a listbox, as WAI-ARIA describes
// them. Without this file the box is a plain search field, which is all that searching needs.
//
// The input says where to ask (data-suggest="/suggest.json"); the search page of a static site, which has nobody to ask,
// hands over functions that ask and go instead (the event "morgue:names"). Enter searches for what is typed, unless an
// offer has been reached with the arrow keys; choosing an offer narrows the search to that name and keeps the filters in
// use.

const PAUSE = 120; // ms without a key before asking
const SHORTEST = 2; // letters

for (const input of document.querySelectorAll("input[data-suggest]")) {
  offerNames(input, { ask: (typed, signal) => fetched(input.dataset.suggest, typed, signal), go: (at) => location.assign(at) });
}
addEventListener("morgue:names", ({ detail }) => offerNames(detail.input, detail));

async function fetched(address, typed, signal) {
  const answer = await fetch(`${address}?${new URLSearchParams({ q: typed })}`, { signal });
  return answer.ok ? (await answer.json()).suggestions : [];
}

function offerNames(input, host) {
  const form = input.form;
  const list = form.appendChild(element("ul", { id: "suggestions", role: "listbox", "aria-label": "Names and sources", class: "offers" }));
  const status = form.appendChild(element("p", { role: "status", class: "unseen" }));
  list.hidden = true;
  set(input, {
    role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false",
  });

  const known = new Map(); // what was answered already, by what was typed
  let offers = [];
  let active = -1;
  let timer = 0;
  let asking = new AbortController();

  input.addEventListener("input", () => {
    asking.abort();
    clearTimeout(timer);
    point(-1);
    offers = [];
    const typed = input.value.trim();
    if (typed.length < SHORTEST) return close();
    timer = setTimeout(() => ask(typed), known.has(typed) ? 0 : PAUSE);
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const open = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!offers.length) return;
      event.preventDefault();
      if (!open) show();
      // One place more than there are offers: the input itself, with what was typed.
      const places = offers.length + 1;
      const step = event.key === "ArrowDown" ? 1 : -1;
      point(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      choose(offers[active]);
    } else if (event.key === "Escape" && open) {
      event.preventDefault(); // only the list goes, not the words
      close();
    }
  });

  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the input keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(offers[[...list.children].indexOf(option)]);
  });

  async function ask(typed) {
    asking = new AbortController();
    const { signal } = asking;
    try {
      if (!known.has(typed)) known.set(typed, await host.ask(typed, signal));
    } catch {
      return; // superseded, or nobody answers: the search goes on without offers
    }
    if (signal.aborted || document.activeElement !== input) return;
    offers = known.get(typed);
    if (!offers.length) return close();
    list.replaceChildren(...offers.map(option));
    show();
    status.textContent = `${offers.length} ${offers.length === 1 ? "name" : "names"} offered, arrow keys to choose`;
  }

  function show() {
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    point(-1);
  }

  function close() {
    clearTimeout(timer);
    asking.abort();
    list.hidden = true;
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
    point(-1);
  }

  function point(to) {
    active = to;
    [...list.children].forEach((each, at) => each.setAttribute("aria-selected", String(at === to)));
    if (to < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[to].id);
    list.children[to].scrollIntoView({ block: "nearest" });
  }

  function choose(offer) {
    close();
    if (!offer.parameter) return host.go(offer.address);
    const search = new URLSearchParams(new FormData(form));
    search.delete("q");
    search.append(offer.parameter, offer.value);
    host.go(`${form.getAttribute("action")}?${search}`);
  }
}

function option(offer, at) {
  const row = element("li", { role: "option", id: `suggestion-${at}`, "aria-selected": "false" });
  const count = `${offer.count.toLocaleString("en")} ${offer.count === 1 ? "article" : "articles"}`;
  const name = element("span", { class: "name" }, offer.label);
  row.append(name, " ", element("small", {}, [offer.kind, offer.note, count].filter(Boolean).join(" · ")));
  return row;
}

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return set(made, attributes);
}

function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}
