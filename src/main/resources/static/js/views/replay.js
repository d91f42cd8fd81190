import { get } from '../api.js';
import { fill, h, refill } from '../dom.js';
import { learn, nameOf } from '../names.js';
import { bowtie } from '../network/bowtie.js';
import { drawing } from '../network/drawing.js';
import { graphOf } from '../network/graph.js';
import { movedPartners, movedRows } from '../replay/moved.js';
import { player } from '../replay/player.js';
import { bars, cause, chips, effect } from '../replay/scene.js';
import { reached, stepsOf } from '../replay/steps.js';
import { changed, go } from '../state.js';
import { legend } from './bar.js';
import { frame } from './frame.js';
import { headline } from './headline.js';
import { extent } from './parts.js';
import { empty } from './section.js';
import { keyOf } from './totals.js';

/** History, step by step: what each entry or day did to roster, totals and graph, played or taken by hand. */
export function replay() {
  const { element, title, body, load } = frame('replay');
  const controls = player(goTo);
  const [story, roster, money, graph] = ['What did it', 'Roster', 'Money', 'Graph'].map((text) => card(text));
  let steps = [];
  let known = null;
  let shown = null;
  let longest = new Map();

  function goTo(index) {
    const step = steps[Math.max(0, Math.min(index, steps.length - 1))];
    if (step) {
      go(changed(step.change), { replace: true });
    }
  }

  async function draw(state, signal, again) {
    const question = { subject: state.subject, by: state.by, ...(state.by === 'day' ? { asOf: state.asOf } : { validAt: state.validAt }) };
    if (again || known !== JSON.stringify(question)) {
      steps = await stepsOf(question, signal);
      known = JSON.stringify(question);
      longest = new Map();
      shown = null;
    }
    const rosterAnswer = await get('api/roster', { subject: state.subject, validAt: state.validAt, asOf: state.asOf }, signal);
    const point = { subject: rosterAnswer.subject, validAt: rosterAnswer.validAt, asOf: `position:${rosterAnswer.position}` };
    const [totals, flows] = await Promise.all([get('api/totals', point, signal), get('api/flows', point, signal)]);
    learn([...flows.nodes, ...rosterAnswer.partners]);
    if (!body.contains(controls.element)) {
      fill(body, controls.element, h('div', { class: 'grid' }, story.element, roster.element, money.element, graph.element));
    }
    show(state, rosterAnswer, totals, flows);
    return rosterAnswer;
  }

  function show(state, rosterAnswer, totals, flows) {
    const index = reached(steps, state, rosterAnswer);
    const partners = movedPartners(shown?.roster, rosterAnswer);
    const rows = movedRows(shown?.totals, totals);
    totals.rows.forEach((row) => longest.set(row.currency, Math.max(longest.get(row.currency) ?? 0, extent(row))));
    fill(title, headline(nameOf(rosterAnswer.subject), rosterAnswer, state.asOf));
    story.element.setAttribute('aria-live', controls.isPlaying() ? 'off' : 'polite');
    fill(story.body, cause(steps[index]), shown && effect(partners, rows));
    refill(roster.body, chips(rosterAnswer, partners));
    refill(money.body, totals.rows.length === 0 ? empty('No deal yet.') : [legend(totals.rows), bars(totals, rows, longest)]);
    const { nodes, edges } = graphOf(totals, flows, rosterAnswer, rosterAnswer.subject);
    fill(
      graph.body,
      nodes.length < 2
        ? empty('Nobody yet.')
        : h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Drawing, scrolls sideways' }, drawing(bowtie(rosterAnswer.subject, nodes, edges), nodes, { subject: rosterAnswer.subject, label: `${nodes.length} organizations, ${edges.length} flows`, isLit: () => true, onEdge: (edge) => (controls.pause(), go(changed({ explain: keyOf(edge) }))) })),
    );
    shown = { roster: rosterAnswer, totals };
    controls.at(index, steps.length, steps.length === 0 ? 'Nothing to play' : `Step ${index + 1} of ${steps.length}${steps[index] ? `: ${state.by === 'day' ? steps[index].key : `position ${steps[index].key}`}` : ''}`, state.by === 'day');
  }

  return {
    element,
    keys: ['subject', 'validAt', 'asOf', 'by'],
    title: () => 'Replay',
    leave: () => {
      controls.pause();
      shown = null;
    },
    load: (state, signal, { again = false } = {}) => load(signal, () => draw(state, signal, again)),
  };
}

function card(text) {
  const body = h('div', {});
  return { body, element: h('section', { class: 'card', id: `replay-${text.toLowerCase().replaceAll(' ', '-')}`, 'aria-label': text }, h('div', { class: 'head' }, h('h2', {}, text)), body) };
}
