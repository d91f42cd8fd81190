import { Problem, send } from '../api.js';
import { fill, h, say } from '../dom.js';
import { newKey } from '../forms/form.js';
import { outlook } from '../forms/outlook.js';
import { failed } from '../views/section.js';

/** Takes a file of entries, tries it out first, shows what would happen, and only then imports it. */
export function importer() {
  const file = h('input', { type: 'file', id: 'import-file', accept: '.ndjson,.json,.jsonl,application/x-ndjson,application/json' });
  const register = h('input', { type: 'checkbox', id: 'import-register', checked: true });
  const told = h('div', { class: 'told', 'aria-live': 'polite' });
  const enter = h('button', { type: 'button', class: 'primary', hidden: true, onclick: () => run(false) }, 'Import');
  let key = newKey();
  let text = '';

  file.addEventListener('change', read);
  register.addEventListener('change', () => text && run(true));

  async function read() {
    const [chosen] = file.files;
    enter.hidden = true;
    key = newKey();
    text = chosen ? await chosen.text() : '';
    if (text) {
      await run(true);
    } else {
      fill(told, chosen && h('p', { class: 'empty' }, 'The file is empty.'));
    }
  }

  async function run(isDry) {
    fill(told, h('p', { class: 'hint' }, isDry ? 'Trying it out …' : 'Importing …'));
    enter.disabled = true;
    try {
      const report = await send('POST', 'api/imports', text, { type: typeOf(text), parameters: { dryRun: isDry || null, register: register.checked }, headers: isDry ? {} : { 'Idempotency-Key': key } });
      fill(told, h('h3', {}, isDry ? 'What would happen' : 'What happened'), outlook(report));
      enter.hidden = !isDry || report.refused > 0 || report.recorded === 0;
      if (!isDry) {
        say(`Imported up to position ${report.position}`);
        file.value = '';
      }
    } catch (failure) {
      enter.hidden = true;
      fill(told, isWithout(failure) ? h('p', { class: 'notice' }, 'This ledger does not import into a ledger that has entries: an empty one loads a journal when it starts.') : [failed(failure), faults(failure)]);
    } finally {
      enter.disabled = false;
    }
  }

  return {
    element: h(
      'div',
      { class: 'importer' },
      h('p', {}, 'Announcements as they are recorded, or events of another ledger, one a line. It is tried out first: nothing is stored before you say so.'),
      h('div', { class: 'field' }, h('label', { for: file.id }, 'File'), file),
      h('p', { class: 'check' }, register, h('label', { for: register.id }, 'Register organizations that are not known')),
      told,
      enter,
    ),
  };
}

function isWithout(failure) {
  return failure instanceof Problem && [404, 405].includes(failure.status);
}

function faults(failure) {
  return failure.faults?.length > 1 && h('ul', { class: 'causes' }, failure.faults.slice(0, 30).map(({ pointer, detail }) => h('li', {}, pointer && [h('code', {}, pointer), ' '], h('bdi', {}, detail))));
}

/** A JSON object, over however many lines, is an announcement; else each line is one, or an event. */
function typeOf(text) {
  try {
    return JSON.parse(text).specversion ? 'application/x-ndjson' : 'application/json';
  } catch {
    return 'application/x-ndjson';
  }
}
