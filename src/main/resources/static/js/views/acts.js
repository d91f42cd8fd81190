import { send } from '../api.js';
import { forget } from '../citations.js';
import { fill, h, say } from '../dom.js';
import { form, newKey } from '../forms/form.js';
import { resting } from '../forms/resting.js';
import { trial, tryEvent } from '../forms/trial.js';
import { address, again, changed, go } from '../state.js';

const ACTS = {
  correct: { text: 'Correct', event: 'corrected', path: 'corrections', schema: 'Correction', when: ({ status }) => status !== 'retracted' },
  retract: { text: 'Retract', event: 'retracted', path: 'retraction', schema: 'Withdrawal', when: ({ status }) => status !== 'retracted' },
  reinstate: { text: 'Reinstate', event: 'reinstated', path: 'reinstatement', schema: 'Withdrawal', when: ({ status }) => status === 'retracted' },
  dispute: { text: 'Dispute', path: 'disputes', schema: 'RemarkRequest', when: ({ status }) => status !== 'retracted' },
  corroborate: { text: 'Corroborate', path: 'corroborations', schema: 'RemarkRequest', when: ({ status }) => status !== 'retracted' },
  rank: { text: 'Rank', event: 'ranked', path: 'rank', schema: 'Ranking', when: ({ status }) => status !== 'retracted' },
  duplicate: { text: 'Link as duplicate', event: 'duplicate-linked', path: 'duplicate', schema: 'DuplicateLink', when: ({ status, duplicateOf }) => status !== 'retracted' && !duplicateOf },
};

/**
 * What can be done with an announcement; the form of what is chosen, with what rests on it. `meanwhile` tells somebody who
 * writes what became of the announcement since, and leaves what is written.
 */
export async function acts(found, act) {
  const links = Object.entries(ACTS)
    .filter(([, { when }]) => when(found))
    .map(([name, { text }]) => h('a', { class: 'quiet button', href: address(changed({ act: name === act ? null : name, asOf: null })), 'aria-current': name === act ? 'true' : null }, text));
  const bar = h('div', { class: 'act-links' }, links);
  const chosen = Object.hasOwn(ACTS, act ?? '') && ACTS[act].when(found) ? ACTS[act] : null;
  const notice = h('div', { class: 'meanwhile', role: 'status' });
  const element = h('section', { class: 'card acts', 'aria-label': 'Change it' }, h('div', { class: 'head' }, h('h2', {}, 'Change it'), bar), h('p', { class: 'hint' }, 'Nothing is edited or deleted: each of these is an entry of its own in the log.'), notice, chosen && (await entry(found, chosen)));
  return {
    element,
    isWriting: Boolean(chosen),
    meanwhile: ({ revision, status }) => fill(notice, revision !== found.revision && overtaken(revision, status)),
  };
}

function overtaken(revision, status) {
  return h('p', { class: 'notice' }, `It was changed while you were writing: ${status}, revision ${revision}. What you send would be refused; what is written here stays until you open another form.`);
}

async function entry(found, { path, schema, text, event }) {
  const key = newKey();
  const given = schema === 'Correction' ? { announcedOn: found.announcedOn, source: found.source, statements: found.statements } : null;
  const change = trial();
  const bodyOf = (value) => (given ? onlyChanged(value, given) : value);
  const { element } = await form(schema, {
    submit: text,
    value: given,
    changed: (value, isWhole) => event && change.show(isWhole ? () => tryEvent(event, found.id, bodyOf(value)) : null),
    async send(value) {
      const body = bodyOf(value);
      const headers = { 'Idempotency-Key': key, 'If-Match': `"${found.revision}"` };
      const { position } = await send('POST', `api/announcements/${encodeURIComponent(found.id)}/${path}`, body, { headers });
      forget();
      say(`Recorded at position ${position}`);
      go(changed({ act: null }), { replace: true });
      again();
    },
  });
  const rest = h('div', { class: 'resting' });
  resting(found).then((nodes) => fill(rest, nodes), () => {});
  return h('div', { class: 'act' }, element, h('div', {}, rest, change.element));
}

/** A correction gives only what it replaces. */
function onlyChanged(value, given) {
  const isSame = (field) => JSON.stringify(sorted(value[field])) === JSON.stringify(sorted(given[field]));
  return Object.fromEntries(Object.entries(value).filter(([field]) => !['announcedOn', 'source', 'statements'].includes(field) || !isSame(field)));
}

/** The same without nulls and empty lists, fields in one order: two that say the same are the same text. */
function sorted(value) {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null && each !== undefined && !(Array.isArray(each) && each.length === 0)).sort(([a], [b]) => a.localeCompare(b)).map(([key, each]) => [key, sorted(each)]));
  }
  return value;
}
