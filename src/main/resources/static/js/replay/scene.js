import { between, h } from '../dom.js';
import { count, isZero, money, words } from '../format.js';
import { announcementPage, figure, organization, ref } from '../links.js';
import { nameOf } from '../names.js';
import { bar } from '../views/bar.js';
import { extent } from '../views/parts.js';
import { keyOf } from '../views/totals.js';
import { said } from '../views/waterfall.js';

/** The entries of a step: the announcement that did it, in the words of the timeline. */
export function cause(step) {
  if (!step) {
    return h('p', { class: 'empty' }, 'Before the first entry. Play, or take a step.');
  }
  const [first] = step.entries;
  return [
    h(
      'p',
      { class: 'line' },
      first.announcement && ref(first.announcement),
      h('b', {}, first.announcement ? announcementPage(first.announcement, first.source?.publisher ?? words(first.kind)) : words(first.kind)),
      h('span', { class: 'hint' }, `announced ${first.announcedOn ?? '–'}, recorded ${first.recordedAt.slice(0, 10)} at position ${first.position}`),
      first.source && h('span', { class: 'badge tier' }, words(first.source.tier)),
    ),
    h('ul', { class: 'headlines' }, step.entries.slice(0, 8).map((each) => h('li', {}, each.announcement && each.announcement !== first.announcement && [ref(each.announcement), ' '], h('bdi', {}, each.headline), each.status && each.status !== 'standing' && [' ', h('span', { class: 'badge warn' }, words(each.status))]))),
    step.entries.length > 8 && h('p', { class: 'hint' }, `and ${step.entries.length - 8} more`),
  ];
}

/** What a step did, in a line or two. */
export function effect({ come, gone, other }, rows) {
  const told = [
    ...come.map((id) => ['+ ', organization(id)]),
    ...gone.map((id) => ['− ', organization(id)]),
    ...other.map((id) => [organization(id), ' changes']),
    ...[...rows.values()].map(({ row, fields, deals }) => [organization(row.from), ' → ', organization(row.to), ' ', fields.length === 0 ? `${deals > 0 ? '+' : '−'}${count(Math.abs(deals), 'deal')}, amount not disclosed` : fields.filter(([field]) => field !== 'paid' || fields.length === 1).map(([field, delta]) => `${said(delta, row.currency, true)} ${words(field === 'nonBinding' ? 'non-binding' : field)}`).join(', ')]),
  ];
  return told.length === 0 ? h('p', { class: 'hint' }, 'No partner and no total moved.') : h('p', { class: 'effect' }, between(' · ', told));
}

/** Partners as chips; who came with this step stands out, who went is struck. */
export function chips(roster, { come, gone, other }) {
  const style = (id) => (come.includes(id) ? 'come' : other.includes(id) ? 'other' : null);
  return [
    h('p', { class: 'lead' }, figure(count(roster.partners.length, 'partner'), 'roster', 'all statements')),
    h('ul', { class: 'chips' }, roster.partners.map((each) => h('li', { class: style(each.id) }, organization(each.id), h('span', { class: 'hint' }, each.roles.map(({ role }) => words(role)).join(', ')))), gone.map((id) => h('li', { class: 'gone' }, h('s', {}, nameOf(id)), h('span', { class: 'unseen' }, 'no longer a partner')))),
  ];
}

/** Totals as bars on one scale per currency, which holds still for the whole replay. */
export function bars(totals, moved, longest) {
  const { subject } = totals;
  const side = (title, rows, other) => h('div', { class: 'flow' }, h('h3', {}, title), rows.length === 0 ? h('p', { class: 'empty' }, 'None yet.') : h('ul', { class: 'rows tight' }, rows.sort((a, b) => extent(b) - extent(a)).map((row) => line(row, other, moved, longest))));
  return h('div', { class: 'flows' }, side('Money in', totals.rows.filter(({ to }) => to === subject), 'from'), side('Money out', totals.rows.filter(({ from }) => from === subject), 'to'));
}

function line(row, other, moved, longest) {
  const size = isZero(row.committed) ? (extent(row) > 0 ? 'not firm' : row.undisclosedDeals > 0 ? 'undisclosed' : '0') : money(row.committed, row.currency);
  return h('li', { class: `row ${moved.has(keyOf(row)) ? 'moved-now' : ''}` }, h('div', { class: 'who' }, organization(row[other]), ' ', h('span', { class: 'instrument' }, words(row.instrument))), h('div', { class: 'sum' }, figure(size, keyOf(row))), bar(row, (longest.get(row.currency) ?? (extent(row) || 1)) * 1.06));
}
