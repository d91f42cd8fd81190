/**
 * The whole state of the page is the query of its address, so that a link is a citation and Back takes back one step.
 * view: which of the views, the overview where absent; subject: an id; validAt: a day; asOf: an instant or position:N.
 * explain: the figure whose explanation is open; announcement: the announcement that is open, over the explanation if
 * there is one. The others belong to one view each: deal and id say which deal or announcement a page is about, act
 * which of its forms is open; q, kind, order filter the timeline; from, to, field bound the changes; instrument, role,
 * circle pick in the network; by is what the replay steps through.
 */
const POINT = ['view', 'subject', 'validAt', 'asOf'];
const OF_ONE_VIEW = ['deal', 'id', 'act', 'q', 'kind', 'order', 'from', 'to', 'field', 'instrument', 'role', 'circle', 'by'];
const KEYS = [...POINT, ...OF_ONE_VIEW, 'explain', 'announcement'];

const listeners = new Set();

/** The state that the address bar holds; what is absent is not in it. */
export function current() {
  const query = new URLSearchParams(location.search);
  const state = {};
  for (const key of KEYS) {
    const value = query.get(key);
    if (value) {
      state[key] = value;
    }
  }
  return state;
}

/** The address of a state, relative to the page. Colons and slashes stay readable. */
export function address(state) {
  const query = new URLSearchParams();
  for (const key of KEYS) {
    if (state[key]) {
      query.set(key, state[key]);
    }
  }
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
  return text ? `?${text}` : location.pathname;
}

/** The present state with some of it changed; null takes a key away. */
export function changed(change) {
  return { ...current(), ...change };
}

/** The state of another view, at the same subject and the same point in both times. */
export function inView(view, more = {}) {
  const { subject, validAt, asOf } = current();
  return { subject, validAt, asOf, view: view === 'overview' ? null : view, ...more };
}

/** Goes to a state; `replace` leaves no step behind. */
export function go(state, { replace = false } = {}) {
  const target = address(state);
  if (target === location.search || (target === location.pathname && !location.search)) {
    return;
  }
  history[replace ? 'replaceState' : 'pushState']({ inside: !replace || history.state?.inside }, '', target);
  tell();
}

/** Takes the step back if it was made on this page; else goes to the state. */
export function backOr(state) {
  if (history.state?.inside) {
    history.back();
  } else {
    go(state, { replace: true });
  }
}

export function onChange(listener) {
  listeners.add(listener);
}

/** Asks everything that is on screen again. */
export function again() {
  tell({ again: true });
}

function tell(how = {}) {
  const state = current();
  listeners.forEach((listener) => listener(state, how));
}

addEventListener('popstate', () => tell({ back: true }));

/** A plain click on a link that only changes the query stays on the page. */
addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="?"]');
  if (link && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    history.pushState({ inside: true }, '', link.getAttribute('href'));
    tell();
  }
});
