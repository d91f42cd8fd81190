import { fill, h } from '../dom.js';
import { again } from '../state.js';
import { failed } from './section.js';

/** A view of its own page: a headline, and a body that is loading, there or failed. */
export function frame(name) {
  const title = h('div', { class: 'title' });
  const body = h('div', { class: 'page-body' });
  const element = h('div', { class: `view ${name}` }, title, body);
  return {
    element,
    title,
    body,
    /** Runs the drawing; why it failed stands where the drawing would. What was there stays until then. */
    async load(signal, draw) {
      element.setAttribute('aria-busy', 'true');
      if (!body.hasChildNodes()) {
        fill(body, h('div', { class: 'card' }, h('div', { class: 'skeleton', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'))));
      }
      try {
        return await draw();
      } catch (failure) {
        if (!signal.aborted) {
          fill(body, h('div', { class: 'card' }, failed(failure, again)));
        }
        return null;
      } finally {
        if (!signal.aborted) {
          element.setAttribute('aria-busy', 'false');
        }
      }
    },
  };
}
