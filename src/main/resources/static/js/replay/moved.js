import { sum } from '../decimal.js';
import { keyOf } from '../views/totals.js';

const FIELDS = ['committed', 'nonBinding', 'rumoured', 'lapsed', 'paid'];

/** What is new, gone or other between two rosters; the ids of partners. */
export function movedPartners(before, after) {
  const was = new Map((before?.partners ?? []).map((each) => [each.id, rolesOf(each)]));
  const is = new Map(after.partners.map((each) => [each.id, rolesOf(each)]));
  return {
    come: [...is.keys()].filter((id) => before && !was.has(id)),
    gone: [...was.keys()].filter((id) => !is.has(id)),
    other: [...is.keys()].filter((id) => was.has(id) && was.get(id) !== is.get(id)),
  };
}

function rolesOf({ roles }) {
  return roles.map(({ role, since }) => `${role} ${since}`).join();
}

/** The rows of totals that moved, by their keys, each with the figures that did. */
export function movedRows(before, after) {
  const was = new Map((before?.rows ?? []).map((row) => [keyOf(row), row]));
  const is = new Map(after.rows.map((row) => [keyOf(row), row]));
  const moved = new Map();
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const fields = FIELDS.map((field) => [field, sum([is.get(key)?.[field] ?? '0', `-${was.get(key)?.[field] ?? '0'}`])]).filter(([, delta]) => delta !== '0');
    const deals = (is.get(key)?.deals ?? 0) - (was.get(key)?.deals ?? 0);
    if (before && (fields.length > 0 || deals !== 0)) {
      moved.set(key, { row: is.get(key) ?? was.get(key), fields, deals });
    }
  }
  return moved;
}
