import { fill, h } from '../dom.js';
import { address, inView } from '../state.js';

const TABS = [
  ['overview', 'Overview'],
  ['network', 'Network'],
  ['timeline', 'Timeline'],
  ['changes', 'Changes'],
  ['replay', 'Replay'],
  ['record', 'Record'],
  ['log', 'Log'],
];

/** The ways to look at the subject; each keeps the subject and the point in both times. */
export function tabs() {
  const nav = document.getElementById('tabs');
  return {
    show(name) {
      fill(
        nav,
        TABS.map(([view, text]) => h('a', { href: address(inView(view)), 'aria-current': view === name ? 'page' : null }, text)),
      );
      nav.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
  };
}
