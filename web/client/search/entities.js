/** People, bodies and places as hits. A port of morgue/browse/search/entities.py. */

/** The hits of one page, in the order of their leaders. */
export async function entityHits(archive, leaders) {
  const ids = leaders.map((leader) => leader.id);
  await archive.fetch("entities", ids);
  await archive.fetch("aliases", ids);
  const rows = new Map(archive.rows("entity_cards", { ids }).map((row) => [row.id, row]));
  return ids.map((id) => hit(rows.get(id)));
}

function hit({ uid, name, kind, article_count, story_count, mention_count, aliases }) {
  const address = `/entities/${uid}`;
  const others = aliases ? aliases.split("; ") : [];
  return { uid, name, kind, address, article_count, story_count, mention_count, aliases: others };
}
