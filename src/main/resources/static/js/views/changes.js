import { get } from '../api.js';
import { learnOf } from '../citations.js';
import { fill, h, refill } from '../dom.js';
import { count, words } from '../format.js';
import { nameOf } from '../names.js';
import { pictureButtons } from '../picture.js';
import { changed, go } from '../state.js';
import { movedGroups, movedRoster } from './changed.js';
import { csvButton, fileName } from './exports.js';
import { frame } from './frame.js';
import { headline } from './headline.js';
import { since } from './since.js';
import { copy, empty } from './section.js';

const FIELDS = ['committed', 'paid', 'outstanding', 'conditional', 'nonBinding', 'rumoured', 'lapsed', 'deals', 'undisclosedDeals'];

/** What moved between two points of recorded time, and which entries moved it. */
export function changes() {
  const { element, title, body, load } = frame('changes');
  const start = since();
  const field = h('select', { id: 'changes-field', onchange: () => go(changed({ field: field.value === 'committed' ? null : field.value })) }, FIELDS.map((own) => h('option', { value: own }, named(own))));
  const bounds = h('form', { class: 'bounds card', 'aria-label': 'Since when', onsubmit: (event) => event.preventDefault() }, start.element, h('div', { class: 'field' }, h('label', { for: 'changes-field' }, 'Figure'), field));
  const answerAt = h('div', { class: 'stack' });

  async function draw(state, signal) {
    if (!body.contains(bounds)) {
      fill(body, bounds, answerAt);
    }
    field.value = state.field ?? 'committed';
    const from = state.from ?? 'position:0';
    start.show(from);
    const answer = await get('api/changes', { subject: state.subject, validAt: state.validAt, from, to: state.asOf }, signal);
    const at = { ...answer, position: answer.toPosition };
    start.reach(answer.toPosition);
    fill(title, headline(nameOf(answer.subject ?? state.subject), at, state.asOf, { from: `position:${answer.fromPosition}` }));
    const chosen = state.field ?? 'committed';
    const figures = answer.figures.filter((each) => each.field === chosen);
    refill(
      answerAt,
      card(
        `What moved ${named(chosen)}`,
        [
          csvButton(answer.permalink, 'the changes'),
          figures.length > 0 && pictureButtons(() => answerAt.querySelector('svg'), () => fileName(answer.permalink), 'the first waterfall'),
          h('button', { type: 'button', class: 'quiet', onclick: () => copy(new URL(answer.permalink, document.baseURI).href) }, 'Copy citation'),
        ],
        h('p', { class: 'lead' }, `From position ${answer.fromPosition} to ${answer.toPosition}: ${summary(answer)}`),
        figures.length === 0 ? empty(nothing(answer, chosen)) : movedGroups(figures, answer.subject, chosen),
      ),
      card('Who came, went or changed', null, answer.roster.length === 0 ? empty('Nobody.') : movedRoster(answer.roster)),
    );
    learnOf(answer.subject ?? state.subject, signal).catch(() => {});
    return at;
  }

  return {
    element,
    keys: ['subject', 'validAt', 'asOf', 'from', 'field'],
    title: () => 'Changes',
    load: (state, signal) => load(signal, () => draw(state, signal)),
  };
}

function card(title, actions, ...content) {
  return h('section', { class: 'card', 'aria-label': title }, h('div', { class: 'head' }, h('h2', {}, title), actions && h('div', { class: 'actions' }, actions)), content);
}

function summary({ figures, roster }) {
  const causes = new Map();
  figures.flatMap(({ parts }) => parts).forEach(({ cause, position }) => causes.set(cause, (causes.get(cause) ?? new Set()).add(position)));
  const told = [...causes].map(([cause, positions]) => count(positions.size, words(cause)));
  return [`${count(figures.length, 'figure')} moved`, `${count(roster.length, 'partner')} came, went or changed`, told.length > 0 && `by ${told.join(', ')}`].filter(Boolean).join(', ');
}

function nothing({ figures }, chosen) {
  return figures.length === 0 ? 'No figure moved between these points.' : `${named(chosen)} did not move; ${[...new Set(figures.map((each) => named(each.field)))].join(', ')} did.`;
}

/** nonBinding → non-binding */
function named(field) {
  return { nonBinding: 'non-binding', undisclosedDeals: 'undisclosed deals' }[field] ?? field;
}
