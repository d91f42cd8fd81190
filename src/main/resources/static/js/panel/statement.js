import { between, h } from '../dom.js';
import { amountText, count, exact, quantityText, words } from '../format.js';
import { deal as dealLink, organization } from '../links.js';

/** A statement as a sentence; where asked, with its amount to the last digit. */
export function sentence(statement, { toTheDigit = false } = {}) {
  const shape = SHAPES[statement.kind];
  return h('span', { class: 'statement' }, shape ? shape(statement) : words(statement.kind), toTheDigit && full(statement.amount), printed(statement));
}

const SHAPES = {
  'partner-added': (s) => [
    organization(s.partner),
    ' is a partner of ',
    organization(s.subject),
    `: ${s.roles.map(words).join(', ')}`,
    s.products?.length > 0 && [' (', told(s.products.join(', ')), ')'],
    s.scope && ['; scope: ', told(s.scope)],
    s.exclusive === true && '; exclusive',
    s.exclusive === false && '; not exclusive',
    s.effectiveOn && `; effective ${s.effectiveOn}`,
  ],
  'partner-removed': (s) => [
    organization(s.partner),
    ' is no longer a partner of ',
    organization(s.subject),
    `: ${s.roles?.length > 0 ? s.roles.map(words).join(', ') : 'all roles'}`,
    s.reason && ['; ', told(s.reason)],
    s.effectiveOn && `; effective ${s.effectiveOn}`,
  ],
  'commitment-made': (s) => [
    organization(s.from),
    ' → ',
    organization(s.to),
    `: ${words(s.stage)}, ${amountText(s.amount)}, ${words(s.instrument)}`,
    s.conditions && ['; on conditions: ', told(s.conditions)],
    s.period && ['; period: ', told(s.period)],
    deal(s.deal),
  ],
  'commitment-amended': (s) => [
    'Amended: ',
    [s.amount && amountText(s.amount), s.stage && words(s.stage)].filter(Boolean).join('; '),
    s.conditions && ['; on conditions: ', told(s.conditions)],
    deal(s.deal),
  ],
  'tranche-paid': (s) => [`Paid: ${amountText(s.amount)}`, s.tranche && [' (', told(s.tranche), ')'], deal(s.deal)],
  'commitment-ended': (s) => [`Ended: ${words(s.outcome)}`, deal(s.deal)],
  'capacity-announced': (s) => [
    organization(s.provider),
    ' → ',
    organization(s.customer),
    `: ${quantityText(s.quantity)}, ${words(s.status)}`,
    s.products?.length > 0 && [' (', told(s.products.join(', ')), ')'],
    s.onlineFrom && `; online from ${s.onlineFrom}`,
    s.site && ['; at ', told(s.site)],
    s.deal && deal(s.deal),
  ],
  'partner-count-claimed': (s) => [
    organization(s.subject),
    ` has ${words(s.comparator)} ${count(s.count, 'partner')}`,
    s.roles?.length > 0 && ` (${s.roles.map(words).join(', ')})`,
    s.named?.length > 0 && [': ', between(', ', s.named.map(organization))],
  ],
  'total-restated': (s) => [
    'In all, ',
    organization(s.from),
    ' → ',
    organization(s.to),
    `: ${amountText(s.amount)}; adds no money`,
    s.covers?.length > 0 && `; covers ${s.covers.join(', ')}`,
  ],
};

/** Free text of a source; kept apart so that its writing direction ends with it. */
function told(text) {
  return h('bdi', {}, text);
}

function deal(slug) {
  return [' ', dealLink(slug)];
}

function full(amount) {
  return amount?.value && h('span', { class: 'hint' }, ` ${exact(amount.value, amount.currency)}`);
}

function printed(statement) {
  const text = (statement.amount ?? statement.quantity)?.printed;
  return text && h('span', { class: 'hint' }, ' “', told(text), '”');
}
