import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { importer } from '../log/importer.js';
import { rebuilder } from '../log/rebuilder.js';
import { saveAnswer } from './exports.js';
import { frame } from './frame.js';

/** The log itself: what is built from it and can be built again, what goes in, and what comes out. */
export function log() {
  const { element, title, body, load } = frame('log');
  const views = new Map();
  const list = h('div', { class: 'stack' });
  const importing = importer();

  async function draw(signal) {
    const { projections } = await get('api/projections', {}, signal);
    for (const projection of projections) {
      if (!views.has(projection.name)) {
        views.set(projection.name, rebuilder(projection.name));
      }
      views.get(projection.name).show(projection);
    }
    if (!body.hasChildNodes() || !body.contains(list)) {
      fill(title, h('h1', {}, 'The log'), h('p', { class: 'when' }, 'Everything on this page is folded from it.'));
      fill(body, h('div', { class: 'grid' }, card('Read tables', list), card('Export', exports()), card('Import', importing.element)));
    }
    fill(list, [...views.values()].map((each) => each.element));
    return null;
  }

  return { element, keys: [], title: () => 'Log', load: (state, signal) => load(signal, () => draw(signal)) };
}

function card(title, ...content) {
  return h('section', { class: 'card', 'aria-label': title }, h('div', { class: 'head' }, h('h2', {}, title)), content);
}

const FORMS = [
  ['cloudevents', 'application/x-ndjson', 'ndjson', 'CloudEvents', 'every event, one a line; an empty ledger that loads it is this ledger'],
  ['csv', 'text/csv', 'csv', 'CSV', 'every statement with its source, one a row'],
  ['hledger', 'text/plain', 'journal', 'hledger', 'a journal that plain-text accounting reads'],
];

function exports() {
  return [
    h(
      'ul',
      { class: 'movements one' },
      FORMS.map(([form, type, ending, text, what]) =>
        h('li', { class: 'line' }, h('button', { type: 'button', 'aria-label': `Save the log as ${text}`, onclick: () => saveAnswer(`api/exports/${form}`, type, `partner-ledger.${ending}`) }, text), h('span', {}, what)),
      ),
    ),
    h('p', { class: 'hint' }, 'Each view saves what it shows as CSV, and each picture as SVG and PNG.'),
  ];
}
