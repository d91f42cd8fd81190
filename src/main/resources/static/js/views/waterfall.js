import { money, words } from '../format.js';
import { sum, without } from '../decimal.js';
import { fitted, s } from '../svg.js';

const ROW = 30;
const WIDE = { width: 720, left: 150, right: 110 };
const SLIM = { width: 380, left: 122, right: 84 };
const NARROW = matchMedia('(max-width: 42rem)');

/**
 * What a sum was, what each cause added or took, and what it is: one bar under the other on one scale. Figures are
 * decimal strings; only the lengths are drawn from numbers.
 */
export function waterfall({ before, steps, after, currency, title }) {
  const { width, left, right } = NARROW.matches ? SLIM : WIDE;
  const rows = [{ label: 'before', from: 0, to: Number(before), plain: before, style: 'whole' }];
  let reached = before;
  for (const { cause, delta } of steps) {
    const next = sum([reached, delta]);
    rows.push({ label: words(cause), from: Number(reached), to: Number(next), plain: delta, style: delta.startsWith('-') ? 'down' : 'up' });
    reached = next;
  }
  rows.push({ label: 'after', from: 0, to: Number(after), plain: after, style: 'whole' });
  const edges = rows.flatMap(({ from, to }) => [from, to]);
  const least = Math.min(0, ...edges);
  const most = Math.max(...edges, least + 1);
  const x = (value) => left + ((value - least) / (most - least)) * (width - left - right);
  return s(
    'svg',
    { class: 'waterfall', viewBox: `0 0 ${width} ${rows.length * ROW}`, role: 'img', 'aria-label': `${title}: ${rows.map(({ label, plain }) => `${label} ${said(plain, currency)}`).join(', ')}` },
    rows.map((row, index) => line(row, index, x, currency, rows.length, left)),
  );
}

function line({ label, from, to, plain, style }, index, x, currency, all, left) {
  const y = index * ROW;
  const [start, end] = [x(Math.min(from, to)), x(Math.max(from, to))];
  return s(
    'g',
    {},
    s('text', { x: left - 10, y: y + ROW / 2, class: 'label', 'text-anchor': 'end', 'dominant-baseline': 'central' }, fitted(label, 22)),
    s('rect', { x: start, y: y + 6, width: Math.max(end - start, 2), height: ROW - 12, rx: 2, class: `step ${style}` }),
    index < all - 1 && s('line', { x1: x(to), x2: x(to), y1: y + ROW - 6, y2: y + ROW + 6, class: 'joint' }),
    s('text', { x: end + 8, y: y + ROW / 2, class: 'value', 'dominant-baseline': 'central' }, said(plain, currency, style !== 'whole')),
  );
}

/** −$1bn, +$2bn where it is a move. */
export function said(plain, currency, isMove = false) {
  const size = currency ? money(without(plain), currency) : without(plain);
  const before = plain.startsWith('-') ? '−' : isMove ? '+' : '';
  return before + size;
}
