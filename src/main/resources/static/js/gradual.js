import { h } from './dom.js';

const AT_FIRST = 40;
const AT_ONCE = 80;

/**
 * An element with a child for each item: the first ones are there at once, the others follow while nothing else is to
 * do, so that a long list keeps nobody waiting for the page.
 */
export function gradually(tag, properties, items, draw) {
  const element = h(tag, properties, items.slice(0, AT_FIRST).map(draw));
  let drawn = AT_FIRST;
  let shown = false;
  const more = () => {
    shown ||= element.isConnected;
    if (shown && !element.isConnected) {
      return;
    }
    element.append(...items.slice(drawn, drawn + AT_ONCE).flatMap(draw));
    drawn += AT_ONCE;
    if (drawn < items.length) {
      whenIdle(more);
    }
  };
  if (drawn < items.length) {
    whenIdle(more);
  }
  return element;
}

function whenIdle(work) {
  if ('requestIdleCallback' in window) {
    requestIdleCallback(work, { timeout: 500 });
  } else {
    setTimeout(work, 20);
  }
}
