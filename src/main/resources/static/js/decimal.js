const PLACES = 12;

/** The exact sum of decimal strings, as a decimal string. */
export function sum(plains) {
  return text(plains.reduce((all, each) => all + scaled(each), 0n));
}

/** Negative, zero or positive. */
export function sign(plain) {
  const value = scaled(plain);
  return value < 0n ? -1 : Number(value > 0n);
}

export function without(plain) {
  return String(plain).replace(/^-/, '');
}

function scaled(plain) {
  const [, minus, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(plain ?? '0')) ?? [null, '', '0'];
  const value = BigInt(whole + fraction.padEnd(PLACES, '0').slice(0, PLACES));
  return minus ? -value : value;
}

function text(value) {
  const digits = String(value < 0n ? -value : value).padStart(PLACES + 1, '0');
  const fraction = digits.slice(-PLACES).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${fraction ? `.${fraction}` : ''}`;
}
