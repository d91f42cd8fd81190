import { between, h } from '../dom.js';
import { count, exact, words } from '../format.js';
import { announcementPage, organization } from '../links.js';

const MOST = 50;
const FIELDS = ['committed', 'paid', 'outstanding', 'conditional', 'nonBinding', 'rumoured', 'lapsed'];

/** What an import did or would do, as the ledger reports it: lines, registrations, and the rows that change. */
export function outlook(report, { isOne = false } = {}) {
  const verb = report.dryRun ? 'would be' : 'were';
  return [
    !isOne && h(
      'p',
      { class: 'lead' },
      between(', ', [
        `${count(report.recorded, 'line')} ${verb} recorded`,
        ...(report.alreadyRecorded > 0 ? [`${report.alreadyRecorded} ${report.alreadyRecorded === 1 ? 'is' : 'are'} there already`] : []),
        ...(report.refused > 0 ? [h('b', { class: 'bad' }, `${report.refused} refused`)] : []),
      ]),
      `: ${count(report.events, 'event')}.`,
    ),
    report.organizations?.length > 0 && h('p', { class: 'hint' }, `Registered with it: ${report.organizations.join(', ')}.`),
    report.unknownOrganizations?.length > 0 && h('p', {}, 'New names: ', between('; ', report.unknownOrganizations.map(({ name, near }) => [h('bdi', {}, name), near.length > 0 ? ` (near: ${near.join(', ')})` : '']))),
    items(report.items ?? [], isOne),
    report.moreErrors && h('p', { class: 'hint' }, `And ${count(report.moreErrors, 'fault')} more.`),
    report.changes && changes(report.changes),
  ];
}

function items(all, isOne) {
  const shown = all.filter(({ outcome }) => outcome !== 'recorded').slice(0, MOST);
  return (
    shown.length > 0 &&
    h(
      'ul',
      { class: 'movements one' },
      shown.map(({ line, outcome, id, errors }) =>
        h('li', {}, !isOne && `Line ${line} `, h('span', { class: 'badge warn' }, words(outcome)), ' ', id && outcome === 'already-recorded' && (isAnnouncement(id) ? announcementPage(id, 'see it') : organization(id)), errors.map(({ pointer, detail }) => h('p', { class: 'hint' }, pointer && h('code', {}, pointer), ' ', h('bdi', {}, detail)))),
      ),
    )
  );
}

/** A line may be an event of an organization. */
function isAnnouncement(id) {
  return /^a\d{8}-/.test(id);
}

function changes({ validAt, roster, totals }) {
  if (roster.length + totals.length === 0) {
    return h('p', { class: 'empty' }, `No roster and no total changes by ${validAt}.`);
  }
  return [
    roster.length > 0 && [h('h3', {}, 'Roster'), h('ul', { class: 'movements one' }, roster.slice(0, MOST).map(partner))],
    totals.length > 0 && [h('h3', {}, 'Totals'), h('ul', { class: 'movements one' }, totals.slice(0, MOST).map(row))],
    roster.length + totals.length > 2 * MOST && h('p', { class: 'hint' }, 'And more.'),
  ];
}

function partner({ subject, partner: id, before, after }) {
  const said = before && after ? 'changes' : after ? 'comes' : 'goes';
  const roles = (after ?? before).map(({ role }) => words(role)).join(', ');
  return h('li', {}, organization(id), ' ', h('span', { class: `badge ${after ? 'binding' : 'warn'}` }, said), ' as a partner of ', organization(subject), h('span', { class: 'hint' }, `: ${roles}`));
}

function row({ before, after }) {
  const { from, to, instrument, currency } = after ?? before;
  const moved = FIELDS.filter((field) => (before?.[field] ?? '0') !== (after?.[field] ?? '0'));
  return h(
    'li',
    {},
    organization(from),
    ' → ',
    organization(to),
    ` ${words(instrument)}`,
    h('ul', { class: 'causes' }, moved.map((field) => h('li', {}, `${words(field === 'nonBinding' ? 'non-binding' : field)}: `, h('s', {}, exact(before?.[field] ?? '0', currency)), ' ', h('b', {}, exact(after?.[field] ?? '0', currency)))), moved.length === 0 && h('li', { class: 'hint' }, `${count(after?.deals ?? 0, 'deal')}, ${count(after?.undisclosedDeals ?? 0, 'undisclosed')}`)),
  );
}
