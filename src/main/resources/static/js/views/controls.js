import { eventAt } from '../api.js';
import { fill, h } from '../dom.js';
import { foldWhereNarrow } from './fold.js';
import { instant, words } from '../format.js';
import { changed, go, inView } from '../state.js';
import { dayRange } from './days.js';

const POSITION = /^position:(\d+)$/;
const SETTLE_MILLIS = 180;

/** The choice of the subject and of the point in both times; every change goes through the address bar. */
export function controls() {
  const form = document.getElementById('controls');
  const [subject, position, asOf] = ['subject', 'position', 'as-of'].map((id) => document.getElementById(id));
  const known = document.getElementById('as-of-hint');
  const days = dayRange();
  const fold = foldWhereNarrow();
  let settling;

  subject.addEventListener('change', () => go(chosenSubject(subject.value)));
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
    const text = at === last ? `Position ${at}, now` : `Position ${at} of ${last}`;
    position.setAttribute('aria-valuetext', text);
    known.textContent = text;
  }

  /** Says which event was the last that was known. */
  async function tellEvent(at, isNow) {
    try {
      const event = await eventAt(at);
      if (Number(position.value) === at) {
        const last = `${eventName(event.type)}, ${instant(event.time)}`;
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
      const before = subject.value;
      fill(
        subject,
        present.map(option),
        merged.length > 0 && h('optgroup', { label: 'Merged into another' }, merged.map(option)),
      );
      subject.value = before;
    },
    /** The log goes up to here; whoever stands at its end stays at its end. */
    reach(head) {
      const wasAtEnd = position.value === position.max;
      position.max = Math.max(0, head);
      if (wasAtEnd && !changed({}).asOf) {
        position.value = position.max;
      }
      position.disabled = head < 1;
      describe(Number(position.value));
    },
    since: (dates) => days.since(dates),
    /** Shows a state and, once it is known, the point that the answer stands at. */
    show(state, at) {
      if (state.subject && ![...subject.options].some((each) => each.value === state.subject)) {
        subject.prepend(h('option', { value: state.subject }, state.subject));
      }
      subject.value = state.subject ?? '';
      days.show(state.validAt ?? at?.validAt);
      asOf.value = state.asOf ?? '';
      fold.tell([subject.selectedOptions[0]?.text, state.validAt ?? at?.validAt ?? 'today', state.asOf ?? 'known now']);
      const pinned = POSITION.exec(state.asOf ?? '')?.[1];
      if (!at && (pinned || !state.asOf)) {
        position.value = pinned ?? position.max;
        describe(Number(position.value));
      } else if (at) {
        position.max = Math.max(Number(position.max), at.position);
        position.value = at.position;
        describe(at.position);
        tellEvent(at.position, !state.asOf);
      }
    },
  };
}

/** Another subject in the same view; a page about one deal or announcement gives way to the overview. */
function chosenSubject(id) {
  const { view } = changed({});
  return ['deal', 'announcement'].includes(view)
    ? inView('overview', { subject: id })
    : changed({ subject: id, explain: null, announcement: null, circle: null });
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
export function eventName(type) {
  return words(type.replace(/^io\.partnerledger\./, '').replace(/\.v\d+$/, '').replaceAll('.', ' '));
}
