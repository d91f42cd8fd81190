import { get } from '../api.js';
import { learnOf } from '../citations.js';
import { fill, h } from '../dom.js';
import { learn, nameOf } from '../names.js';
import { address, changed } from '../state.js';
import { claimsView } from './claims.js';
import { dealsView } from './deals.js';
import { rosterView } from './roster.js';
import { copy, failed, section } from './section.js';
import { cited, sourcesView } from './sources.js';
import { totalsView } from './totals.js';

const VIEWS = [
  { name: 'roster', title: 'Roster', draw: rosterView },
  { name: 'claims', title: 'Claims', draw: claimsView },
  { name: 'totals', title: 'Money', draw: totalsView },
  { name: 'deals', title: 'Deals', draw: dealsView },
];

/** The overview of one subject. `load` answers at which point in both times it stands, null where nothing answered. */
export function overview(root) {
  const title = h('div', { class: 'title' });
  const sections = new Map(VIEWS.map(({ name, title: text }) => [name, section(name, text)]));
  const sources = section('sources', 'Sources of roster and claims');
  let running = new AbortController();

  function place() {
    fill(root, title, h('div', { class: 'grid' }, [...sections.values()].map(({ element }) => element), sources.element));
  }

  async function load(state) {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    place();
    [...sections.values(), sources].forEach((each) => each.loading());
    const answers = await answersAt(state, signal);
    if (signal.aborted) {
      return null;
    }
    const first = Object.values(answers).find((answer) => !(answer instanceof Error));
    fill(title, headline(first, state));
    if (!first) {
      fill(root, title, h('div', { class: 'card' }, failed(answers.roster, () => load(state))));
      return null;
    }
    learn(answers.roster.partners ?? []);
    VIEWS.forEach(({ name, draw }) => show(sections.get(name), answers[name], draw, () => load(state)));
    cite(answers, first, signal);
    return first;
  }

  async function cite(answers, first, signal) {
    try {
      await learnOf(first.subject, signal);
      sources.show(sourcesView(cited(answers)));
    } catch (failure) {
      if (!signal.aborted) {
        sources.fail(failure, () => cite(answers, first, signal));
      }
    }
  }

  place();
  return { load, failed: (failure, retry) => fill(root, failed(failure, retry)) };
}

function show(target, answer, draw, retry) {
  if (answer instanceof Error) {
    target.fail(answer, retry);
  } else {
    target.show(draw(answer), answer.permalink);
  }
}

/** All answers of one overview, at one position: an event that came in between is left for the next time. */
async function answersAt({ subject, validAt, asOf }, signal) {
  const ask = (names, at) =>
    Promise.all(names.map((name) => get(`api/${name}`, { subject, validAt, asOf: at }, signal).catch((failure) => failure)));
  const names = VIEWS.map(({ name }) => name);
  const answers = Object.fromEntries(zip(names, await ask(names, asOf)));
  const positions = Object.values(answers).map((answer) => answer.position).filter(Number.isInteger);
  const newest = Math.max(...positions);
  const behind = names.filter((name) => answers[name].position < newest);
  return { ...answers, ...Object.fromEntries(zip(behind, await ask(behind, `position:${newest}`))) };
}

function zip(keys, values) {
  return keys.map((key, index) => [key, values[index]]);
}

function headline(answer, state) {
  const subject = answer?.subject ?? state.subject;
  return [
    h('h1', {}, nameOf(subject)),
    answer && [
      h(
        'p',
        { class: 'when' },
        'as announced by ',
        h('time', {}, answer.validAt),
        state.asOf ? ', as known at position ' : ', as known now, at position ',
        h('b', {}, answer.position),
      ),
      answer.mergedFrom?.length > 0 && h('p', { class: 'when' }, 'Answers also for ', answer.mergedFrom.map(nameOf).join(', '), ', merged into it.'),
      h('button', { type: 'button', class: 'quiet', onclick: () => copy(pinned(answer)) }, 'Copy link to exactly this'),
    ],
  ];
}

/** An address of this page that shows the same for good. */
function pinned({ subject, validAt, position }) {
  return new URL(address(changed({ subject, validAt, asOf: `position:${position}` })), document.baseURI).href;
}
