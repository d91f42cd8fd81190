import { announcement, historyOf } from '../citations.js';
import { between, h } from '../dom.js';
import { instant, words } from '../format.js';
import { announcementPage, refWithin } from '../links.js';
import { contentAt } from './content.js';
import { sourceBlock } from './source.js';
import { sentence } from './statement.js';

/** One announcement as it stands, and how it came about. */
export async function announcementPanel(id) {
  const [found, history] = await Promise.all([announcement(id), historyOf(id)]);
  return {
    title: `Announcement #${found.position}`,
    content: [
      facts(found),
      sourceBlock(found.source),
      h('h3', {}, 'Statements'),
      statementsList(found.statements),
      found.remarks?.length > 0 && [h('h3', {}, 'Disputed and corroborated'), remarksList(found.remarks)],
      h('h3', {}, 'History'),
      historyList(history),
      h('p', { class: 'line' }, announcementPage(id, 'Open on a page of its own'), h('code', { class: 'hint' }, found.id)),
    ],
  };
}

/** Whether it counts, when it was announced and recorded, and how often it was changed. */
export function facts(found) {
  return [
    h(
      'p',
      { class: 'facts' },
      h('span', { class: `badge ${found.status}` }, words(found.status)),
      found.rank && found.rank !== 'normal' && found.rank !== found.status && [' ', h('span', { class: 'badge' }, words(found.rank))],
      ' announced ',
      h('time', {}, found.announcedOn),
      `, recorded ${instant(found.recordedAt)}, revision ${found.revision}`,
    ),
    found.rankReason && h('p', { class: 'facts' }, h('bdi', {}, found.rankReason)),
    found.duplicateOf && h('p', {}, 'Tells again what ', refWithin(found.duplicateOf), ' tells.'),
  ];
}

export function statementsList(statements) {
  return h('ol', { class: 'statements' }, statements.map(told));
}

function told(each, index) {
  return h('li', {}, h('span', { class: 'kind' }, `statement ${index}: ${words(each.kind)}`), ' ', sentence(each, { toTheDigit: true }));
}

export function remarksList(remarks) {
  return h('ul', { class: 'remarks' }, remarks.map(remark));
}

function remark(each) {
  return h(
    'li',
    {},
    h('b', {}, words(each.kind)),
    each.statements?.length > 0 && ` (statement ${each.statements.join(', ')})`,
    each.reason && [': ', h('bdi', {}, each.reason)],
    each.source && sourceBlock(each.source),
  );
}

/** Every event of an announcement, oldest first, and what each correction took away and gave. */
export function historyList(history) {
  return h('ol', { class: 'history' }, history.map((each) => event(each, history)));
}

function event({ position, type, time, actor, data }, history) {
  const isCorrection = short(type) === 'corrected';
  return h(
    'li',
    {},
    h('p', {}, h('b', {}, words(short(type))), ' ', h('span', { class: 'hint' }, `position ${position} · ${instant(time)}${actor ? ` · ${actor}` : ''}`)),
    data?.reason && h('p', {}, h('bdi', {}, data.reason)),
    data?.rank && h('p', {}, `rank: ${words(data.rank)}`),
    data?.duplicateOf && h('p', {}, 'duplicate of ', refWithin(data.duplicateOf)),
    isCorrection && correction(history, position),
    data?.evidence && sourceBlock(data.evidence),
  );
}

function correction(history, position) {
  const { present, earlier: [before] } = contentAt(history, position);
  if (!before) {
    return null;
  }
  const fields = ['announcedOn', 'source'].filter((field) => JSON.stringify(present[field]) !== JSON.stringify(before[field]));
  return [
    fields.length > 0 && h('p', { class: 'hint' }, 'replaced: ', between(', ', fields.map((field) => words(field.replace('On', ' on'))))),
    h('ul', { class: 'difference' }, missing(before.statements, present.statements).map((each) => mark('−', 'taken away', each)), missing(present.statements, before.statements).map((each) => mark('+', 'given', each))),
  ];
}

function missing(statements, others) {
  const there = new Set(others.map((each) => JSON.stringify(each)));
  return statements.filter((each) => !there.has(JSON.stringify(each)));
}

function mark(sign, meaning, statement) {
  return h('li', { class: sign === '+' ? 'given' : 'taken' }, h('span', { 'aria-hidden': 'true' }, `${sign} `), h('span', { class: 'unseen' }, `${meaning}: `), sentence(statement, { toTheDigit: true }));
}

/** announcement.recorded → recorded */
function short(type) {
  return String(type).replace(/\.v\d+$/, '').split('.').at(-1);
}
