import { file } from '../api.js';
import { h, say } from '../dom.js';

/** What is on screen as a table, as the API writes it. */
export function csvButton(permalink, title) {
  return h(
    'button',
    { type: 'button', class: 'quiet', 'aria-label': `Save ${title} as CSV`, onclick: () => saveAnswer(permalink, 'text/csv', `${fileName(permalink)}.csv`) },
    'CSV',
  );
}

/** Saves what the API answers in a media type. */
export async function saveAnswer(path, accept, name) {
  try {
    save(await file(path, accept), name);
  } catch (failure) {
    say(`Not saved: ${failure.message}`);
  }
}

/** Hands a file to the browser. */
export function save(blob, name) {
  const url = URL.createObjectURL(blob);
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  say(`Saved ${name}`);
}

/** /api/totals?subject=anthropic&validAt=2026-11-23&asOf=position:7 → totals-anthropic-2026-11-23-position-7 */
export function fileName(permalink) {
  const url = new URL(permalink, document.baseURI);
  const view = url.pathname.split('/').slice(url.pathname.split('/').indexOf('api') + 1);
  const told = ['subject', 'validAt', 'asOf'].map((key) => url.searchParams.get(key));
  return [...view, ...told].filter(Boolean).join('-').replaceAll(/[^\w-]+/g, '-');
}
