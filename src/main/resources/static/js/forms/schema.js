import { get } from '../api.js';

let asked = null;

/** The schemas of the API's own description; the forms are made of them and held to them. */
export function schemas() {
  asked ??= get('v3/api-docs').then(
    (description) => description.components.schemas,
    (failure) => {
      asked = null;
      throw failure;
    },
  );
  return asked;
}

/** A schema without references and without the null that says that a field may be left out; `of` is what it was called. */
export function resolved(schema, all) {
  if (schema.anyOf) {
    return { ...resolved(schema.anyOf.find(({ type }) => type !== 'null'), all), ...described(schema) };
  }
  if (schema.$ref) {
    const of = schema.$ref.split('/').at(-1);
    return { ...resolved(all[of], all), of, ...described(schema) };
  }
  return schema;
}

function described({ description }) {
  return description ? { description } : {};
}

const PATTERNS = {
  Decimal: 'a plain number, such as 4000000000',
  Currency: 'three capitals, such as USD',
  Id: 'small letters, digits and hyphens, such as amazon-anthropic-2023',
};
const DATE = /^(\d{4}(-\d{2}(-\d{2})?)?[?~%]?|\.\.)?(\/(\d{4}(-\d{2}(-\d{2})?)?[?~%]?|\.\.)?)?$/;

/** What is wrong with a text, by the rules of its schema; null where nothing is. */
export function textFault(text, schema) {
  const length = [...text].length;
  if (schema.maxLength && length > schema.maxLength) {
    return `At most ${schema.maxLength} characters; there are ${length}.`;
  }
  if (schema.pattern && !new RegExp(schema.pattern, 'u').test(text)) {
    return schema.format === 'uri' ? 'It begins with http:// or https://.' : `This is ${PATTERNS[schema.of] ?? 'not of the form that is asked for'}.`.replace(/^This is /, 'Write ');
  }
  if (schema.format === 'uri' && !URL.canParse(text)) {
    return 'This is no web address.';
  }
  if (schema.of === 'EdtfDate' && !DATE.test(text)) {
    return 'A day, a month or a year: 2026-05-07, 2026-05, 2026, about 2026~, or 2027/..';
  }
  return null;
}

const LABELS = { url: 'Web address', min: 'From', max: 'To' };

/** announcedOn → Announced on */
export function labelOf(name) {
  if (LABELS[name]) {
    return LABELS[name];
  }
  const spaced = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
