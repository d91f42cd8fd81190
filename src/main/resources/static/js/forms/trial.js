import { Problem, send } from '../api.js';
import { fill, h } from '../dom.js';
import { failed } from '../views/section.js';
import { outlook } from './outlook.js';
import { newKey } from './form.js';

const SETTLE_MILLIS = 400;

/** What something would change in rosters and totals: the ledger tries it out, and stores nothing. */
export function trial() {
  const element = h('div', { class: 'trial', role: 'status' });
  let settling;
  let shown = null;

  async function run(ask) {
    const mine = (shown = {});
    try {
      const report = await ask();
      if (mine === shown) {
        fill(element, h('h3', {}, 'What would change'), outlook(report, { isOne: true }));
      }
    } catch (failure) {
      if (mine === shown) {
        fill(element, isWithout(failure) ? h('p', { class: 'hint' }, 'This ledger cannot try it out beforehand.') : failed(failure));
      }
    }
  }

  return {
    element,
    /** Tries it out once nothing more is typed; null clears what was shown. */
    show(ask) {
      clearTimeout(settling);
      shown = null;
      if (ask) {
        settling = setTimeout(() => run(ask), SETTLE_MILLIS);
      } else {
        fill(element);
      }
    },
  };
}

function isWithout(failure) {
  return failure instanceof Problem && [404, 405].includes(failure.status);
}

/** Tries an announcement out. */
export function tryAnnouncement(value) {
  return send('POST', 'api/imports', value, { parameters: { dryRun: true, register: true } });
}

/** Tries out what would become of an announcement, as the event that it would be. */
export function tryEvent(type, announcement, data) {
  const event = {
    specversion: '1.0',
    id: newKey(),
    source: 'urn:partner-ledger:page',
    type: `io.partnerledger.announcement.${type}.v1`,
    subject: `announcement/${announcement}`,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    data: { announcement, ...data },
  };
  return send('POST', 'api/imports', JSON.stringify(event), { type: 'application/x-ndjson', parameters: { dryRun: true, register: true } });
}
