import { fill, h } from '../dom.js';
import { words } from '../format.js';
import { changed, go } from '../state.js';

const SETTLE_MILLIS = 250;
const STATEMENTS = [
  'partner-added', 'partner-removed', 'commitment-made', 'commitment-amended', 'tranche-paid', 'commitment-ended',
  'capacity-announced', 'partner-count-claimed', 'total-restated',
];
const CALLS = ['correction', 'dispute', 'corroboration', 'ranking', 'duplicate-link', 'retraction', 'reinstatement', 'merge'];

/** What the timeline is narrowed to; every change goes through the address bar. */
export function filters() {
  const q = h('input', { type: 'search', id: 'timeline-q', autocomplete: 'off', placeholder: 'words, a name, a deal' });
  const kind = select('timeline-kind', [
    h('option', { value: '' }, 'everything'),
    h('optgroup', { label: 'Statements' }, STATEMENTS.map(option)),
    h('optgroup', { label: 'Editors’ calls (as recorded)' }, CALLS.map(option)),
  ]);
  const order = select('timeline-order', [h('option', { value: '' }, 'as announced'), h('option', { value: 'recorded' }, 'as recorded')]);
  const deal = h('p', { class: 'chosen' });
  let settling;

  q.addEventListener('input', () => {
    clearTimeout(settling);
    settling = setTimeout(() => go(changed({ q: q.value.trim() || null }), { replace: true }), SETTLE_MILLIS);
  });
  kind.addEventListener('change', () => go(changed({ kind: kind.value || null, order: CALLS.includes(kind.value) ? 'recorded' : changed({}).order })));
  order.addEventListener('change', () => go(changed({ order: order.value || null })));

  return {
    element: h(
      'form',
      { class: 'filters', role: 'search', 'aria-label': 'Timeline', onsubmit: (event) => event.preventDefault() },
      field('Search', q),
      field('Kind', kind),
      field('Order', order),
      deal,
    ),
    show(state) {
      if (document.activeElement !== q) {
        q.value = state.q ?? '';
      }
      kind.value = state.kind ?? '';
      order.value = state.order ?? '';
      fill(deal, state.deal && ['Deal ', h('code', {}, state.deal), ' ', h('button', { type: 'button', class: 'quiet', onclick: () => go(changed({ deal: null })) }, 'All deals')]);
    },
  };
}

function field(text, input) {
  return h('div', { class: 'field' }, h('label', { for: input.id }, text), input);
}

function select(id, options) {
  return h('select', { id }, options);
}

function option(value) {
  return h('option', { value }, words(value));
}
