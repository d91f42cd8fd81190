import { h } from '../dom.js';

const OVERSCAN = 8;

/**
 * A list of which only what is in sight is drawn, so that ten thousand rows scroll like ten. Rows are of one height, which
 * the style sheet says as --row-height. `more` is called when the end of what is there comes near.
 */
export function virtualList({ label, draw, more }) {
  const track = h('ul', { class: 'track' });
  const element = h('div', { class: 'feed', tabindex: '0', role: 'region', 'aria-label': label }, track);
  const drawn = new Map();
  let items = [];
  let isComplete = true;
  let scheduled = false;
  let height = 0;

  element.addEventListener('scroll', schedule, { passive: true });
  new ResizeObserver(() => {
    height = 0;
    schedule();
  }).observe(element);

  function schedule() {
    if (!scheduled) {
      scheduled = true;
      requestAnimationFrame(() => {
        scheduled = false;
        place();
      });
    }
  }

  function rowHeight() {
    if (height === 0) {
      const probe = track.appendChild(h('li', { class: 'probe' }));
      height = probe.offsetHeight || 64;
      probe.remove();
      track.style.height = `${(items.length + (isComplete ? 0 : 1)) * height}px`;
      drawn.forEach((row, index) => (row.style.top = `${index * height}px`));
    }
    return height;
  }

  function place() {
    const each = rowHeight();
    const first = Math.max(0, Math.floor(element.scrollTop / each) - OVERSCAN);
    const last = Math.min(items.length, Math.ceil((element.scrollTop + element.clientHeight) / each) + OVERSCAN);
    for (const [index, row] of drawn) {
      if ((index < first || index >= last) && !row.contains(document.activeElement)) {
        row.remove();
        drawn.delete(index);
      }
    }
    for (let index = first; index < last; index++) {
      if (!drawn.has(index)) {
        insert(index, each);
      }
    }
    if (!isComplete && last >= items.length - OVERSCAN) {
      more();
    }
  }

  /** Rows stand in the order of the list also in the document, so that Tab goes from one to the next. */
  function insert(index, each) {
    const row = h('li', { 'aria-posinset': index + 1, 'aria-setsize': isComplete ? items.length : -1 }, draw(items[index]));
    row.style.top = `${index * each}px`;
    drawn.set(index, row);
    let next = index + 1;
    while (next <= index + 2 * OVERSCAN && !drawn.has(next)) {
      next++;
    }
    track.insertBefore(row, drawn.get(next) ?? null);
  }

  return {
    element,
    /** Replaces the rows; `keepPlace` where the same rows come again. */
    show(all, complete, { keepPlace = false } = {}) {
      if (!keepPlace) {
        element.scrollTop = 0;
      }
      if (items !== all || !keepPlace) {
        drawn.forEach((row) => row.remove());
        drawn.clear();
      }
      items = all;
      isComplete = complete;
      height = 0;
      schedule();
    },
    /** More rows at the end. */
    grown(complete) {
      isComplete = complete;
      height = 0;
      schedule();
    },
  };
}
