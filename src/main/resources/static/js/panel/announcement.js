import { announcement, historyOf } from '../citations.js';
import { between, h } from '../dom.js';
import { instant, words } from '../format.js';
import { refWithin } from '../links.js';
import { sourceBlock } from './source.js';
import { sentence } from './statement.js';

/** One announcement as it stands, and how it came about. */
export async function announcementPanel(id) {
  const [found, history] = await Promise.all([announcement(id), historyOf(id)]);
  return {
    title: `Announcement #${found.position}`,
    content: [
      h(
        'p',
        { class: 'facts' },
        h('span', { class: `badge ${found.status}` }, words(found.status)),
        found.rank && found.rank !== 'normal' && h('span', { class: 'badge' }, words(found.rank)),
        ' announced ',
        h('time', {}, found.announcedOn),
        `, recorded ${instant(found.recordedAt)}, revision ${found.revision}`,
      ),
      found.duplicateOf && h('p', {}, 'Tells again what ', refWithin(found.duplicateOf), ' tells.'),
      sourceBlock(found.source),
      h('h3', {}, 'Statements'),
      h('ol', { class: 'statements' }, found.statements.map(told)),
      found.remarks?.length > 0 && [h('h3', {}, 'Disputed and corroborated'), h('ul', { class: 'remarks' }, found.remarks.map(remark))],
      h('h3', {}, 'History'),
      h('ol', { class: 'history' }, history.map(event)),
      h('p', { class: 'hint' }, h('code', {}, found.id)),
    ],
  };
}

function told(each, index) {
  return h('li', {}, h('span', { class: 'kind' }, `statement ${index}: ${words(each.kind)}`), ' ', sentence(each, { toTheDigit: true }));
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

function event({ position, type, time, actor, data }) {
  const replaced = ['announcedOn', 'source', 'statements'].filter((field) => data?.[field] !== undefined && data[field] !== null);
  return h(
    'li',
    {},
    h('p', {}, h('b', {}, words(short(type))), ' ', h('span', { class: 'hint' }, `position ${position} · ${instant(time)}${actor ? ` · ${actor}` : ''}`)),
    data?.reason && h('p', {}, data.reason),
    data?.rank && h('p', {}, `rank: ${words(data.rank)}`),
    data?.duplicateOf && h('p', {}, 'duplicate of ', refWithin(data.duplicateOf)),
    short(type) === 'corrected' && replaced.length > 0 && h('p', { class: 'hint' }, 'replaced: ', between(', ', replaced)),
    data?.evidence && sourceBlock(data.evidence),
  );
}

/** announcement.recorded → recorded */
function short(type) {
  return String(type).replace(/\.v\d+$/, '').split('.').at(-1);
}
