import { get, head, list } from './api.js';
import { forget } from './citations.js';
import { answering, watchConnection } from './connection.js';
import { fill, h } from './dom.js';
import { listen } from './live.js';
import { learn, nameOf } from './names.js';
import { panel } from './panel/panel.js';
import { current, go, onChange } from './state.js';
import { announcementPage } from './views/announcement.js';
import { changes } from './views/changes.js';
import { controls } from './views/controls.js';
import { dealPage } from './views/deal.js';
import { log } from './views/log.js';
import { network } from './views/network.js';
import { overview } from './views/overview.js';
import { record } from './views/record.js';
import { replay } from './views/replay.js';
import { empty, failed } from './views/section.js';
import { tabs } from './views/tabs.js';
import { timeline } from './views/timeline.js';

const DEFAULT_SUBJECT = 'anthropic';

/** Each view: its element, the keys of the state that it reads, and `load`, which answers at which point it stands. */
const VIEWS = { overview, network, timeline, changes, deal: dealPage, announcement: announcementPage, replay, record, log };

const WITHOUT_SUBJECT = ['record', 'log', 'deal', 'announcement'];

const root = document.getElementById('main');
const bar = controls();
const nav = tabs();
const side = panel();
const made = new Map();
let organizations = [];
/** So many, as those that are open at their start come first and say little of when. */
const EARLIEST = 50;

let active = null;
let running = new AbortController();
let loaded = null;
let at = null;

/** Reads what the controls offer, then shows what the address bar says. */
async function start() {
  try {
    const last = await head();
    await offer();
    bar.reach(last);
    listen(last, arrived, answering);
    onChange(show);
    get('api/timeline', { limit: EARLIEST }).then(({ items }) => bar.since(items.map((item) => item.announcedOn)), () => {});
    await show(current());
  } catch (failure) {
    fill(root, h('div', { class: 'card' }, failed(failure, start)));
  }
}

async function offer() {
  organizations = await list('api/organizations', { limit: 200 });
  learn(organizations);
  bar.offer(organizations);
}

async function show(state, { again = false, back = false } = {}) {
  const name = Object.hasOwn(VIEWS, state.view ?? '') ? state.view : 'overview';
  nav.show(name);
  if (!state.subject && organizations.length > 0) {
    go({ ...state, subject: await defaultSubject() }, { replace: true });
    return;
  }
  if (!state.subject && !WITHOUT_SUBJECT.includes(name)) {
    active = null;
    fill(root, nothingYet());
    return;
  }
  const view = opened(name, back);
  const point = JSON.stringify([name, ...view.keys.map((key) => state[key] ?? null)]);
  if (point !== loaded || again) {
    loaded = point;
    running.abort();
    running = new AbortController();
    const { signal } = running;
    bar.show(state, null);
    const answered = await view.load(state, signal, { again });
    if (signal.aborted) {
      return;
    }
    at = answered;
    bar.show(current(), at);
    fill(document.getElementById('standing'), at ? `Position ${at.position} · fold rules ${at.rules}` : '');
    document.title = [view.title?.(state), nameOf(state.subject), 'Partner Ledger'].filter(Boolean).join(' · ');
  }
  side.show(current(), at);
}

/** The view of a name, on screen; where it was left, the reader's place is kept. */
function opened(name, back) {
  const view = made.get(name) ?? VIEWS[name]();
  made.set(name, view);
  if (view !== active) {
    if (active) {
      active.scrolled = scrollY;
      active.leave?.();
    }
    loaded = null;
    fill(root, view.element);
    scrollTo(0, back ? view.scrolled ?? 0 : 0);
    active = view;
  }
  return view;
}

/** Entries came in. Whoever looks at the present sees them where they are; whoever looks at the past is told. */
function arrived(position) {
  bar.reach(position);
  forget();
  offer()
    .catch(() => {})
    .then(() => (!active || (!current().asOf && active.live !== false)) && show(current(), { again: true }));
}

/** Anthropic where it is known, else whoever gained most partners lately, else the first. */
async function defaultSubject() {
  const ids = organizations.map(({ id }) => id);
  if (ids.includes(DEFAULT_SUBJECT)) {
    return DEFAULT_SUBJECT;
  }
  const { items } = await get('api/announcements', { kind: 'partner-added' });
  const gained = new Map();
  items.flatMap((item) => item.statements ?? []).forEach(({ subject }) => subject && gained.set(subject, (gained.get(subject) ?? 0) + 1));
  return [...gained].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ids[0];
}

function nothingYet() {
  return h(
    'div',
    { class: 'card welcome' },
    h('h1', {}, 'An empty ledger'),
    empty('Nothing is recorded yet.', h('p', {}, h('a', { href: '?view=record' }, 'Record the first announcement'), ' or ', h('a', { href: '?view=log' }, 'import a journal'), '.')),
  );
}

watchConnection(() => {
  forget();
  if (active) {
    show(current(), { again: true });
  }
});
start();
