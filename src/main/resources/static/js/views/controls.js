import { eventAt } from '../api.js';
import { fill, h } from '../dom.js';
import { instant } from '../format.js';
import { changed, go } from '../state.js';

const POSITION = /^position:(\d+)$/;
const SETTLE_MILLIS = 180;

/** The choice of the subject and of the point in both times; every change goes through the address bar. */
export function controls() {
  const form = document.getElementById('controls');
  const [subject, validAt, position, asOf] = ['subject', 'valid-at', 'position', 'as-of'].map((id) => document.getElementById(id));
  const known = document.getElementById('as-of-hint');
  let settling;

  subject.addEventListener('change', () => go(changed({ subject: subject.value, explain: null, announcement: null })));
  validAt.addEventListener('change', () => go(changed({ validAt: validAt.value || null })));
  document.getElementById('today').addEventListener('click', () => go(changed({ validAt: null })));
  document.getElementById('now').addEventListener('click', () => go(changed({ asOf: null })));
  position.addEventListener('input', () => {
    describe(Number(position.value));
    clearTimeout(settling);
    settling = setTimeout(() => go(changed({ asOf: chosen() }), { replace: POSITION.test(changed({}).asOf ?? '') }), SETTLE_MILLIS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(changed({ asOf: written(asOf.value) }));
  });

  function chosen() {
    return position.value === position.max ? null : `position:${position.value}`;
  }

  function describe(at) {
    const last = Number(position.max);
    position.setAttribute('aria-valuetext', at === last ? `position ${at}, now` : `position ${at} of ${last}`);
    known.textContent = at === last ? `Position ${at}, now` : `Position ${at} of ${last}`;
  }

  /** Says which event was the last that was known. */
  async function tellEvent(at, isNow) {
    try {
      const event = await eventAt(at);
      if (Number(position.value) === at) {
        const last = `${name(event.type)}, ${instant(event.time)}`;
        known.textContent = isNow ? `Position ${at}, now: ${last}` : `Position ${at} of ${position.max}: ${last}`;
      }
    } catch {
      describe(at);
    }
  }

  return {
    /** Offers these organizations. */
    offer(organizations) {
      const present = organizations.filter((each) => !each.mergedInto).sort(byName);
      const merged = organizations.filter((each) => each.mergedInto).sort(byName);
      fill(
        subject,
        present.map(option),
        merged.length > 0 && h('optgroup', { label: 'Merged into another' }, merged.map(option)),
      );
    },
    reach(head) {
      position.max = Math.max(0, head);
      position.value = position.max;
      position.disabled = head < 1;
    },
    /** Shows a state and, once it is known, the point that the answer stands at. */
    show(state, at) {
      if (state.subject && ![...subject.options].some((each) => each.value === state.subject)) {
        subject.prepend(h('option', { value: state.subject }, state.subject));
      }
      subject.value = state.subject ?? '';
      validAt.value = state.validAt ?? at?.validAt ?? '';
      asOf.value = state.asOf ?? '';
      if (at) {
        if (at.position > Number(position.max)) {
          position.max = at.position;
        }
        position.value = at.position;
        describe(at.position);
        tellEvent(at.position, !state.asOf);
      }
    },
  };
}

function option({ id, name: text }) {
  return h('option', { value: id }, text);
}

function byName(a, b) {
  return a.name.localeCompare(b.name, 'en');
}

/** What was typed, as the API takes it: a bare number is a position. */
function written(text) {
  const trimmed = text.trim();
  return /^\d+$/.test(trimmed) ? `position:${trimmed}` : trimmed || null;
}

/** io.partnerledger.announcement.recorded.v1 → announcement recorded */
function name(type) {
  return type.replace(/^io\.partnerledger\./, '').replace(/\.v\d+$/, '').replaceAll(/[.-]/g, ' ');
}
