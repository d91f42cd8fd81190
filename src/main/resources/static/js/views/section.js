import { Problem, Unreachable } from '../api.js';
import { fill, h, refill, say } from '../dom.js';
import { address, changed, current, inView } from '../state.js';
import { csvButton } from './exports.js';

/** A part of the page that is loading, there, empty or failed; it never jumps: what was there stays until the next is. */
export function section(id, title, { explained = true } = {}) {
  const body = h('div', { class: 'body' }, skeleton());
  const actions = h('div', { class: 'actions' });
  const element = h(
    'section',
    { id, class: 'card', 'aria-labelledby': `${id}-title`, 'aria-busy': 'true' },
    h('div', { class: 'head' }, h('h2', { id: `${id}-title` }, title), actions),
    body,
  );
  return {
    element,
    loading: () => element.setAttribute('aria-busy', 'true'),
    show(content, permalink, more = null) {
      element.setAttribute('aria-busy', 'false');
      fill(actions, permalink && [explained && explainLink(id, title), csvButton(permalink, title), more, citeButton(permalink, title)]);
      refill(body, content);
    },
    fail(failure, retry) {
      element.setAttribute('aria-busy', 'false');
      fill(actions);
      fill(body, failed(failure, retry));
    },
  };
}

/** Why there is no answer, in the ledger's words, and what can be done. */
export function failed(failure, retry) {
  const isProblem = failure instanceof Problem;
  const near = isProblem ? failure.near : [];
  const mayPass = !isProblem || failure.status >= 500;
  return h(
    'div',
    { class: 'failure', role: 'alert' },
    h('p', { class: 'failure-title' }, failure instanceof Unreachable ? 'No answer' : failure.title || 'This could not be shown'),
    h('p', {}, failure.message),
    near.length > 0 && h('p', {}, 'Near names: ', near.map((id) => [h('a', { href: address(changed({ subject: id })) }, id), ' '])),
    failure.code && h('p', { class: 'hint' }, `${failure.status} ${failure.code}`),
    mayPass && retry && h('button', { type: 'button', onclick: retry }, 'Try again'),
    isProblem && failure.status === 400 && h('a', { href: address({ ...inView(current().view), validAt: null, asOf: null }) }, 'Show today, with everything known'),
  );
}

/** What stands where nothing is known. */
export function empty(text, more = null) {
  return h('div', { class: 'empty' }, h('p', {}, text), more);
}

function skeleton() {
  return h('div', { class: 'skeleton', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
}

/** Everything that was counted and left out, also where nothing is left to count. */
function explainLink(view, title) {
  const href = address(changed({ explain: view, announcement: null }));
  return h('a', { class: 'quiet', href, 'aria-haspopup': 'dialog', 'aria-label': `Explain ${title}` }, 'Explain');
}

function citeButton(permalink, title) {
  return h(
    'button',
    {
      type: 'button',
      class: 'quiet',
      title: 'An address that answers the same for good: valid time and log position are written out',
      'aria-label': `Copy citation of ${title}`,
      onclick: () => copy(new URL(permalink, document.baseURI).href),
    },
    'Copy citation',
  );
}

/** Puts a text on the clipboard; where that is not allowed, shows it to be copied by hand. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    say(`Copied: ${text}`);
  } catch {
    prompt('Copy this address', text);
  }
}
