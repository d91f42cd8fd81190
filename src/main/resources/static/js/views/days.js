import { changed, current, go } from '../state.js';

const DAY_MILLIS = 86_400_000;
const SETTLE_MILLIS = 180;

/** The handle of valid time: a date, and a range from the first announcement to today that moves it. */
export function dayRange() {
  const date = document.getElementById('valid-at');
  const range = document.getElementById('valid-day');
  let first = today();
  let settling;

  date.addEventListener('change', () => go(changed({ validAt: date.value || null })));
  document.getElementById('today').addEventListener('click', () => go(changed({ validAt: null })));
  range.addEventListener('input', () => {
    date.value = day(first + Number(range.value));
    range.setAttribute('aria-valuetext', date.value);
    clearTimeout(settling);
    settling = setTimeout(() => {
      const chosen = range.value === range.max ? null : date.value;
      go(changed({ validAt: chosen }), { replace: Boolean(current().validAt) });
    }, SETTLE_MILLIS);
  });

  function stretch(last) {
    range.max = Math.max(0, last - first);
  }

  return {
    /** The first day that anything was announced, of dates as they are written. */
    since(dates) {
      first = Math.min(first, ...dates.map(begin).filter(Number.isFinite));
      stretch(today());
      this.show(date.value || null);
    },
    show(text) {
      const written = text ?? day(today());
      date.value = written;
      const shown = Math.floor(Date.parse(written) / DAY_MILLIS);
      if (!Number.isNaN(shown)) {
        stretch(Math.max(today(), shown));
        range.value = shown - first;
        range.setAttribute('aria-valuetext', written);
      }
    },
  };
}

/** The day that a date begins with; where its start is open, the day that it names as its end. */
function begin(written) {
  const named = /\d{2}[\dX]{2}(-(0[1-9]|1[0-2])(-\d{2})?)?/.exec(written ?? '')?.[0] ?? '';
  return Math.floor(Date.parse(named.replaceAll('X', '0')) / DAY_MILLIS);
}

function today() {
  return Math.floor(Date.now() / DAY_MILLIS);
}

function day(number) {
  return new Date(number * DAY_MILLIS).toISOString().slice(0, 10);
}
