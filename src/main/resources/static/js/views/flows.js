import { between, h } from '../dom.js';
import { count, isZero, money, words } from '../format.js';
import { amount, figure, organization } from '../links.js';
import { changed, go } from '../state.js';
import { PARTS } from './parts.js';
import { keyOf } from './totals.js';

/** What is picked out of the graph: an instrument, a role, everyone. */
export function picks(state, edges, nodes) {
  const instruments = [...new Set(edges.map(({ instrument }) => instrument))].sort();
  const roles = [...new Set(nodes.flatMap((node) => node.roles))].sort();
  return h(
    'div',
    { class: 'filters' },
    pick('Instrument', 'instrument', instruments, state.instrument),
    roles.length > 0 && pick('Role', 'role', roles, state.role),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'network-by' }, 'Around'),
      h('select', { id: 'network-by', onchange: ({ target }) => go(changed({ by: target.value || null, circle: null, instrument: null, role: null })) }, [
        h('option', { value: '', selected: !state.by }, 'the subject'),
        h('option', { value: 'all', selected: state.by === 'all' }, 'the whole ledger'),
      ]),
    ),
  );
}

function pick(text, key, values, chosen) {
  const id = `network-${key}`;
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, text),
    h('select', { id, onchange: ({ target }) => go(changed({ [key]: target.value || null })) }, h('option', { value: '' }, 'all'), values.map((value) => h('option', { value, selected: value === chosen }, words(value)))),
  );
}

export function instrumentLegend(edges) {
  const instruments = [...new Set(edges.map(({ instrument }) => instrument))].sort();
  return h(
    'ul',
    { class: 'legend', 'aria-label': 'Legend' },
    instruments.map((instrument) => h('li', {}, h('i', { class: `swatch of-${instrument}`, 'aria-hidden': 'true' }), words(instrument))),
    edges.some(({ isFirm }) => !isFirm) && h('li', {}, h('i', { class: 'swatch soft', 'aria-hidden': 'true' }), 'not firm'),
    edges.some(({ isUndisclosed }) => isUndisclosed) && h('li', {}, h('i', { class: 'swatch undisclosed', 'aria-hidden': 'true' }), 'amount not disclosed'),
  );
}

/** The circles in which money comes back; each can be picked out. */
export function circles(flows, state) {
  const all = flows.cycles;
  return h(
    'section',
    { class: 'card', 'aria-label': 'Circular flows' },
    h('div', { class: 'head' }, h('h2', {}, 'Circular flows'), h('p', { class: 'hint' }, `searched up to ${flows.longest} organizations${flows.complete ? '' : '; there may be more'}`)),
    all.length === 0
      ? h('p', { class: 'empty' }, 'No money comes back to whom it came from.')
      : h('ul', { class: 'circles' }, all.map((cycle, index) => circle(cycle, index, String(index) === state.circle))),
  );
}

function circle({ members, sizes, mayBeMore }, index, isChosen) {
  return h(
    'li',
    { class: isChosen ? 'chosen' : null },
    h('p', {}, between(' → ', [...members, members[0]].map(organization))),
    h('p', { class: 'hint' }, sizes.length === 0 ? 'amounts not disclosed' : ['at least on each leg: ', sizes.map((size) => money(size.amount, size.currency)).join(', '), mayBeMore ? ', may be more' : '']),
    h('button', { type: 'button', class: 'quiet', 'aria-pressed': String(isChosen), onclick: () => go(changed({ circle: isChosen ? null : String(index) })) }, isChosen ? 'Show all' : 'Show in the graph'),
  );
}

/** Every flow as a row; each figure opens its explanation. */
export function flowTable(edges, nodes) {
  const columns = PARTS.filter((part) => edges.some((edge) => !isZero(edge[part.own])));
  const roles = new Map(nodes.map((node) => [node.id, node.roles]));
  const headings = ['From', 'To', 'Instrument', ...columns.map(({ label }) => label), 'Deals'];
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Flows, table' },
    h(
      'table',
      { class: 'deals', role: 'table' },
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, headings.map((text, index) => h('th', { scope: 'col', role: 'columnheader', class: index > 2 ? 'money' : null }, text)))),
      h('tbody', { role: 'rowgroup' }, edges.map((edge) => row(edge, columns, roles))),
    ),
  );
}

function row(edge, columns, roles) {
  const party = (id) => [organization(id), roles.get(id)?.length > 0 && h('span', { class: 'limits' }, roles.get(id).map(words).join(', '))];
  return h(
    'tr',
    { role: 'row' },
    h('td', { class: 'from', role: 'cell', 'data-label': 'From' }, party(edge.from)),
    h('td', { class: 'to', role: 'cell', 'data-label': 'To' }, party(edge.to)),
    h('td', { role: 'cell', 'data-label': 'Instrument' }, h('span', {}, h('i', { class: `swatch of-${edge.instrument}`, 'aria-hidden': 'true' }), words(edge.instrument))),
    columns.map(({ own, label }) => h('td', { class: 'money', role: 'cell', 'data-label': label }, isZero(edge[own]) ? [h('span', { class: 'none', 'aria-hidden': 'true' }, '–'), h('span', { class: 'unseen' }, 'none')] : amount(edge[own], edge.currency, `${keyOf(edge)}/${own}`, label))),
    h('td', { class: 'money', role: 'cell', 'data-label': 'Deals' }, figure(count(edge.deals, 'deal'), keyOf(edge), edge.undisclosedDeals > 0 ? `${edge.undisclosedDeals} undisclosed` : null), edge.undisclosedDeals > 0 && h('span', { class: 'limits' }, `${edge.undisclosedDeals} undisclosed`)),
  );
}
