import { get } from '../api.js';
import { learnOf } from '../citations.js';
import { fill, h } from '../dom.js';
import { pictureButtons } from '../picture.js';
import { fileName } from './exports.js';
import { learn, nameOf } from '../names.js';
import { again } from '../state.js';
import { claimsView } from './claims.js';
import { conflictsView } from './conflicts.js';
import { dealsView } from './deals.js';
import { headline } from './headline.js';
import { rosterView } from './roster.js';
import { failed, section } from './section.js';
import { cited, sourcesView } from './sources.js';
import { moneyPicture } from './moneypicture.js';
import { totalsView } from './totals.js';

const VIEWS = [
  { name: 'roster', title: 'Roster', draw: rosterView },
  { name: 'claims', title: 'Claims', draw: claimsView },
  { name: 'conflicts', title: 'Conflicts', draw: conflictsView, explained: false },
  { name: 'totals', title: 'Money', draw: totalsView, picture: moneyPicture },
  { name: 'deals', title: 'Deals', draw: dealsView },
];

/** The overview of one subject. */
export function overview() {
  const title = h('div', { class: 'title' });
  const sections = new Map(VIEWS.map(({ name, title: text, explained }) => [name, section(name, text, { explained })]));
  const sources = section('sources', 'Sources of roster and claims');
  const element = h('div', { class: 'view overview' });

  function place() {
    fill(element, title, h('div', { class: 'grid' }, [...sections.values()].map(({ element }) => element), sources.element));
  }

  async function load(state, signal) {
    if (!element.contains(sources.element)) {
      place();
    }
    [...sections.values(), sources].forEach((each) => each.loading());
    const answers = await answersAt(state, signal);
    if (signal.aborted) {
      return null;
    }
    const first = Object.values(answers).find((answer) => !(answer instanceof Error));
    fill(title, headline(nameOf(first?.subject ?? state.subject), first, state.asOf));
    if (!first) {
      fill(element, title, h('div', { class: 'card' }, failed(answers.roster, again)));
      return null;
    }
    learn(answers.roster.partners ?? []);
    VIEWS.forEach((view) => show(sections.get(view.name), answers[view.name], view));
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
  return { element, keys: ['subject', 'validAt', 'asOf'], load };
}

function show(target, answer, { draw, picture }) {
  if (answer instanceof Error) {
    target.fail(answer, again);
  } else {
    const saved = picture && answer.rows.length > 0 && pictureButtons(() => picture(answer), () => fileName(answer.permalink), 'the money');
    target.show(draw(answer), answer.permalink, saved);
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
