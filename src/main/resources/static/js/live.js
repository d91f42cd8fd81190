import { say } from './dom.js';
import { eventName } from './views/controls.js';

const SETTLE_MILLIS = 150;

/**
 * Listens to the log from behind a position, while somebody looks; a window that is hidden hangs up and resumes where it
 * was. `arrived` is told the last position, once for entries that come in together.
 */
export function listen(last, arrived) {
  let stream = null;
  let told = last;
  let newest = null;
  let settling;

  function open() {
    if (stream || document.hidden) {
      return;
    }
    stream = new EventSource(new URL(`api/events?after=${last}`, document.baseURI));
    stream.onmessage = ({ lastEventId, data }) => {
      last = Math.max(last, Number(lastEventId));
      newest = data;
      clearTimeout(settling);
      settling = setTimeout(tell, SETTLE_MILLIS);
    };
  }

  function tell() {
    const count = last - told;
    if (count > 0) {
      told = last;
      const { type } = JSON.parse(newest);
      say(count === 1 ? `New at position ${last}: ${eventName(type)}` : `${count} new entries, up to position ${last}`);
      arrived(last);
    }
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else {
      open();
    }
  });
  open();
}
