/**
 * The whole state of the page is the query of its address, so that a link is a citation and Back takes back one step.
 * subject: an id; validAt: a day; asOf: an instant or position:N; explain: the figure whose explanation is open;
 * announcement: the announcement that is open, over the explanation if there is one.
 */
const KEYS = ['subject', 'validAt', 'asOf', 'explain', 'announcement'];

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

function tell() {
  const state = current();
  listeners.forEach((listener) => listener(state));
}

addEventListener('popstate', tell);

/** A plain click on a link that only changes the query stays on the page. */
addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="?"]');
  if (link && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    history.pushState({ inside: true }, '', link.getAttribute('href'));
    tell();
  }
});
