import { between, h } from '../dom.js';
import { count, words } from '../format.js';
import { gradually } from '../gradual.js';
import { figure, organization, ref } from '../links.js';
import { nameOf } from '../names.js';
import { empty } from './section.js';

const MOST_DOTS = 30;
const COMPARATORS = { 'at-least': 'at least', exactly: 'exactly', 'more-than': 'more than', about: 'about' };

/** What sources counted, held against the roster. */
export function claimsView(answer) {
  if (answer.claims.length === 0) {
    return empty(`Nobody counted the partners of ${nameOf(answer.subject)} by ${answer.validAt}.`);
  }
  return gradually('ul', { class: 'claims' }, answer.claims, claim);
}

function claim(told) {
  const key = `claims/${told.announcement}`;
  const roles = told.roles.length > 0 ? `${told.roles.map((role) => `${words(role)}s`).join(', ')}` : 'partners';
  const missing = told.named.filter((id) => !told.matched.includes(id));
  return h(
    'li',
    { class: 'claim' },
    h(
      'p',
      { class: 'claimed' },
      'Claimed ',
      figure(`${COMPARATORS[told.comparator] ?? told.comparator} ${told.count}`, key, roles),
      ` ${roles} `,
      h('span', { class: 'when' }, h('time', {}, told.announcedOn), ' ', ref(told.announcement)),
    ),
    dots(told, missing),
    h('p', { class: 'reckoning' }, reckoning(told, missing, key)),
    names('Named and on the roster', told.matched),
    names('Named, not on the roster', missing),
    names('On the roster, not named', told.extra, true),
  );
}

function reckoning(told, missing, key) {
  const parts = [
    told.matched.length === told.named.length && told.named.length > 0
      ? [figure(String(told.matched.length), key, 'named and matched'), ' named and matched']
      : [figure(String(told.named.length), key, 'named'), ' named, ', figure(String(told.matched.length), key, 'matched'), ' matched'],
    told.unnamed > 0 && [figure(String(told.unnamed), key, 'unnamed'), ' unnamed'],
    missing.length > 0 && [figure(String(missing.length), key, 'not on the roster'), ' not on the roster'],
    told.extra.length > 0 && [figure(String(told.extra.length), key, 'more on the roster'), ' more on the roster'],
  ];
  return between(', ', parts.filter(Boolean));
}

/** One dot for each partner claimed: filled where matched, crossed where not on the roster, hollow where unnamed. */
function dots(told, missing) {
  const all = [
    ...told.matched.map((id) => ['matched', nameOf(id)]),
    ...missing.map((id) => ['missing', `${nameOf(id)}: not on the roster`]),
    ...Array.from({ length: Math.min(told.unnamed, MOST_DOTS) }, () => ['unnamed', 'unnamed']),
  ];
  return (
    all.length <= MOST_DOTS &&
    h('p', { class: 'dots', 'aria-hidden': 'true' }, all.map(([style, title]) => h('i', { class: `dot ${style}`, title })))
  );
}

function names(title, ids, folded = false) {
  if (ids.length === 0) {
    return null;
  }
  const links = between(', ', ids.map(organization));
  return folded
    ? h('details', {}, h('summary', {}, `${title} (${count(ids.length, 'partner')})`), h('p', {}, links))
    : h('p', { class: 'names' }, h('span', { class: 'hint' }, `${title}: `), links);
}
