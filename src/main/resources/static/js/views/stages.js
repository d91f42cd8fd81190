import { h } from '../dom.js';
import { words } from '../format.js';

const ORDER = ['rumoured', 'non-binding', 'binding', 'paid', 'ended'];

/** How far a deal went: each stage with the day that it was first told of. */
export function stages(told, row) {
  const first = new Map();
  for (const { item, statement } of told) {
    const stage = stageOf(statement);
    if (stage && item.status === 'standing' && !first.has(stage)) {
      first.set(stage, item.announcedOn);
    }
  }
  return h(
    'ol',
    { class: 'stages', 'aria-label': 'Stages' },
    ORDER.filter((stage) => stage !== 'ended' || first.has('ended')).map((stage) =>
      h(
        'li',
        { class: first.has(stage) ? `reached ${stage}` : 'open' },
        h('b', {}, stage === 'ended' && row?.ended ? words(row.ended) : words(stage)),
        h('span', { class: 'hint' }, first.get(stage) ?? 'not told of'),
      ),
    ),
  );
}

function stageOf({ kind, stage }) {
  switch (kind) {
    case 'tranche-paid':
      return 'paid';
    case 'commitment-ended':
      return 'ended';
    default:
      return stage;
  }
}
