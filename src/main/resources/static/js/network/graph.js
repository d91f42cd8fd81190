import { exact, isZero, money, words } from '../format.js';
import { nameOf } from '../names.js';
import { extent } from '../views/parts.js';

const WIDEST = 30;
const THINNEST = 1.6;

/**
 * Nodes and edges of the graph from the answers: an edge for each direction, instrument and currency, as wide as its
 * amount on the scale of its currency; partners without announced money hang on by no edge of money.
 */
export function graphOf(totals, flows, roster, subject) {
  const longest = new Map();
  totals.rows.forEach((row) => longest.set(row.currency, Math.max(longest.get(row.currency) ?? 0, extent(row))));
  const edges = totals.rows.filter(({ from, to, self }) => !self && from !== to).map((row) => edgeOf(row, longest.get(row.currency)));
  const roles = new Map((roster?.partners ?? []).map((partner) => [partner.id, partner.roles.map(({ role }) => role)]));
  const ids = new Set([...(subject ? [subject] : []), ...edges.flatMap(({ from, to }) => [from, to]), ...roles.keys()]);
  const called = new Map(flows.nodes.map(({ id, name }) => [id, name]));
  const nodes = [...ids].map((id) => {
    const own = edges.filter(({ from, to }) => from === id || to === id);
    return {
      id,
      name: called.get(id) ?? nameOf(id),
      roles: roles.get(id) ?? [],
      weight: own.reduce((sum, { width }) => sum + width, 0),
      lines: subject && id !== subject ? linesOf(id, own, roles.get(id) ?? []) : [],
    };
  });
  return { nodes, edges };
}

function edgeOf(row, longest) {
  const size = extent(row);
  const firm = Number(row.committed);
  return {
    ...row,
    width: size > 0 ? Math.max(THINNEST, (size / longest) * WIDEST) : THINNEST,
    isFirm: firm > 0 || size === 0,
    isUndisclosed: size === 0 && row.undisclosedDeals > 0,
    title: `${nameOf(row.from)} → ${nameOf(row.to)}: ${sizeText(row, exact)}, ${words(row.instrument)}`,
  };
}

/** What an edge is worth, in words: what is committed, else the weaker parts. */
export function sizeText(row, write = money) {
  const parts = [
    ['committed', ''],
    ['nonBinding', ' non-binding'],
    ['rumoured', ' rumoured'],
    ['lapsed', ' lapsed'],
  ].filter(([own]) => !isZero(row[own]));
  const told = parts.map(([own, after]) => `${own === 'committed' && row.openEnded ? '≥ ' : ''}${write(row[own], row.currency)}${after}`);
  return [...told, ...(row.undisclosedDeals > 0 ? ['undisclosed'] : [])].join(' + ') || 'ended';
}

function linesOf(id, own, roles) {
  const told = (edges, verb) => edges.map((edge) => `${verb} ${sizeText(edge)} ${words(edge.instrument)}`);
  const lines = [...told(own.filter(({ from }) => from === id), 'gives'), ...told(own.filter(({ to }) => to === id), 'gets')];
  return lines.length > 0 ? lines : [roles.map(words).join(', ')].filter(Boolean);
}
