import { count, exact, qualified, words } from '../format.js';
import { nameOf } from '../names.js';

const MONEY = [
  ['ceiling', 'Ceiling'],
  ['committed', 'Committed'],
  ['paid', 'Paid'],
  ['outstanding', 'Outstanding'],
  ['conditional', 'of it on conditions'],
  ['nonBinding', 'Non-binding'],
  ['rumoured', 'Rumoured'],
  ['lapsed', 'Lapsed'],
];

const FINDERS = { roster, totals, claims, deals };

const GONE = 'This figure is not part of the answer at this point in time.';

/**
 * The row of an explained answer that a key means: roster[/partner], totals[/from/to/instrument/currency[/part]],
 * claims[/announcement], deals[/slug[/part]]. A view alone means everything that went into it.
 */
export function find(key, answer) {
  const [view, ...rest] = key.split('/');
  const found = rest.length > 0 || view === 'roster' ? FINDERS[view](rest, answer) : whole(view, answer);
  return { figures: [], counted: [], notCounted: [], conflicts: [], note: found ? null : GONE, title: words(view), ...found };
}

/** Whether a key, as an address has it, can mean a figure at all. */
export function isFigure(key) {
  return Object.hasOwn(FINDERS, key.split('/')[0]);
}

function whole(view, answer) {
  const rows = answer.rows ?? answer.claims ?? answer.deals;
  return rows && {
    title: `All statements behind ${view} of ${nameOf(answer.subject)}`,
    counted: unique(rows.flatMap((row) => row.counted ?? (view === 'claims' ? [row] : []))).map(withoutReason),
    notCounted: unique([...rows.flatMap((row) => row.notCounted ?? []), ...(answer.notCounted ?? [])]),
  };
}

function withoutReason({ announcement, statement, position, amount, field }) {
  return { announcement, statement, position, amount, field };
}

function roster([partner], answer) {
  if (!partner) {
    return {
      title: `${count(answer.partners.length, 'partner')} of ${nameOf(answer.subject)}`,
      counted: unique(everyone(answer).flatMap((each) => each.counted ?? [])),
      notCounted: unique([...everyone(answer).flatMap((each) => each.notCounted ?? []), ...(answer.notCounted ?? [])]),
    };
  }
  const present = answer.partners.find((each) => each.id === partner);
  const before = answer.former.find((each) => each.id === partner);
  return (present ?? before) && {
    title: `Why ${nameOf(partner)} ${present ? 'is' : 'was'} a partner of ${nameOf(answer.subject)}`,
    figures: [
      ...(present?.roles ?? []).map((role) => [words(role.role), `since ${role.sinceAsWritten ?? role.since}`]),
      ...(before?.roles ?? []).map((role) => [words(role.role), `${role.sinceAsWritten ?? role.since} until ${role.untilAsWritten ?? role.until}`]),
    ],
    counted: unique([...(present?.counted ?? []), ...(before?.counted ?? [])]),
    notCounted: unique([...(present?.notCounted ?? []), ...(before?.notCounted ?? [])]),
  };
}

function everyone(answer) {
  return [...answer.partners, ...answer.former];
}

function totals([from, to, instrument, currency, part], answer) {
  const row = answer.rows.find((each) => each.from === from && each.to === to && each.instrument === instrument && each.currency === currency);
  return row && {
    title: `${nameOf(from)} → ${nameOf(to)}, ${words(instrument)}`,
    note: [row.openEnded && 'Open-ended: a live deal states a least amount.', row.self && 'Within one organization since a merge.'].filter(Boolean).join(' '),
    figures: [
      ...money(row),
      ['Deals', count(row.deals, 'deal')],
      ...(row.undisclosedDeals > 0 ? [['Amount not disclosed', count(row.undisclosedDeals, 'deal'), 'undisclosed']] : []),
    ],
    currency,
    part: part ?? 'committed',
    counted: row.counted ?? [],
    notCounted: row.notCounted ?? [],
  };
}

function deals([slug, part], answer) {
  const row = answer.deals.find((each) => each.deal === slug);
  return row && {
    title: slug,
    note: [
      row.from && row.to && `${nameOf(row.from)} → ${nameOf(row.to)}, ${words(row.instrument)}`,
      row.stage && words(row.stage),
      row.qualifier && (row.qualifier === 'undisclosed' ? 'amount not disclosed' : qualified(row.qualifier, 'the ceiling')),
      row.conditions && `on conditions: ${row.conditions}`,
      row.ended && `ended: ${words(row.ended)}`,
    ].filter(Boolean).join(' · '),
    figures: money(row),
    currency: row.currency,
    part,
    counted: row.counted ?? [],
    notCounted: row.notCounted ?? [],
    conflicts: row.conflicts ?? [],
  };
}

function claims([announcement], answer) {
  const row = answer.claims.find((each) => each.announcement === announcement);
  return row && {
    title: `Claimed ${words(row.comparator)} ${row.count}`,
    figures: [
      ['Claimed', `${words(row.comparator)} ${row.count}`],
      ['Named', String(row.named.length)],
      ['Named and on the roster', String(row.matched.length)],
      ['Unnamed', String(row.unnamed)],
      ['On the roster, not named', String(row.extra.length)],
    ],
    counted: row.counted ?? [withoutReason(row)],
    notCounted: row.notCounted ?? answer.notCounted ?? [],
  };
}

/** Every part that is not zero. */
function money(row) {
  return MONEY.filter(([own]) => row[own] !== undefined && row[own] !== null && row[own] !== '0').map(([own, label]) => [label, exact(row[own], row.currency), own]);
}

function unique(lines) {
  const seen = new Set();
  return lines.filter((each) => {
    const key = [each.announcement, each.statement, each.field, each.reason].join('/');
    return !seen.has(key) && seen.add(key);
  });
}
