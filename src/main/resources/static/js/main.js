import { get, head, list } from './api.js';
import { forget } from './citations.js';
import { fill, h } from './dom.js';
import { learn } from './names.js';
import { panel } from './panel/panel.js';
import { current, go, onChange } from './state.js';
import { controls } from './views/controls.js';
import { overview } from './views/overview.js';
import { empty } from './views/section.js';

const DEFAULT_SUBJECT = 'anthropic';

const root = document.getElementById('overview');
const bar = controls();
const page = overview(root);
const side = panel();
let at = null;
let loaded = null;

/** Reads what the controls offer, then shows what the address bar says. */
async function start() {
  try {
    const [organizations, last] = await Promise.all([list('api/organizations', { limit: 200 }), head()]);
    learn(organizations);
    bar.offer(organizations);
    bar.reach(last);
    if (organizations.length === 0) {
      fill(root, nothingYet());
      return;
    }
    if (!current().subject) {
      go({ ...current(), subject: await defaultSubject(organizations) }, { replace: true });
    }
    onChange(show);
    await show(current());
  } catch (failure) {
    page.failed(failure, start);
  }
}

async function show(state) {
  if (!state.subject) {
    location.reload();
    return;
  }
  const point = JSON.stringify([state.subject, state.validAt, state.asOf]);
  if (point !== loaded) {
    loaded = point;
    bar.show(state, null);
    const answered = await page.load(state);
    if (loaded !== point) {
      return;
    }
    at = answered;
    bar.show(state, at);
    tellStanding();
  }
  side.show(current(), at);
}

/** Anthropic where it is known, else whoever gained most partners lately, else the first. */
async function defaultSubject(organizations) {
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
    { class: 'card' },
    h('h1', {}, 'An empty ledger'),
    empty('Nothing is recorded yet. The first announcement can be sent to the API:', h('pre', {}, h('code', {}, 'POST api/announcements?register=true'))),
  );
}

function tellStanding() {
  fill(document.getElementById('standing'), at ? `Position ${at.position} · fold rules ${at.rules}` : '');
}

function tellConnection() {
  const banner = document.getElementById('offline');
  banner.hidden = navigator.onLine;
  banner.textContent = navigator.onLine ? '' : 'No connection. What is on screen is what the ledger last said.';
}

addEventListener('online', () => {
  tellConnection();
  forget();
  loaded = null;
  show(current());
});
addEventListener('offline', tellConnection);
tellConnection();
start();
