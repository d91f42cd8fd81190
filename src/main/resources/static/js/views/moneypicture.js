import { isZero, money, words } from '../format.js';
import { nameOf } from '../names.js';
import { fitted, s } from '../svg.js';
import { PARTS, extent } from './parts.js';

const WIDTH = 900;
const ROW = 44;
const HEAD = 40;
const LEFT = 20;

/** The bars of the money as one drawing that can be saved; on screen they are part of the page. */
export function moneyPicture({ subject, rows, validAt, position }) {
  const longest = new Map();
  rows.forEach((row) => longest.set(row.currency, Math.max(longest.get(row.currency) ?? 0, extent(row))));
  const sides = [
    ['Money in', rows.filter(({ to }) => to === subject), 'from'],
    ['Money out', rows.filter(({ from, to }) => from === subject && to !== subject), 'to'],
  ];
  let y = 30;
  const drawn = [s('text', { x: LEFT, y, class: 'picture-title' }, fitted(`${nameOf(subject)}, as announced by ${validAt}, as known at position ${position}`, 100))];
  for (const [title, own, other] of sides) {
    y += HEAD;
    drawn.push(s('text', { x: LEFT, y, class: 'picture-head' }, title));
    for (const row of own.toSorted((a, b) => extent(b) - extent(a))) {
      y += ROW;
      drawn.push(line(row, other, y, longest.get(row.currency) || 1));
    }
  }
  return s('svg', { class: 'money-picture', viewBox: `0 0 ${WIDTH} ${y + 30}`, width: WIDTH, height: y + 30 }, drawn);
}

function line(row, other, y, longest) {
  const length = (value) => (Number(value) / longest) * (WIDTH - 2 * LEFT - 60);
  let x = LEFT;
  const pieces = PARTS.filter((part) => !isZero(row[part.own])).map((part) => {
    const width = Math.max(2, length(row[part.own]));
    const piece = s('rect', { x, y, width, height: 12, rx: 2, class: `picture-${part.style}` });
    x += width + 1;
    return piece;
  });
  const told = PARTS.filter((part) => !isZero(row[part.own])).map((part) => `${money(row[part.own], row.currency)} ${part.label}`);
  const undisclosed = row.undisclosedDeals > 0 ? [`${row.undisclosedDeals} undisclosed`] : [];
  return s(
    'g',
    {},
    s('text', { x: LEFT, y: y - 6, class: 'picture-label' }, fitted(`${nameOf(row[other])}, ${words(row.instrument)}: ${[...told, ...undisclosed].join(', ') || 'nothing left'}`, 120)),
    pieces,
    row.undisclosedDeals > 0 && s('rect', { x: x + 1, y: y + 1, width: 20, height: 10, rx: 3, class: 'picture-undisclosed' }),
  );
}
