import { fill, h } from '../dom.js';
import { sentence } from '../panel/statement.js';
import { trial, tryAnnouncement } from './trial.js';

/** What an announcement would say, and what it would change. */
export function preview() {
  const said = h('div', {}, h('p', { class: 'empty' }, 'What you type is shown here as the ledger reads it.'));
  const change = trial();
  return {
    element: h('section', { class: 'card', 'aria-label': 'Preview' }, h('div', { class: 'head' }, h('h2', {}, 'Preview')), said, change.element),
    show(value, isWhole) {
      fill(said, h('ol', { class: 'statements' }, (value.statements ?? []).map((each) => h('li', {}, readable(each)))), !isWhole && h('p', { class: 'hint' }, 'Not complete yet.'));
      change.show(isWhole ? () => tryAnnouncement(value) : null);
    },
  };
}

/** The statement as a sentence, as far as it can be said by now. */
function readable(statement) {
  try {
    return sentence(statement);
  } catch {
    return h('span', { class: 'hint' }, `${statement.kind ?? 'A statement'} …`);
  }
}
