import { h } from '../dom.js';
import { count, isZero, words } from '../format.js';
import { gradually } from '../gradual.js';
import { amount, figure, organization } from '../links.js';
import { nameOf } from '../names.js';
import { bar, legend } from './bar.js';
import { PARTS, extent } from './parts.js';
import { empty } from './section.js';

/** The money between the subject and everyone else; what comes in and what goes out are never mixed. */
export function totalsView(answer) {
  const { subject } = answer;
  const rows = answer.rows;
  if (rows.length === 0) {
    return empty(`No deal of ${nameOf(subject)} was announced by ${answer.validAt}.`);
  }
  const within = rows.filter((row) => row.self || row.from === row.to);
  const rest = rows.filter((row) => !within.includes(row));
  return [
    legend(rows),
    h(
      'div',
      { class: 'flows' },
      flow('Money in', `to ${nameOf(subject)}`, rest.filter((row) => row.to === subject), 'from', rows),
      flow('Money out', `from ${nameOf(subject)}`, rest.filter((row) => row.from === subject), 'to', rows),
      within.length > 0 && flow('Within', `${nameOf(subject)} and what merged into it`, within, 'to', rows),
    ),
  ];
}

export function keyOf(row) {
  return ['totals', row.from, row.to, row.instrument, row.currency].join('/');
}

function flow(title, explanation, rows, other, all) {
  const longest = new Map();
  all.forEach((row) => longest.set(row.currency, Math.max(longest.get(row.currency) ?? 0, extent(row))));
  const sorted = rows.toSorted((a, b) => a.currency.localeCompare(b.currency) || extent(b) - extent(a) || a[other].localeCompare(b[other]));
  return h(
    'div',
    { class: 'flow' },
    h('h3', {}, title, ' ', h('small', {}, explanation)),
    sorted.length === 0
      ? empty('None announced.')
      : gradually('ul', { class: 'rows' }, sorted, (row) => line(row, other, longest.get(row.currency))),
  );
}

function line(row, other, longest) {
  return h(
    'li',
    { class: 'row' },
    h('div', { class: 'who' }, organization(row[other]), ' ', h('span', { class: 'instrument' }, words(row.instrument))),
    headline(row),
    bar(row, longest * 1.06),
    h('p', { class: 'parts' }, parts(row)),
  );
}

function headline(row) {
  const key = keyOf(row);
  if (!isZero(row.committed)) {
    const before = row.openEnded && !isZero(row.outstanding) ? 'at least ' : '';
    return h('div', { class: 'sum' }, amount(row.committed, row.currency, key, 'committed', before), h('small', {}, 'committed'));
  }
  const all = row.undisclosedDeals > 0 && extent(row) === 0;
  return h('div', { class: 'sum none' }, all ? figure('undisclosed', key, count(row.undisclosedDeals, 'deal')) : figure('none committed', key));
}

function parts(row) {
  const key = keyOf(row);
  const shown = PARTS.filter((part) => !isZero(row[part.own])).map((part) => [
    h(
      'span',
      { class: 'part' },
      h('i', { class: `swatch ${part.style}`, 'aria-hidden': 'true' }),
      amount(row[part.own], row.currency, `${key}/${part.own}`, part.label),
      ` ${part.label}`,
      part.own === 'outstanding' && !isZero(row.conditional) && [
        ', ',
        amount(row.conditional, row.currency, `${key}/conditional`, 'outstanding on conditions'),
        ' of it on conditions',
      ],
    ),
  ]);
  return [
    shown,
    row.undisclosedDeals > 0 &&
      h(
        'span',
        { class: 'part' },
        h('i', { class: 'swatch undisclosed', 'aria-hidden': 'true' }),
        figure(count(row.undisclosedDeals, 'undisclosed deal'), `${key}/undisclosed`, 'counted, never summed as zero'),
      ),
    row.openEnded && h('span', { class: 'part note' }, 'open-ended: a live deal states a least amount'),
    row.currency === 'XXX' && h('span', { class: 'part note' }, 'currency not stated'),
    row.deals > row.undisclosedDeals && h('span', { class: 'part note' }, count(row.deals, 'deal')),
  ];
}
