import { get } from '../api.js';
import { h } from '../dom.js';
import { exact, isZero, words } from '../format.js';
import { organization } from '../links.js';

const MOST = 12;

/** What counts an announcement now, and would move without it: roster and totals of those it speaks of. */
export async function resting(found) {
  const subjects = new Set(found.statements.flatMap(({ subject, from, to }) => [subject, from, to]).filter(Boolean));
  const [totals, ...rosters] = await Promise.all([get('api/totals', { explain: 'true' }), ...[...subjects].slice(0, MOST).map((subject) => get('api/roster', { subject, explain: 'true' }).catch(() => null))]);
  const counts = ({ counted }) => counted?.some(({ announcement }) => announcement === found.id);
  const rows = totals.rows.filter(counts);
  const partners = rosters.filter(Boolean).flatMap(({ subject, partners: all }) => all.filter(counts).map((partner) => ({ subject, partner })));
  return [
    h('h3', {}, 'What rests on it now'),
    rows.length + partners.length === 0 && h('p', { class: 'hint' }, 'No partner and no total counts it.'),
    h('ul', { class: 'movements' }, partners.map(({ subject, partner }) => h('li', {}, organization(partner.id), ' as a partner of ', organization(subject), h('span', { class: 'hint' }, `: ${others(partner.counted, found.id)}`)))),
    h('ul', { class: 'movements' }, rows.map((row) => h('li', {}, organization(row.from), ' → ', organization(row.to), ` ${words(row.instrument)} `, h('b', {}, isZero(row.committed) ? 'no sum committed' : exact(row.committed, row.currency)), h('span', { class: 'hint' }, `: ${others(row.counted, found.id)}`)))),
  ];
}

function others(counted, id) {
  const rest = new Set(counted.map(({ announcement }) => announcement)).size - 1;
  return rest === 0 ? 'on this announcement alone' : `on this and ${rest} other${rest === 1 ? '' : 's'}`;
}
