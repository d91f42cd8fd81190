import { say } from './dom.js';
import { eventName } from './views/controls.js';

const SETTLE_MILLIS = 150;
const AGAIN_MILLIS = 5000;

/**
 * Listens to the log from behind a position, while somebody looks; a window that is hidden hangs up and resumes where it
 * was. `arrived` is told the last position, once for entries that come in together; `connected` whether the ledger is there.
 */
export function listen(last, arrived, connected) {
  let stream = null;
  let told = last;
  let newest = null;
  let settling;

  function open() {
    if (stream || document.hidden) {
      return;
    }
    stream = new EventSource(new URL(`api/events?after=${last}`, document.baseURI));
    stream.onopen = () => connected(true);
    stream.onerror = () => {
      connected(false);
      if (stream?.readyState === EventSource.CLOSED) {
        hangUp();
        setTimeout(open, AGAIN_MILLIS);
      }
    };
    stream.onmessage = ({ lastEventId, data }) => {
      last = Math.max(last, Number(lastEventId));
      newest = data;
      clearTimeout(settling);
      settling = setTimeout(tell, SETTLE_MILLIS);
    };
  }

  function hangUp() {
    stream?.close();
    stream = null;
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

  document.addEventListener('visibilitychange', () => (document.hidden ? hangUp() : open()));
  open();
}
