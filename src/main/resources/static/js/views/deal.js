import { get, list } from '../api.js';
import { learnAll } from '../citations.js';
import { fill, h } from '../dom.js';
import { count, isZero, qualified, words } from '../format.js';
import { amount, figure, organization, ref } from '../links.js';
import { sentence } from '../panel/statement.js';
import { bar, legend } from './bar.js';
import { conflict } from './conflicts.js';
import { frame } from './frame.js';
import { headline } from './headline.js';
import { section } from './section.js';
import { stages } from './stages.js';
import { extent, PARTS } from './parts.js';

/** One deal: how it stands, and everything that was said about it, in the order of the world. */
export function dealPage() {
  const { element, title, body, load } = frame('deal-page');
  const standing = section('deal-standing', 'As it stands', { explained: false });
  const life = section('deal-life', 'How it came about', { explained: false });
  const clash = section('deal-conflicts', 'Sources disagree', { explained: false });

  async function draw({ deal, validAt, asOf }, signal) {
    const answer = await get(`api/deals/${encodeURIComponent(deal ?? '')}`, { validAt, asOf, explain: 'true' }, signal);
    const point = { asOf: `position:${answer.position}`, validTo: answer.validAt };
    const announcements = await list('api/announcements', { deal, ...point, limit: 200 }, signal);
    learnAll(announcements);
    const [row] = answer.deals;
    fill(title, headline(deal, answer, asOf));
    fill(body, h('div', { class: 'grid' }, standing.element, row?.conflicts?.length > 0 && clash.element, life.element));
    standing.show(answer.deals.map((each) => state(each, answer)), answer.permalink);
    clash.show(h('ul', { class: 'conflicts' }, (row?.conflicts ?? []).map(conflict)));
    const told = statements(announcements, deal);
    life.show([stages(told, row), h('p', { class: 'lead' }, count(told.length, 'statement'), ' by ', answer.validAt), h('ol', { class: 'life' }, told.map((each) => line(each, row)))]);
    return answer;
  }

  return {
    element,
    keys: ['deal', 'validAt', 'asOf'],
    title: ({ deal }) => deal,
    load: (state, signal) => load(signal, () => draw(state, signal)),
  };
}

function state(deal, answer) {
  const key = `deals/${deal.deal}`;
  return h(
    'div',
    { class: 'row' },
    h(
      'p',
      { class: 'who' },
      deal.from ? organization(deal.from) : 'not known',
      ' → ',
      deal.to ? organization(deal.to) : 'not known',
      ' ',
      h('span', { class: 'instrument' }, words(deal.instrument)),
      ' ',
      deal.stage && h('span', { class: `badge ${deal.stage}` }, words(deal.stage)),
      ' ',
      deal.ended && h('span', { class: 'badge' }, words(deal.ended)),
    ),
    h('p', { class: 'sum' }, ceiling(deal, key)),
    bar({ ...deal, undisclosedDeals: isZero(deal.ceiling) ? 1 : 0 }, extent(deal) || 1),
    h(
      'p',
      { class: 'parts' },
      PARTS.filter((part) => !isZero(deal[part.own])).map((part) =>
        h('span', { class: 'part' }, h('i', { class: `swatch ${part.style}`, 'aria-hidden': 'true' }), amount(deal[part.own], deal.currency, `${key}/${part.own}`, part.label), ` ${part.label}`),
      ),
      !isZero(deal.conditional) && h('span', { class: 'part note' }, amount(deal.conditional, deal.currency, `${key}/conditional`), ' of it on conditions'),
    ),
    deal.conditions && h('p', { class: 'hint' }, 'On conditions: ', h('bdi', {}, deal.conditions)),
    deal.period && h('p', { class: 'hint' }, 'Period: ', h('bdi', {}, deal.period)),
    answer.deals.length > 1 && legend([deal]),
  );
}

function ceiling(deal, key) {
  return isZero(deal.ceiling)
    ? figure(deal.qualifier === 'undisclosed' ? 'undisclosed' : 'amount not known', `${key}/ceiling`)
    : [amount(deal.ceiling, deal.currency, `${key}/ceiling`, 'ceiling', qualified(deal.qualifier, '')), h('small', {}, ' ceiling')];
}

/** Every statement that speaks of the deal, oldest first. */
function statements(announcements, deal) {
  return announcements
    .flatMap((item) =>
      item.statements.flatMap((statement, index) =>
        statement.deal === deal || statement.covers?.includes(deal) ? [{ item, statement, index }] : [],
      ),
    )
    .sort((a, b) => a.item.announcedOn.localeCompare(b.item.announcedOn) || a.item.position - b.item.position || a.index - b.index);
}

function line({ item, statement, index }, row) {
  const isIt = (each) => each.announcement === item.id && each.statement === index;
  const counted = row?.counted?.filter(isIt) ?? [];
  const left = row?.notCounted?.find(isIt);
  return h(
    'li',
    { class: counted.length > 0 ? 'counted' : 'left' },
    h('time', {}, item.announcedOn),
    h(
      'div',
      {},
      h('p', {}, sentence(statement)),
      item.source.quote && h('blockquote', {}, item.source.quote),
      h(
        'p',
        { class: 'line hint' },
        ref(item.id),
        h('bdi', {}, item.source.publisher),
        h('span', { class: 'badge tier' }, words(item.source.tier)),
        counted.map((each) => h('span', { class: 'badge binding' }, `counted: ${words(each.field?.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))}`)),
        left && h('span', { class: 'badge warn' }, `not counted: ${words(left.reason)}`),
      ),
    ),
  );
}
