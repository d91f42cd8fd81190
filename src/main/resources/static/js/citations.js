import { get, list } from './api.js';

/** What is known of announcements, by id: enough to cite them. */
const known = new Map();
const asked = new Map();
const MOST_ONE_BY_ONE = 40;

/**
 * Learns the announcements of a subject, and those that are cited though they do not name it, and writes their numbers
 * wherever the page cites them.
 */
export async function learnOf(subject, signal) {
  const items = await list('api/announcements', { subject, limit: 200 }, signal);
  learnAll(items);
  const missing = new Set([...document.querySelectorAll('a.ref[data-announcement]')].map(({ dataset }) => dataset.announcement).filter((id) => !known.has(id)));
  await Promise.all([...missing].slice(0, MOST_ONE_BY_ONE).map((id) => announcement(id).catch(() => null)));
}

/** Learns announcements that came with an answer, and writes their numbers. */
export function learnAll(items) {
  items.forEach((item) => known.set(item.id, { ...known.get(item.id), ...item }));
  number(document);
}

/** What an entry of the timeline gives away about its announcement, where nothing better is known. */
export function learnEntries(items) {
  items
    .filter(({ announcement: id, statement }) => id && Number.isInteger(statement) && !known.has(id))
    .forEach(({ announcement: id, position, announcedOn, source, headline }) => known.set(id, { id, position, announcedOn, source: { ...source, title: headline } }));
}

export function citation(id) {
  return known.get(id);
}

/** An announcement in full; asked for once per revision known. */
export function announcement(id) {
  if (!asked.has(id)) {
    const answer = get(`api/announcements/${encodeURIComponent(id)}`);
    asked.set(id, answer);
    answer.then(
      (found) => {
        known.set(id, found);
        number(document);
      },
      () => asked.delete(id),
    );
  }
  return asked.get(id);
}

/** The history of an announcement, oldest first. */
export async function historyOf(id) {
  return list(`api/announcements/${encodeURIComponent(id)}/history`, {});
}

/** Forgets what may have changed since. */
export function forget() {
  asked.clear();
}

/** Writes the numbers of the announcements that are known by now. */
export function number(root) {
  for (const link of root.querySelectorAll('a.ref[data-announcement]')) {
    label(link, link.dataset.announcement);
  }
}

export function label(link, id) {
  const item = known.get(id);
  if (item) {
    link.textContent = `#${item.position}`;
    link.title = `${item.announcedOn} · ${item.source.publisher}: ${item.source.title}`;
    link.setAttribute('aria-label', `#${item.position}, ${item.source.publisher}, ${item.announcedOn}`);
  } else {
    link.textContent = id.length > 12 ? `${id.slice(0, 9)}…` : id;
    link.title = id;
  }
}
