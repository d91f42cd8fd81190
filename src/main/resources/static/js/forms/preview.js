import { Problem, send } from '../api.js';
import { fill, h } from '../dom.js';
import { sentence } from '../panel/statement.js';
import { failed } from '../views/section.js';
import { outlook } from './outlook.js';

const SETTLE_MILLIS = 400;

/** What an announcement would say, and what it would change: the ledger tries it out and stores nothing. */
export function preview() {
  const said = h('div', {}, h('p', { class: 'empty' }, 'What you type is shown here as the ledger reads it.'));
  const change = h('div', { role: 'status' });
  const element = h('section', { class: 'card', 'aria-label': 'Preview' }, h('div', { class: 'head' }, h('h2', {}, 'Preview')), said, change);
  let settling;
  let shown = null;

  async function tryOut(value) {
    const mine = (shown = {});
    try {
      const report = await send('POST', 'api/imports', value, { parameters: { dryRun: true, register: true } });
      if (mine === shown) {
        fill(change, h('h3', {}, 'What would change'), outlook(report));
      }
    } catch (failure) {
      if (mine === shown) {
        fill(change, isWithout(failure) ? h('p', { class: 'hint' }, 'This ledger cannot try it out beforehand.') : failed(failure));
      }
    }
  }

  return {
    element,
    show(value, isWhole) {
      fill(said, h('ol', { class: 'statements' }, (value.statements ?? []).map((each) => h('li', {}, readable(each)))), !isWhole && h('p', { class: 'hint' }, 'Not complete yet.'));
      clearTimeout(settling);
      shown = null;
      if (isWhole) {
        settling = setTimeout(() => tryOut(value), SETTLE_MILLIS);
      } else {
        fill(change);
      }
    },
  };
}

function isWithout(failure) {
  return failure instanceof Problem && [404, 405].includes(failure.status);
}

/** The statement as a sentence, as far as it can be said by now. */
function readable(statement) {
  try {
    return sentence(statement);
  } catch {
    return h('span', { class: 'hint' }, `${statement.kind ?? 'A statement'} …`);
  }
}
