import { h } from '../dom.js';
import { nameOf } from '../names.js';
import { address, changed } from '../state.js';
import { copy } from './section.js';

/** What is on screen, and at which point in both times it stands; the button copies an address that shows it for good. */
export function headline(title, answer, asOf, pinning = {}) {
  return [
    h('h1', {}, h('bdi', {}, title)),
    answer && [
      h(
        'p',
        { class: 'when' },
        answer.validAt && ['as announced by ', h('time', {}, answer.validAt), ', '],
        asOf ? 'as known at position ' : 'as known now, at position ',
        h('b', {}, answer.position),
      ),
      answer.mergedFrom?.length > 0 && h('p', { class: 'when' }, 'Answers also for ', answer.mergedFrom.map(nameOf).join(', '), ', merged into it.'),
      h('button', { type: 'button', class: 'quiet', onclick: () => copy(pinned(answer, pinning)) }, 'Copy link to exactly this'),
    ],
  ];
}

/** An address of this page that shows the same for good. */
function pinned({ subject, validAt, position }, more) {
  return new URL(address(changed({ subject: subject ?? changed({}).subject, validAt, asOf: `position:${position}`, ...more })), document.baseURI).href;
}
