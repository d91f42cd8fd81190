import { Problem, get, send } from '../api.js';
import { fill, h, say } from '../dom.js';
import { count, grouped, instant, words } from '../format.js';
import { failed } from '../views/section.js';

const LOOK_MILLIS = 400;
const RUNNING = ['building', 'indexing', 'comparing', 'switching'];

/** One read table: where it is, and its rebuild beside the live one, with progress and the difference that was found. */
export function rebuilder(name) {
  const facts = h('p', { class: 'facts' });
  const progress = h('div', { class: 'rebuild', 'aria-live': 'polite' });
  const button = h('button', { type: 'button', onclick: start }, 'Rebuild from the first event');
  const stop = h('button', { type: 'button', hidden: true, onclick: cancel }, 'Cancel');
  const element = h('div', {}, h('h3', {}, h('code', {}, name)), facts, h('p', { class: 'line' }, button, stop), progress);
  const path = `api/projections/${encodeURIComponent(name)}/rebuild`;
  let looking = null;

  async function start() {
    button.disabled = true;
    try {
      show(await send('POST', path, {}));
      look();
    } catch (failure) {
      button.disabled = false;
      fill(progress, failed(failure));
    }
  }

  async function cancel() {
    try {
      await send('DELETE', path);
    } catch (failure) {
      stop.hidden = true;
      say(failure instanceof Problem && failure.status === 405 ? 'This ledger cannot cancel it.' : failure.message);
    }
  }

  function look() {
    clearTimeout(looking);
    looking = setTimeout(async () => {
      try {
        const now = await get(path);
        show(now);
        if (RUNNING.includes(now.state)) {
          look();
        }
      } catch (failure) {
        fill(progress, failed(failure, look));
      }
    }, LOOK_MILLIS);
  }

  function show(rebuild) {
    const isRunning = RUNNING.includes(rebuild.state);
    button.disabled = isRunning;
    stop.hidden = !isRunning;
    fill(
      progress,
      h('progress', { max: Math.max(1, rebuild.total), value: rebuild.done, 'aria-label': `Rebuild of ${name}` }),
      h(
        'p',
        {},
        h('b', {}, words(rebuild.state)),
        `, ${grouped(rebuild.done)} of ${count(rebuild.total, 'event')}`,
        isRunning ? `, ${grouped(rebuild.eventsPerSecond)} a second, ${count(rebuild.secondsLeft, 'second')} left` : `, begun ${instant(rebuild.startedAt)}`,
      ),
      rebuild.failure && h('p', { class: 'notice' }, rebuild.failure),
      rebuild.difference && difference(rebuild.difference),
    );
  }

  get(path).then(
    (last) => {
      show(last);
      if (RUNNING.includes(last.state)) {
        look();
      }
    },
    () => {},
  );

  return {
    element,
    show({ position, lag, generation }) {
      facts.textContent = `At position ${position}, ${lag === 0 ? 'up to date' : `${count(lag, 'event')} behind`}, build ${generation}`;
    },
  };
}

function difference({ same, rows, onlyLive, onlyRebuilt, changed, examples, position }) {
  return h(
    'div',
    { class: same ? 'same' : 'notice' },
    h('p', {}, same ? `The rebuilt table is the same as the live one: ${count(rows, 'row')} compared at position ${position}.` : `They differ at position ${position}: ${onlyLive} rows only in the live one, ${onlyRebuilt} only in the rebuilt one, ${changed} changed.`),
    examples.length > 0 && h('ul', { class: 'causes' }, examples.map((each) => h('li', {}, h('code', {}, each)))),
  );
}
