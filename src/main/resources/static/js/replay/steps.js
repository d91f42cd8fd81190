import { list } from '../api.js';
import { learnEntries } from '../citations.js';

const MOST = 10_000;

/**
 * What a replay steps through, oldest first: by entry, each position of the log that says something about the subject; by
 * day, each day on which something was announced. Each step has the change of the state that goes to it, and its entries.
 */
export async function stepsOf({ subject, validAt, asOf, by }, signal) {
  const isByDay = by === 'day';
  const question = isByDay ? { subject, asOf, order: 'valid', limit: 1000 } : { subject, validAt, order: 'recorded', limit: 1000 };
  const items = await list('api/timeline', question, signal, MOST);
  learnEntries(items);
  const steps = new Map();
  for (const item of items) {
    const key = isByDay ? earliest(item.announcedOn) : item.position;
    if (key !== null && key !== undefined) {
      steps.set(key, [...(steps.get(key) ?? []), item]);
    }
  }
  return [...steps]
    .sort(([a], [b]) => (isByDay ? a.localeCompare(b) : a - b))
    .map(([key, entries]) => ({ key, entries, change: isByDay ? { validAt: key } : { asOf: `position:${key}` } }));
}

/** 2026-05~ → 2026-05-01 */
export function earliest(written) {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(written ?? '') ?? [];
  return year ? `${year}-${Number(month) > 12 ? '01' : month}-${day}` : null;
}

/** The last step that a point has reached; -1 before the first. */
export function reached(steps, { validAt, asOf, by }, answer) {
  const isIn = by === 'day' ? ({ key }) => key <= answer.validAt : ({ key }) => key <= answer.position;
  return (by === 'day' ? !validAt : !asOf) ? steps.length - 1 : steps.findLastIndex(isIn);
}
