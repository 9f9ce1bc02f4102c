/**
 * The links around search results: filters to take off, facets to put on, other orders and shelves. All permanent.
 *
 * A port of morgue/browse/search/links.py; the labels are the server's, written out.
 */

/** Everything that narrows the search but its words. */
export function chips(settings, asked, narrowed) {
  const filters = narrowed.map((each) => {
    const without = asked.without_filters([each.filter]).address;
    return { label: said(settings, each), without, page: pageOf(settings, each) };
  });
  return [...filters, ...dates(asked)];
}

/** The page of what a filter names, "" where it names nothing with one. */
function pageOf({ pages }, { filter, values }) {
  const folder = pages[filter.name];
  return folder && values.length === 1 ? `/${folder}/${values[0]}` : "";
}

function said({ labels }, { filter, label, keys }) {
  const name = labels[filter.name];
  const known = keys.length ? "" : " (not in this archive)";
  return `${filter.excluded ? `Not ${name.toLowerCase()}` : name}: ${label}${known}`;
}

function dates(asked) {
  if (asked.start && asked.start === asked.end) {
    return [{ label: `In ${asked.start}`, without: asked.but({ start: "", end: "", after: "" }).address }];
  }
  const found = [];
  if (asked.start) found.push({ label: `From ${asked.start}`, without: asked.but({ start: "", after: "" }).address });
  if (asked.end) found.push({ label: `To ${asked.end}`, without: asked.but({ end: "", after: "" }).address });
  return found;
}

/** The orders; by relevance only where there are words. */
export function sorts(settings, asked, words) {
  const usual = asked.usual_sort(words);
  const isOffered = (name) => {
    if (name === "relevance") return words;
    return asked.shelf === "quotes" || !settings.sorts_of_quotes.includes(name);
  };
  return settings.sort_labels.filter(([name]) => isOffered(name)).map(([name, label]) => ({
    label,
    address: asked.but({ sort: name === usual ? null : name, after: "" }).address,
    current: name === (asked.sort ?? usual),
  }));
}

/** The same search among articles, quotes and entities. */
export function shelves(settings, asked) {
  return settings.shelf_labels.map(([name, label]) => ({
    label,
    address: asked.but({ shelf: name, after: "" }).address,
    current: name === asked.shelf,
  }));
}

/** The facets that have something to tell, in their order. */
export function facetGroups(settings, asked, facets, narrowed) {
  const groups = Object.entries(facets).map(([name, values]) => {
    const links = values.map((value) => link(asked, name, value, narrowed));
    const top = values.reduce((most, value) => Math.max(most, value.article_count), 0);
    const inUse = values.some((value) => value.selected || value.excluded);
    return { name, label: settings.labels[name], links, top, in_use: inUse };
  });
  const isTrivial = ({ name, links }) => links.length <= Number(settings.trivial_alone.includes(name));
  return groups.filter((group) => group.in_use || !isTrivial(group));
}

function link(asked, name, value, narrowed) {
  const own = narrowed.filter(({ filter, values }) => filter.name === name && values.includes(value.value));
  const bare = asked.without_filters(own.map((each) => each.filter));
  const put = (excluded) => bare.with_filter({ name, value: value.value, excluded }).address;
  return { value, toggle: own.length ? bare.address : put(false), exclude: put(true) };
}
