const SYMBOLS = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };
const NO_CURRENCY = 'XXX';
const UNITS = [[12, 'tn'], [9, 'bn'], [6, 'm']];

/** A decimal string with its thousands set apart: 4,000,000,000. */
export function grouped(plain) {
  const [whole, fraction] = String(plain).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
}

/** The amount to the last digit: 4,000,000,000 USD. */
export function exact(plain, currency) {
  return currency && currency !== NO_CURRENCY ? `${grouped(plain)} ${currency}` : `${grouped(plain)} (currency not stated)`;
}

/** The amount for reading: $4bn. A sign ≈ says that digits were left out. */
export function money(plain, currency) {
  const prefix = SYMBOLS[currency] ?? (currency && currency !== NO_CURRENCY ? `${currency}\u00a0` : '');
  const whole = String(plain).split('.')[0];
  const unit = UNITS.find(([exponent]) => whole.length > exponent);
  if (!unit) {
    return prefix + grouped(plain);
  }
  const [short, lossless] = shortened(String(plain), unit[0]);
  return `${lossless ? '' : '≈'}${prefix}${short}${unit[1]}`;
}

function shortened(plain, exponent) {
  const [whole, fraction = ''] = plain.split('.');
  const head = whole.slice(0, -exponent);
  const tail = (whole.slice(-exponent) + fraction).replace(/0+$/, '');
  if (tail.length <= 2) {
    return [grouped(head) + (tail ? `.${tail}` : ''), true];
  }
  return [grouped(Number(`${head}.${tail}`).toFixed(2).replace(/\.?0+$/, '')), false];
}

export function isZero(plain) {
  return plain === null || plain === undefined || /^0(\.0*)?$/.test(plain);
}

const QUALIFIERS = { exact: '', 'up-to': 'up to ', 'at-least': 'at least ', approximately: 'about ' };

/** An amount as a source stated it: up to $4bn. */
export function amountText(amount) {
  switch (amount?.qualifier) {
    case undefined:
      return '';
    case 'undisclosed':
      return 'an undisclosed amount';
    case 'range':
      return `${money(amount.min, amount.currency)} to ${money(amount.max, amount.currency)}`;
    default:
      return QUALIFIERS[amount.qualifier] + money(amount.value, amount.currency);
  }
}

export function qualified(qualifier, text) {
  return (QUALIFIERS[qualifier] ?? (qualifier === 'range' ? 'a range up to ' : '')) + text;
}

/** A quantity of capacity as a source stated it: up to 1 gw. */
export function quantityText({ qualifier, value, min, max, unit }) {
  const units = unit.length === 2 ? unit.toUpperCase() : words(unit);
  if (qualifier === 'undisclosed') {
    return `an undisclosed number of ${units}`;
  }
  return qualifier === 'range'
    ? `${grouped(min)} to ${grouped(max)} ${units}`
    : `${QUALIFIERS[qualifier]}${grouped(value)} ${units}`;
}

/** A kebab-case word of the API as people write it. */
export function words(kebab) {
  return String(kebab ?? '').replaceAll('-', ' ');
}

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function count(number, one, many = `${one}s`) {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

/** An instant to the second, in UTC. */
export function instant(text) {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? String(text) : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
