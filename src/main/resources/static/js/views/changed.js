import { sign, sum, without } from '../decimal.js';
import { between, h } from '../dom.js';
import { exact, words } from '../format.js';
import { organization, ref } from '../links.js';
import { nameOf } from '../names.js';
import { said, waterfall } from './waterfall.js';

const COUNTS = ['deals', 'undisclosedDeals'];

/** The figures that moved, a waterfall by cause for each direction, instrument and currency, and each row under it. */
export function movedGroups(figures, subject, field) {
  const groups = new Map();
  for (const figure of figures) {
    const key = [figure.to === subject ? 'Money in' : figure.from === subject ? 'Money out' : 'Between others', figure.instrument, figure.currency].join('|');
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups].sort((a, b) => size(b[1]) - size(a[1])).map(([key, rows]) => group(key.split('|'), rows, field));
}

function size(rows) {
  return Math.max(...rows.map(({ delta }) => Math.abs(Number(delta))));
}

function group([direction, instrument, currency], rows, field) {
  const unit = COUNTS.includes(field) ? null : currency;
  const causes = [...new Set(rows.flatMap(({ parts }) => parts.map(({ cause }) => cause)))];
  const steps = causes.map((cause) => ({ cause, delta: sum(rows.flatMap(({ parts }) => parts.filter((part) => part.cause === cause).map((part) => part.delta))) }));
  const title = `${direction}, ${words(instrument)}${unit ? `, ${currency === 'XXX' ? 'currency not stated' : currency}` : ''}`;
  return h(
    'section',
    { class: 'moved', 'aria-label': title },
    h('h3', {}, title),
    waterfall({ before: sum(rows.map(({ before }) => before)), after: sum(rows.map(({ after }) => after)), steps: steps.sort((a, b) => sign(b.delta) - sign(a.delta)), currency: unit, title }),
    h('ul', { class: 'movements' }, rows.sort((a, b) => Math.abs(Number(b.delta)) - Math.abs(Number(a.delta))).map((row) => movement(row, unit))),
  );
}

function movement(row, unit) {
  const full = (plain) => (unit ? exact(without(plain), unit) : without(plain));
  return h(
    'li',
    {},
    h('p', {}, organization(row.from), ' → ', organization(row.to), ' ', h('b', { title: full(row.delta) }, said(row.delta, unit, true)), h('span', { class: 'hint' }, ` from ${said(row.before, unit)} to ${said(row.after, unit)}`)),
    h('ul', { class: 'causes' }, row.parts.map((part) => h('li', {}, by(part), ' ', h('span', { title: full(part.delta) }, said(part.delta, unit, true))))),
  );
}

function by({ cause, announcement, organization: merged, position }) {
  return [h('span', { class: 'badge' }, words(cause)), ' ', announcement ? ref(announcement) : merged ? ['of ', nameOf(merged)] : null, h('span', { class: 'hint' }, ` at position ${position}`)];
}

const SAID = { appeared: 'came', left: 'went', changed: 'changed' };

/** Who came, went or changed roles, and by which entries. */
export function movedRoster(roster) {
  return h(
    'ul',
    { class: 'movements' },
    roster.map((each) =>
      h(
        'li',
        {},
        h('p', {}, organization(each.partner), ' ', h('span', { class: `badge ${each.change === 'left' ? 'warn' : 'binding'}` }, SAID[each.change] ?? words(each.change)), ' ', roles(each)),
        h('ul', { class: 'causes' }, each.parts.map((part) => h('li', {}, by(part)))),
      ),
    ),
  );
}

function roles({ before, after }) {
  const was = before.map(({ role }) => role);
  const is = after.map(({ role }) => role);
  const gone = was.filter((role) => !is.includes(role));
  const come = is.filter((role) => !was.includes(role));
  const moved = after.filter(({ role, since }) => before.some((each) => each.role === role && each.since !== since));
  return h(
    'span',
    { class: 'hint' },
    between(' · ', [
      ...(come.length > 0 ? [`now ${come.map(words).join(', ')}`] : []),
      ...(gone.length > 0 ? [`no longer ${gone.map(words).join(', ')}`] : []),
      ...moved.map(({ role, since }) => `${words(role)} since ${since}, not ${before.find((each) => each.role === role).since}`),
    ]),
  );
}
