import { fill, h } from '../dom.js';
import { backOr, changed } from '../state.js';
import { failed } from '../views/section.js';
import { announcementPanel } from './announcement.js';
import { explanationPanel } from './explanation.js';

/** The side panel: an explanation or an announcement, as the address bar says. */
export function panel() {
  const dialog = document.getElementById('panel');
  let shown = null;

  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      close();
    }
  });

  function close() {
    backOr(changed(changed({}).announcement ? { announcement: null } : { explain: null }));
  }

  async function show(state, at) {
    const wanted = state.announcement ?? state.explain;
    if (!wanted) {
      shown = null;
      dialog.close();
      return;
    }
    const key = JSON.stringify([state, at]);
    if (key === shown) {
      return;
    }
    shown = key;
    fill(dialog, frame('…', h('p', { class: 'hint' }, 'Loading'), close, state));
    if (!dialog.open) {
      dialog.showModal();
    }
    try {
      const { title, content } = state.announcement
        ? await announcementPanel(state.announcement)
        : await explanationPanel(state, at);
      if (key === shown) {
        fill(dialog, frame(title, content, close, state));
        dialog.querySelector('h2').focus();
        dialog.scrollTop = 0;
      }
    } catch (failure) {
      if (key === shown) {
        fill(dialog, frame('Not there', failed(failure, () => ((shown = null), show(state, at))), close, state));
      }
    }
  }

  return { show };
}

function frame(title, content, close, state) {
  const isOverExplanation = state.announcement && state.explain;
  return h(
    'div',
    { class: 'sheet' },
    h(
      'header',
      {},
      h('h2', { id: 'panel-title', tabindex: '-1' }, title),
      h('button', { type: 'button', class: 'quiet', onclick: close }, isOverExplanation ? 'Back' : 'Close'),
    ),
    content,
  );
}
