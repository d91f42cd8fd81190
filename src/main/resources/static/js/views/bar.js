import { h } from '../dom.js';
import { PARTS, extent } from './parts.js';

const LEAST_SHARE = 0.004;

/**
 * One stacked bar on the scale of `longest`. It repeats what stands beside it in words, so it is hidden from screen
 * readers. Deals without a known amount have no length: they are a hatched box at the end.
 */
export function bar(row, longest) {
  const track = h('div', { class: 'bar', 'aria-hidden': 'true' });
  for (const part of PARTS) {
    const whole = Number(row[part.own]);
    const conditional = part.own === 'outstanding' ? Number(row.conditional) : 0;
    track.append(...piece(part.style, whole - conditional, longest), ...piece('conditional', conditional, longest));
  }
  if (row.openEnded && extent(row) > 0) {
    track.append(h('i', { class: 'piece open-ended' }));
  }
  if (row.undisclosedDeals > 0) {
    track.append(h('i', { class: 'piece undisclosed' }, '?'));
  }
  return track;
}

function piece(style, value, longest) {
  if (value <= 0) {
    return [];
  }
  const element = h('i', { class: `piece ${style}` });
  element.style.flexBasis = `${Math.max(value / longest, LEAST_SHARE) * 100}%`;
  return [element];
}

/** What the colours and patterns mean; only those that are on screen. */
export function legend(rows) {
  const shown = PARTS.filter((part) => rows.some((row) => Number(row[part.own]) > 0)).map((part) => [part.style, part.label]);
  if (rows.some((row) => Number(row.conditional) > 0)) {
    shown.splice(shown.findIndex(([style]) => style === 'outstanding') + 1, 0, ['conditional', 'outstanding, on conditions']);
  }
  if (rows.some((row) => row.undisclosedDeals > 0)) {
    shown.push(['undisclosed', 'amount not disclosed']);
  }
  return h(
    'ul',
    { class: 'legend', 'aria-label': 'Legend' },
    shown.map(([style, label]) => h('li', {}, h('i', { class: `swatch ${style}`, 'aria-hidden': 'true' }), label)),
  );
}
