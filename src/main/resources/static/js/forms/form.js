import { Problem } from '../api.js';
import { fill, h } from '../dom.js';
import { failed } from '../views/section.js';
import { control } from './group.js';
import { schemas } from './schema.js';

const SETTLE_MILLIS = 200;

/**
 * A form for a body of the API. What is typed is checked by the API's own schema as it is typed; what the ledger refuses
 * stands at the field that it points at. `changed` is told each value and whether it is well-formed; `send` sends it.
 */
export async function form(schemaName, { submit, send, value = null, changed = () => {}, more = null }) {
  const all = await schemas();
  const root = control('', { $ref: `#/components/schemas/${schemaName}` }, all, true);
  const summary = h('div', { class: 'summary', tabindex: '-1' });
  const button = h('button', { type: 'submit', class: 'primary' }, submit);
  const element = h('form', { class: 'entry-form', novalidate: true, onsubmit: sent, oninput: typed, onchange: typed, onfocusout: typed }, root.element, more, summary, button);
  let settling;

  if (value) {
    root.set(value);
  }

  function typed() {
    clearTimeout(settling);
    settling = setTimeout(() => {
      const { value: now, faults } = check();
      changed(now, faults.length === 0);
    }, SETTLE_MILLIS);
  }

  function check(isAll = false) {
    const places = new Map();
    const now = root.read('', places);
    const faults = [];
    for (const [pointer, part] of places) {
      const text = part.check(part.read(pointer, new Map()));
      const counts = isAll || part.isTouched;
      part.fault(counts ? text : null);
      if (text) {
        faults.push([pointer, text, part]);
      }
    }
    return { value: now, faults, places };
  }

  async function sent(event) {
    event.preventDefault();
    const { value: now, faults } = check(true);
    fill(summary);
    if (faults.length > 0) {
      reach(faults[0][2]);
      return;
    }
    button.disabled = true;
    try {
      await send(now);
    } catch (failure) {
      refused(failure);
    } finally {
      button.disabled = false;
    }
  }

  /** Each fault at its field; those without one in the summary. */
  function refused(failure) {
    const { places } = check(true);
    const pointed = failure instanceof Problem ? failure.faults.filter(({ pointer }) => places.has(pointer)) : [];
    pointed.forEach(({ pointer, detail, near }) => {
      const place = places.get(pointer);
      place.fault(near.length > 0 ? `${detail} Near: ${near.join(', ')}` : detail);
    });
    fill(summary, failed(failure, failure instanceof Problem ? null : () => element.requestSubmit()));
    const place = places.get(pointed[0]?.pointer);
    place ? reach(place) : summary.focus();
  }

  return { element, read: () => check().value };
}

/** Goes to a field, also into one that is folded away. */
function reach({ element, input }) {
  element.closest('details')?.setAttribute('open', '');
  (input.querySelector('input') ?? input).focus();
}

/** A key that makes sending the same thing twice harmless. */
export function newKey() {
  return `page-${[...crypto.getRandomValues(new Uint8Array(16))].map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}
