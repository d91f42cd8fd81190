import { between, h } from '../dom.js';
import { grouped, words } from '../format.js';
import { gradually } from '../gradual.js';
import { deal, organization, ref } from '../links.js';
import { nameOf } from '../names.js';
import { empty } from './section.js';

const AT_ONCE = 6;

/** Statements that cannot all hold: who says what, on which kind of source. */
export function conflictsView(answer) {
  const { conflicts } = answer;
  if (conflicts.length === 0) {
    return empty(`No source contradicts another about ${nameOf(answer.subject)} by ${answer.validAt}.`);
  }
  const rest = conflicts.slice(AT_ONCE);
  return [
    h('ul', { class: 'conflicts' }, conflicts.slice(0, AT_ONCE).map(conflict)),
    rest.length > 0 && h('details', {}, h('summary', {}, `${rest.length} more`), gradually('ul', { class: 'conflicts' }, rest, conflict)),
  ];
}

export function conflict(each) {
  return h(
    'li',
    { class: 'conflict' },
    h('p', {}, h('b', {}, words(each.type)), ' ', about(each)),
    h('ul', { class: 'sides' }, each.sides.map((side) => h('li', {}, ref(side.announcement), ' ', h('bdi', {}, said(side.says)), ' ', h('span', { class: 'badge tier' }, words(side.tier))))),
  );
}

function about(each) {
  if (each.deal) {
    return deal(each.deal);
  }
  const parties = (each.organizations ?? [each.subject, each.partner]).filter(Boolean);
  return [between(', ', parties.map(organization)), each.role && ` as ${words(each.role)}`];
}

/** 2000000000 USD → 2,000,000,000 USD */
function said(text) {
  return String(text ?? '').replace(/^\d{5,}/, grouped);
}
