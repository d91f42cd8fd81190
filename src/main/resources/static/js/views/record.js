import { send } from '../api.js';
import { fill, h, say } from '../dom.js';
import { form, newKey } from '../forms/form.js';
import { duplicates } from '../forms/duplicates.js';
import { preview } from '../forms/preview.js';
import { allNames } from '../names.js';
import { go, inView } from '../state.js';
import { frame } from './frame.js';

/** Records an announcement: what is typed is checked, compared with what is there, and tried before it is sent. */
export function record() {
  const { element, title, body, load } = frame('record');
  const names = h('datalist', { id: 'organizations' });
  const actor = h('input', { id: 'record-actor', type: 'text', maxlength: '128', pattern: '[ -~]*', autocomplete: 'username', placeholder: 'local' });
  let isMade = false;

  async function draw() {
    fill(names, allNames().map((value) => h('option', { value })));
    if (isMade) {
      return null;
    }
    const seen = duplicates();
    const outlook = preview();
    let key = newKey();
    const { element: entry } = await form('Recording', {
      submit: 'Record',
      more: h('div', { class: 'field' }, h('label', { for: actor.id }, 'Who records', h('span', { class: 'optional' }, ' optional')), actor),
      changed(value, isWhole) {
        key = newKey();
        seen.look(value);
        outlook.show(value, isWhole);
      },
      async send(value) {
        const headers = { 'Idempotency-Key': key, ...(actor.value.trim() ? { 'X-Actor': actor.value.trim() } : {}) };
        const { id, position } = await send('POST', 'api/announcements', value, { headers, parameters: { register: true } });
        isMade = false;
        say(`Recorded at position ${position}`);
        go(inView('announcement', { id, asOf: null }));
      },
    });
    fill(title, h('h1', {}, 'Record an announcement'), h('p', { class: 'when' }, 'One dated public communication, and what it says.'));
    fill(
      body,
      names,
      h(
        'div',
        { class: 'grid' },
        h('section', { class: 'card', 'aria-label': 'The announcement' }, entry),
        h('div', { class: 'stack aside' }, seen.element, outlook.element),
      ),
    );
    isMade = true;
    return null;
  }

  return { element, keys: [], live: false, title: () => 'Record', load: (state, signal) => load(signal, draw) };
}
