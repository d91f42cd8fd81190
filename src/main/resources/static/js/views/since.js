import { h } from '../dom.js';
import { changed, go } from '../state.js';

const SETTLE_MILLIS = 180;

/** The earlier point of a comparison: a handle over the log, and a field for a day, an instant or a position. */
export function since() {
  const range = h('input', { type: 'range', class: 'handle', min: 0, max: 0, step: 1, 'aria-label': 'Move the earlier point' });
  const text = h('input', { type: 'text', id: 'changes-from', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'changes-from-hint' });
  let settling;

  range.addEventListener('input', () => {
    text.value = `position:${range.value}`;
    range.setAttribute('aria-valuetext', text.value);
    clearTimeout(settling);
    settling = setTimeout(() => take(text.value), SETTLE_MILLIS);
  });
  text.addEventListener('change', () => take(text.value));

  function take(written) {
    const trimmed = written.trim();
    go(changed({ from: /^\d+$/.test(trimmed) ? `position:${trimmed}` : /^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? `${trimmed}T23:59:59Z` : trimmed || null }), { replace: Boolean(changed({}).from) });
  }

  return {
    element: h(
      'div',
      { class: 'field' },
      h('label', { for: 'changes-from' }, 'Known from'),
      range,
      text,
      h('p', { class: 'hint', id: 'changes-from-hint' }, 'A day such as 2026-11-08, an instant or position:114. Up to “Known as of” above.'),
    ),
    show(from) {
      text.value = from;
      const position = /^position:(\d+)$/.exec(from)?.[1];
      if (position) {
        range.max = Math.max(Number(range.max), Number(position));
        range.value = position;
      }
      range.setAttribute('aria-valuetext', from);
    },
    reach(position) {
      range.max = position;
      const from = /^position:(\d+)$/.exec(text.value)?.[1];
      range.value = from ?? range.value;
    },
  };
}
