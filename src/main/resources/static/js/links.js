import { label } from './citations.js';
import { h } from './dom.js';
import { exact, money } from './format.js';
import { nameOf } from './names.js';
import { address, changed, inView } from './state.js';

/** An organization by name; leads to its own overview at the same point in time. */
export function organization(id) {
  return h('a', { class: 'organization', href: address(inView('overview', { subject: id })) }, nameOf(id));
}

/** A deal by its slug; leads to its page. */
export function deal(slug) {
  return h('a', { class: 'deal', href: address(inView('deal', { deal: slug })) }, slug);
}

/** Leads to the page of an announcement. */
export function announcementPage(id, text, more = {}) {
  return h('a', { class: 'page', href: address(inView('announcement', { id, ...more })) }, text);
}

/** The number of an announcement; opens it. */
export function ref(id) {
  return numbered(id, { explain: null, announcement: id });
}

/** The number of an announcement inside the panel; opens it over the explanation that is open. */
export function refWithin(id) {
  return numbered(id, { announcement: id });
}

function numbered(id, change) {
  const link = h('a', { class: 'ref', 'data-announcement': id, href: address(changed(change)) });
  label(link, id);
  return link;
}

export function refs(ids) {
  return h('span', { class: 'refs' }, ids.map(ref));
}

/** A figure of an answer; opens its explanation. */
export function figure(text, key, description) {
  return h(
    'a',
    {
      class: 'figure',
      href: address(changed({ explain: key, announcement: null })),
      'aria-label': `${text}${description ? `, ${description}` : ''}: explain`,
      title: description,
      'aria-haspopup': 'dialog',
    },
    text,
  );
}

/** An amount of money; reads short, says itself in full, opens its explanation. */
export function amount(plain, currency, key, description = '', before = '') {
  return figure(before + money(plain, currency), key, [exact(plain, currency), description].filter(Boolean).join(' '));
}
