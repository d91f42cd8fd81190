import { get } from '../api.js';
import { learnEntries } from '../citations.js';
import { fill, h } from '../dom.js';
import { count } from '../format.js';
import { nameOf } from '../names.js';
import { again, changed } from '../state.js';
import { csvButton } from './exports.js';
import { filters } from './filters.js';
import { frame } from './frame.js';
import { headline } from './headline.js';
import { copy, empty, failed } from './section.js';
import { timelineRow } from './timelinerow.js';
import { virtualList } from './virtual.js';

const AT_ONCE = 500;

/** Everything that was said about the subject, in the order of the world or of the ledger. */
export function timeline() {
  const { element, title, body, load } = frame('timeline');
  const list = virtualList({ label: 'Entries', draw: timelineRow, more });
  const form = filters();
  const told = h('p', { class: 'told', role: 'status' });
  const actions = h('div', { class: 'actions' });
  const hollow = h('div', {});
  let items = [];
  let next = null;
  let asking = null;
  let question = {};
  let shown = null;

  async function ask(state, signal) {
    question = { subject: state.subject, validAt: state.validAt, asOf: state.asOf, q: state.q, kind: state.kind, deal: state.deal, order: state.order };
    const isSame = shown === JSON.stringify(question);
    const wanted = isSame ? items.length : 0;
    const answer = await get('api/timeline', { ...question, limit: AT_ONCE }, signal);
    question.validAt = answer.validAt;
    while (answer.next && answer.items.length < wanted) {
      const page = await get('api/timeline', { ...question, cursor: answer.next, limit: AT_ONCE }, signal);
      answer.items.push(...page.items);
      answer.next = page.next;
    }
    items = answer.items;
    learnEntries(items);
    next = answer.next;
    asking = null;
    if (!body.contains(list.element)) {
      fill(body, h('section', { class: 'card', 'aria-label': 'Timeline' }, h('div', { class: 'head' }, form.element, actions), told, list.element, hollow));
    }
    fill(title, headline(nameOf(answer.subject ?? state.subject), answer, state.asOf));
    fill(actions, csvButton(answer.permalink, 'the timeline'), h('button', { type: 'button', class: 'quiet', onclick: () => copy(new URL(answer.permalink, document.baseURI).href) }, 'Copy citation'));
    form.show(state);
    list.show(items, !next, { keepPlace: isSame });
    list.element.hidden = items.length === 0;
    fill(hollow, items.length === 0 && empty(isFiltered(state) ? 'Nothing fits these filters.' : `Nothing was announced about ${nameOf(state.subject)} by ${answer.validAt}.`));
    shown = JSON.stringify({ ...question, validAt: state.validAt });
    tell();
    return answer;
  }

  async function more() {
    if (asking || !next) {
      return;
    }
    const mine = (asking = {});
    try {
      const answer = await get('api/timeline', { ...question, cursor: next, limit: AT_ONCE });
      if (mine === asking) {
        learnEntries(answer.items);
        items.push(...answer.items);
        next = answer.next;
        asking = null;
        list.grown(!next);
        tell();
      }
    } catch (failure) {
      if (mine === asking) {
        fill(hollow, failed(failure, again));
      }
    }
  }

  function tell() {
    told.textContent = next ? `${count(items.length, 'entry', 'entries')} so far; more come as you scroll` : count(items.length, 'entry', 'entries');
  }

  return {
    element,
    keys: ['subject', 'validAt', 'asOf', 'q', 'kind', 'order', 'deal'],
    title: () => 'Timeline',
    load: (state, signal) => load(signal, () => ask(state, signal)),
  };
}

function isFiltered({ q, kind, deal }) {
  return Boolean(q || kind || deal || changed({}).q);
}
