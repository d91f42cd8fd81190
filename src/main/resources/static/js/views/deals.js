import { h } from '../dom.js';
import { gradually } from '../gradual.js';
import { count, isZero, qualified, words } from '../format.js';
import { amount, figure, organization } from '../links.js';
import { nameOf } from '../names.js';
import { empty } from './section.js';

const COLUMNS = [
  ['paid', 'Paid'],
  ['outstanding', 'Outstanding'],
  ['conditional', 'On conditions'],
  ['nonBinding', 'Non-binding'],
  ['rumoured', 'Rumoured'],
  ['lapsed', 'Lapsed'],
];

/** Each deal as it stands. Columns without a figure are left out. */
export function dealsView(answer) {
  if (answer.deals.length === 0) {
    return empty(`No deal of ${nameOf(answer.subject)} was announced by ${answer.validAt}.`);
  }
  const columns = COLUMNS.filter(([own]) => answer.deals.some((deal) => !isZero(deal[own])));
  const sorted = answer.deals.toSorted(
    (a, b) => Number(isIn(b, answer)) - Number(isIn(a, answer)) || Number(b.ceiling ?? 0) - Number(a.ceiling ?? 0) || a.deal.localeCompare(b.deal),
  );
  const headings = ['Deal', 'From', 'To', 'Stage', 'Ceiling', ...columns.map(([, text]) => text), 'Ended'];
  return [
    h('p', { class: 'lead' }, count(answer.deals.length, 'deal'), `, money in first`),
    h(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Deals, table' },
      h(
        'table',
        { class: 'deals', role: 'table' },
        h('caption', { class: 'unseen' }, 'Deals'),
        h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, headings.map((text) => h('th', { scope: 'col', role: 'columnheader', class: isMoney(text) ? 'money' : null }, text)))),
        gradually('tbody', { role: 'rowgroup' }, sorted, (deal) => line(deal, columns)),
      ),
    ),
  ];
}

function line(deal, columns) {
  const key = `deals/${deal.deal}`;
  return h(
    'tr',
    { role: 'row', class: deal.ended ? 'ended' : null },
    h(
      'th',
      { scope: 'row', role: 'rowheader', class: 'slug' },
      figure(deal.deal, key),
      h('span', { class: 'instrument' }, words(deal.instrument)),
      deal.conflicts?.length > 0 && h('span', { class: 'badge warn' }, 'sources disagree'),
    ),
    cell('from', 'From', deal.from ? organization(deal.from) : 'not known'),
    cell('to', 'To', deal.to ? organization(deal.to) : 'not known'),
    cell('stage', 'Stage', deal.stage && h('span', { class: `badge ${deal.stage}` }, words(deal.stage))),
    cell('money', 'Ceiling', ceiling(deal, key)),
    columns.map(([own, text]) => cell('money', text, isZero(deal[own]) ? none() : amount(deal[own], deal.currency, `${key}/${own}`, text.toLowerCase()))),
    cell('ended', 'Ended', deal.ended ? words(deal.ended) : h('span', { class: 'unseen' }, 'no')),
  );
}

function ceiling(deal, key) {
  if (deal.ceiling === null || deal.ceiling === undefined) {
    return figure(deal.qualifier === 'undisclosed' ? 'undisclosed' : 'not known', `${key}/ceiling`);
  }
  return amount(deal.ceiling, deal.currency, `${key}/ceiling`, 'ceiling', qualified(deal.qualifier, ''));
}

function none() {
  return [h('span', { 'aria-hidden': 'true', class: 'none' }, '–'), h('span', { class: 'unseen' }, 'none')];
}

function cell(name, label, ...content) {
  return h('td', { class: name, role: 'cell', 'data-label': label }, content);
}

function isIn(deal, answer) {
  return deal.to === answer.subject;
}

function isMoney(heading) {
  return heading === 'Ceiling' || COLUMNS.some(([, text]) => text === heading);
}
