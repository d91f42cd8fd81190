import { h, webLink } from '../dom.js';
import { words } from '../format.js';
import { ref } from '../links.js';

const ENTRY = /^(partner|commitment|tranche|capacity|total)/;

/** One line of the timeline: when, what, on whose word. */
export function timelineRow(item) {
  return h(
    'article',
    { class: `entry ${item.status && item.status !== 'standing' ? 'gone' : ''}` },
    h('time', { class: 'when', title: `recorded ${item.recordedAt}` }, item.announcedOn ?? item.recordedAt.slice(0, 10)),
    h('span', { class: `kind ${ENTRY.test(item.kind) ? '' : 'editor'}` }, words(item.kind)),
    h('p', { class: 'what', title: item.headline }, h('bdi', {}, item.headline)),
    h(
      'p',
      { class: 'source-line' },
      item.announcement ? ref(item.announcement) : h('span', { class: 'hint' }, `#${item.position}`),
      item.source && [
        h('span', { class: 'publisher' }, item.source.url ? webLink(item.source.url, item.source.publisher) : h('bdi', {}, item.source.publisher)),
        h('span', { class: `badge tier ${item.source.tier}` }, words(item.source.tier)),
      ],
      item.status && item.status !== 'standing' && h('span', { class: 'badge warn' }, words(item.status)),
    ),
  );
}
