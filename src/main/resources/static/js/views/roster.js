import { between, h } from '../dom.js';
import { count, words } from '../format.js';
import { gradually } from '../gradual.js';
import { figure, organization, ref, refs } from '../links.js';
import { nameOf } from '../names.js';
import { empty } from './section.js';

/** Who is a partner, in which roles, since when, and who used to be. */
export function rosterView(answer) {
  const { partners, former } = answer;
  if (partners.length === 0 && former.length === 0) {
    return empty(`No partner of ${nameOf(answer.subject)} was announced by ${answer.validAt}.`);
  }
  return [
    h('p', { class: 'lead' }, figure(count(partners.length, 'partner'), 'roster', 'all statements'), ` by ${answer.validAt}`),
    partners.length > 0 && currentTable(partners),
    former.length > 0 && formerTable(former),
    answer.conflicts?.length > 0 && unmatched(answer.conflicts),
  ];
}

function currentTable(partners) {
  return table('Partners', ['Partner', 'Role', 'Since', 'Products', 'Announced in'], partners, currentRows);
}

function currentRows(partner) {
  const products = union(partner.roles.map((role) => role.products ?? []));
  return partner.roles.map((role, index) =>
    h(
      'tr',
      { class: index === 0 ? 'first' : 'more', role: 'row' },
      index === 0 && [
        cell('th', 'name', { scope: 'rowgroup', rowspan: partner.roles.length }, named(partner)),
      ],
      cell('td', 'role', {}, words(role.role), limits(role)),
      cell('td', 'since', { 'data-label': 'since' }, h('time', { title: `counted from ${role.since}` }, role.sinceAsWritten ?? role.since)),
      index === 0 && cell('td', 'products', { rowspan: partner.roles.length }, products.join(', ')),
      cell('td', 'sources', {}, refs(role.announcements ?? [])),
    ),
  );
}

function named(partner, verb = 'is') {
  return [
    organization(partner.id),
    h('span', { class: 'why' }, figure('why', `roster/${partner.id}`, `${nameOf(partner.id)} ${verb} a partner`)),
  ];
}

/** How far a role goes, where the source says so. */
function limits({ scope, exclusive }) {
  const said = [scope, exclusive === true && 'exclusive', exclusive === false && 'not exclusive'].filter(Boolean);
  return said.length > 0 && h('span', { class: 'limits' }, h('bdi', {}, said.join(', ')));
}

function unmatched(conflicts) {
  return h(
    'p',
    { class: 'notice' },
    'A source ends what no other began: ',
    between(', ', conflicts.map((each) => [nameOf(each.partner), each.role ? ` as ${words(each.role)} ` : ' ', ref(each.announcement)])),
  );
}

function formerTable(former) {
  return [
    h('h3', {}, 'Former partners'),
    table('Former partners', ['Partner', 'Role', 'From', 'Until', 'Announced in'], former, formerRows),
  ];
}

function formerRows(partner) {
  return partner.roles.map((role, index) =>
    h(
      'tr',
      { class: index === 0 ? 'first' : 'more', role: 'row' },
      index === 0 && cell('th', 'name', { scope: 'rowgroup', rowspan: partner.roles.length }, named(partner, 'was')),
      cell('td', 'role', {}, words(role.role)),
      cell('td', 'since', { 'data-label': 'from' }, h('time', {}, role.since)),
      cell('td', 'until', { 'data-label': 'until' }, h('time', {}, role.until)),
      cell('td', 'sources', {}, refs(role.announcements ?? [])),
    ),
  );
}

function table(caption, headings, partners, rowsOf) {
  return h(
    'table',
    { class: 'roster', role: 'table' },
    h('caption', { class: 'unseen' }, caption),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, headings.map((text) => h('th', { scope: 'col', role: 'columnheader' }, text)))),
    gradually('tbody', { role: 'rowgroup' }, partners, rowsOf),
  );
}

/** The roles are said in full because a table laid out as cards loses its own in some browsers. */
function cell(tag, name, properties, ...content) {
  return h(tag, { class: name, role: tag === 'th' ? 'rowheader' : 'cell', ...properties }, content);
}

function union(lists) {
  return [...new Set(lists.flat())];
}
