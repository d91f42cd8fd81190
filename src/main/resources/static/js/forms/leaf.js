import { h } from '../dom.js';
import { words } from '../format.js';
import { meant } from '../names.js';
import { labelOf, textFault } from './schema.js';

const LONG = ['quote', 'reason', 'conditions', 'printed'];
let made = 0;

/** A field of one value. `read` gives the value and says where the field is; `fault` shows what is wrong with it. */
export function leaf(name, schema, isRequired) {
  const id = `f${++made}-${name}`;
  const input = inputFor(name, schema, id);
  const error = h('p', { class: 'fault', id: `${id}-fault` });
  const hint = h('p', { class: 'hint', id: `${id}-hint` }, hintOf(name, schema));
  const isChoice = schema.type === 'array' && schema.items.enum;
  input.setAttribute('aria-describedby', `${id}-fault ${id}-hint`);
  const label = isChoice ? h('legend', {}, labelOf(name)) : h('label', { for: id }, labelOf(name), !isRequired && h('span', { class: 'optional' }, ' optional'));
  const element = h(isChoice ? 'fieldset' : 'div', { class: `field ${LONG.includes(name) || schema.type === 'array' ? 'long' : ''}` }, label, input, error, hint);
  const self = {
    element,
    input,
    isTouched: false,
    read(pointer, into) {
      into.set(pointer, self);
      const value = valueOf(input, schema);
      if (schema.of === 'Name') {
        tellMeant(hint, value);
      }
      return value;
    },
    /** The first thing wrong with the value, or null. */
    check(value) {
      if (value === undefined) {
        return isRequired && !element.hidden ? 'This is needed.' : null;
      }
      if (schema.type === 'integer' && (!Number.isSafeInteger(value) || value < (schema.minimum ?? -Infinity))) {
        return `A whole number${schema.minimum === undefined ? '' : `, ${schema.minimum} or more`}.`;
      }
      const items = Array.isArray(value) ? value.map(String) : [String(value)];
      return items.map((text) => textFault(text, { ...(Array.isArray(value) ? schema.items : schema) })).find(Boolean) ?? null;
    },
    fault(text) {
      error.textContent = text ?? '';
      input.setAttribute('aria-invalid', String(Boolean(text)));
    },
    set(value) {
      write(input, value);
    },
  };
  input.addEventListener('focusout', () => (self.isTouched = true));
  return self;
}

function inputFor(name, schema, id) {
  if (schema.enum) {
    return h('select', { id, name }, h('option', { value: '' }, ''), schema.enum.map((value) => h('option', { value }, words(value))));
  }
  if (schema.type === 'boolean') {
    return h('select', { id, name }, [['', 'not said'], ['true', 'yes'], ['false', 'no']].map(([value, text]) => h('option', { value }, text)));
  }
  if (schema.type === 'array' && schema.items.enum) {
    return h('div', { id, class: 'choices', role: 'group' }, schema.items.enum.map((value) => h('label', {}, h('input', { type: 'checkbox', name, value }), words(value))));
  }
  if (schema.type === 'array' || LONG.includes(name)) {
    return h('textarea', { id, name, rows: 2 });
  }
  const list = schema.of === 'Name' ? 'organizations' : null;
  const mode = schema.of === 'Decimal' || schema.type === 'integer' ? 'decimal' : schema.format === 'uri' ? 'url' : null;
  return h('input', { id, name, type: 'text', list, inputmode: mode, autocomplete: 'off', spellcheck: LONG.includes(name) ? null : 'false', placeholder: name === 'currency' ? 'USD' : null });
}

function hintOf(name, schema) {
  if (schema.of === 'EdtfDate') {
    return '2026-05-07, 2026-05, 2026, 2026~';
  }
  if (schema.type === 'array' && !schema.items.enum) {
    return schema.items.type === 'integer' ? 'Numbers, one a line.' : 'One a line.';
  }
  return ['statements', 'quote', 'tranche'].includes(name) || schema.enum ? schema.description ?? '' : '';
}

function tellMeant(hint, value) {
  const id = value && meant(value);
  hint.textContent = !value || id === value ? '' : id ? `This is ${id}.` : 'Not known yet: it is registered under this name.';
}

function valueOf(input, schema) {
  if (input.classList.contains('choices')) {
    const values = [...input.querySelectorAll('input:checked')].map(({ value }) => value);
    return values.length > 0 ? values : undefined;
  }
  const text = input.value.trim();
  if (!text) {
    return undefined;
  }
  switch (schema.type) {
    case 'array':
      return text.split('\n').map((each) => each.trim()).filter(Boolean).map((each) => (schema.items.type === 'integer' ? Number(each) : each));
    case 'integer':
      return Number(text);
    case 'boolean':
      return text === 'true';
    default:
      return text;
  }
}

function write(input, value) {
  if (input.classList.contains('choices')) {
    input.querySelectorAll('input').forEach((each) => (each.checked = Boolean(value?.includes(each.value))));
  } else {
    input.value = Array.isArray(value) ? value.join('\n') : value ?? '';
  }
}
