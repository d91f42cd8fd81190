import { citation } from '../citations.js';
import { h } from '../dom.js';
import { words } from '../format.js';
import { ref } from '../links.js';
import { empty } from './section.js';

/** The announcements that the answers on screen rest on, by their number in the log. */
export function sourcesView(ids) {
  const items = [...ids].map(citation).filter(Boolean).sort((a, b) => a.position - b.position);
  if (items.length === 0) {
    return empty('Nothing on screen cites an announcement.');
  }
  return h('ol', { class: 'sources' }, items.map(line));
}

function line(item) {
  return h(
    'li',
    {},
    ref(item.id),
    h('time', {}, item.announcedOn),
    h('span', { class: 'document' }, h('b', {}, item.source.publisher), ' ', h('bdi', {}, item.source.title)),
    h('span', { class: `badge tier ${item.source.tier}` }, words(item.source.tier)),
    item.status !== 'standing' && h('span', { class: 'badge warn' }, `now ${words(item.status)}`),
  );
}

/** Every announcement that these answers name. */
export function cited({ roster, claims }) {
  const ids = new Set();
  for (const partner of [...(roster?.partners ?? []), ...(roster?.former ?? [])]) {
    partner.roles.forEach((role) => role.announcements?.forEach((id) => ids.add(id)));
  }
  claims?.claims.forEach((claim) => ids.add(claim.announcement));
  return ids;
}
