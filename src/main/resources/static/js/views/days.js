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
    /** The first day that anything was announced; a date as written, of which the year counts. */
    since(written) {
      const parsed = Date.parse(/^\d{4}(-\d{2}(-\d{2})?)?/.exec(written ?? '')?.[0] ?? '');
      first = Number.isNaN(parsed) ? first : Math.floor(parsed / DAY_MILLIS);
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

function today() {
  return Math.floor(Date.now() / DAY_MILLIS);
}

function day(number) {
  return new Date(number * DAY_MILLIS).toISOString().slice(0, 10);
}
