import { h } from '../dom.js';
import { leaf } from './leaf.js';
import { labelOf, resolved } from './schema.js';

/** Fields of a qualified amount that a qualifier asks for; the API's description says so in words. */
const ASKED = {
  value: (qualifier) => qualifier !== 'range' && qualifier !== 'undisclosed',
  min: (qualifier) => qualifier === 'range',
  max: (qualifier) => qualifier === 'range',
  currency: (qualifier) => qualifier !== 'undisclosed',
};

/** The control for a schema, whatever it is: one value, an object, one of several objects, or a list of objects. */
export function control(name, given, all, isRequired) {
  const schema = resolved(given, all);
  if (schema.oneOf) {
    return oneOf(schema, all);
  }
  if (schema.type === 'array' && resolved(schema.items, all).oneOf) {
    return list(schema, all);
  }
  if (schema.type === 'object') {
    return object(name, schema, all, isRequired);
  }
  return leaf(name, schema.type === 'array' ? { ...schema, items: resolved(schema.items, all) } : schema, isRequired);
}

function object(name, schema, all, isRequired) {
  const isQualified = Boolean(schema.properties.qualifier);
  const isAsked = (key) => schema.required?.includes(key) || (isQualified && key in ASKED);
  const parts = Object.entries(schema.properties)
    .filter(([, each]) => !('const' in resolved(each, all)))
    .sort(([a], [b]) => Number(isAsked(b)) - Number(isAsked(a)))
    .map(([key, each]) => [key, control(key, each, all, isAsked(key) && (isRequired || name === ''))]);
  const fields = h('div', { class: 'fields' }, parts.map(([, part]) => part.element));
  const element = name === '' ? fields : isRequired ? h('fieldset', { class: 'group' }, h('legend', {}, labelOf(name)), fields) : folded(name, fields);
  const self = {
    element,
    read(pointer, into) {
      const value = Object.fromEntries(parts.map(([key, part]) => [key, part.element.hidden ? undefined : part.read(`${pointer}/${key}`, into)]).filter(([, each]) => each !== undefined));
      if (isQualified) {
        parts.forEach(([key, part]) => key in ASKED && (part.element.hidden = !ASKED[key](value.qualifier)));
      }
      return Object.keys(value).length === 0 && !isRequired && name !== '' ? undefined : value;
    },
    set(value) {
      parts.forEach(([key, part]) => part.set(value?.[key] ?? undefined));
      self.read('', new Map());
    },
  };
  self.read('', new Map());
  return self;
}

function folded(name, fields) {
  return h('details', { class: 'group' }, h('summary', {}, labelOf(name), h('span', { class: 'optional' }, ' optional')), fields);
}

/** One of several kinds of object, chosen by its discriminator. */
function oneOf(schema, all) {
  const { propertyName, mapping } = schema.discriminator;
  const kinds = Object.keys(mapping);
  const body = h('div', {});
  const choice = leaf(propertyName, { enum: kinds }, true);
  let chosen = null;

  function choose(kind, value) {
    chosen = kind ? object('', resolved({ $ref: mapping[kind] }, all), all, true) : null;
    body.replaceChildren(...(chosen ? [chosen.element] : []));
    if (value) {
      chosen.set(value);
    }
  }
  choice.input.addEventListener('change', () => choose(choice.input.value, chosen?.read('', new Map())));
  return {
    element: h('div', { class: 'one-of' }, choice.element, body),
    read(pointer, into) {
      const kind = choice.read(`${pointer}/${propertyName}`, into);
      into.has(pointer) || into.set(pointer, choice);
      return { [propertyName]: kind, ...(chosen?.read(pointer, into) ?? {}) };
    },
    set(value) {
      choice.set(value[propertyName]);
      choose(value[propertyName], value);
    },
  };
}

/** A list of such objects, to which some are added and from which some are taken. */
function list(schema, all) {
  const rows = h('ol', { class: 'statement-fields' });
  let parts = [];

  function add(value) {
    const part = control('statement', schema.items, all, true);
    const remove = h('button', { type: 'button', class: 'quiet', onclick: () => take(part, row) }, 'Remove');
    const row = h('li', {}, h('div', { class: 'row-head' }, h('span', { class: 'kind' }), remove), part.element);
    parts.push(part);
    rows.append(row);
    if (value) {
      part.set(value);
    }
    count();
  }
  function take(part, row) {
    parts = parts.filter((each) => each !== part);
    row.remove();
    count();
    rows.dispatchEvent(new Event('input', { bubbles: true }));
  }
  function count() {
    [...rows.children].forEach((row, index) => {
      row.querySelector('.kind').textContent = `Statement ${index + 1}`;
      row.querySelector('.row-head button').setAttribute('aria-label', `Remove statement ${index + 1}`);
      row.querySelector('.row-head button').hidden = rows.children.length === 1;
    });
  }
  add();
  return {
    element: h('div', { class: 'list' }, h('h3', {}, 'Statements'), rows, h('button', { type: 'button', onclick: () => add() }, 'Add a statement')),
    read: (pointer, into) => parts.map((part, index) => part.read(`${pointer}/${index}`, into)),
    set(values) {
      parts = [];
      rows.replaceChildren();
      (values?.length > 0 ? values : [undefined]).forEach(add);
    },
  };
}
