import { get } from '../api.js';
import { announcement, historyOf } from '../citations.js';
import { fill, h } from '../dom.js';
import { count, exact, grouped, words } from '../format.js';
import { refWithin } from '../links.js';
import { contentAt, statementOf } from './content.js';
import { find, isFigure } from './figures.js';
import { sentence } from './statement.js';

const REASONS = {
  superseded: 'a preferred, better or newer statement says otherwise',
  corrected: 'the announcement was corrected',
  retracted: 'the announcement was retracted',
  deprecated: 'an editor deprecated the announcement',
  duplicate: 'it tells again what another tells',
  rumoured: 'rumoured, while something firm is known',
  undisclosed: 'the amount is not disclosed: counted as a deal, never as zero',
  'restated-total': 'a headline that sums earlier deals; it adds no money',
  ended: 'the deal has ended',
  'no-parties': 'no standing statement names the parties',
  'not-yet-effective': 'it takes effect later',
  'after-valid-at': 'it was announced later',
};

const AT_ONCE = 60;

/** Why a figure is what it is: what was counted, what was not and why, at the very point that the page stands at. */
export async function explanationPanel(state, at) {
  if (!isFigure(state.explain)) {
    return { title: 'Not there', content: h('div', { class: 'failure', role: 'alert' }, h('p', {}, `No figure is called ${state.explain}.`)) };
  }
  const [view, first, second] = state.explain.split('/');
  const subject = at?.subject ?? state.subject;
  const isOthers = view === 'totals' && first && first !== subject && second !== subject;
  const isOneDeal = view === 'deals' && first;
  const answer = await get(`api/${encodeURIComponent(view)}${isOneDeal ? `/${encodeURIComponent(first)}` : ''}`, {
    subject: isOneDeal ? null : isOthers ? first : subject,
    validAt: at?.validAt ?? state.validAt,
    asOf: at ? `position:${at.position}` : state.asOf,
    explain: 'true',
  });
  const found = find(state.explain, answer);
  return {
    title: found.title,
    content: [
      h('p', { class: 'facts' }, `as announced by ${answer.validAt}, as known at position ${answer.position}`),
      found.note && h('p', { class: 'facts' }, found.note),
      found.figures.length > 0 && figures(found),
      found.conflicts.map((each) => h('p', { class: 'notice' }, `Sources disagree: ${words(each.type)}: ${(each.values ?? []).join(', ')}`)),
      lines('Counted', found.counted, found, answer),
      lines('Not counted', found.notCounted, found, answer),
    ],
  };
}

function figures({ figures: rows, part }) {
  return h(
    'dl',
    { class: 'figures' },
    rows.map(([label, value, own]) => h('div', { class: part && own === part ? 'asked' : null }, h('dt', {}, label), h('dd', {}, value))),
  );
}

function lines(title, all, found, answer) {
  const list = h('ol', { class: 'lines' });
  let shown = 0;
  const more = h('button', { type: 'button', class: 'quiet', onclick: next }, 'Show more');
  function next() {
    const batch = all.slice(shown, shown + AT_ONCE);
    list.append(...batch.map((each) => line(each, found, answer)));
    shown += batch.length;
    more.hidden = shown >= all.length;
  }
  next();
  return [h('h3', {}, `${title} `, h('small', {}, count(all.length, 'statement'))), all.length === 0 ? h('p', { class: 'hint' }, 'None.') : list, more];
}

function line(each, found, answer) {
  const says = h('div', { class: 'says' }, h('span', { class: 'hint' }, '…'));
  const amount = each.amount && h('b', { class: 'exact' }, grouped(each.amount));
  told(each, answer.position).then(
    ({ statement, rest }) => {
      fill(says, statement && sentence(statement), rest);
      if (amount) {
        amount.textContent = exact(each.amount, statement?.amount?.currency ?? found.currency);
      }
    },
    () => says.replaceChildren(h('span', { class: 'hint' }, 'The announcement did not load; its number opens it.')),
  );
  return h(
    'li',
    { class: each.field && each.field === found.part ? 'asked' : null },
    h(
      'p',
      { class: 'line' },
      refWithin(each.announcement),
      amount,
      each.field && h('span', { class: 'badge' }, words(camel(each.field))),
      each.reason && h('span', { class: 'badge warn' }, words(each.reason)),
    ),
    each.reason && REASONS[each.reason] && h('p', { class: 'hint' }, REASONS[each.reason]),
    says,
  );
}

/** The statement, the words of the source and who said them, as they read at the position of the answer. */
async function told(each, position) {
  const now = await announcement(each.announcement);
  const contents = now.revision > 1 ? contentAt(await historyOf(each.announcement), position) : { present: now, earlier: [] };
  const statement = statementOf(contents, each);
  const { source, announcedOn } = contents.present ?? now;
  const rest = [
    source.quote && h('blockquote', {}, source.quote),
    h('p', { class: 'hint' }, h('time', {}, announcedOn), ' · ', h('bdi', {}, source.publisher), ': ', h('bdi', {}, source.title), ' · ', words(source.tier)),
  ];
  return { statement, rest };
}

/** nonBinding → non-binding */
function camel(field) {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
