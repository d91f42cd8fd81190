import { get } from '../api.js';
import { learnAll } from '../citations.js';
import { fill, h } from '../dom.js';
import { ref } from '../links.js';

const MOST = 5;

/** Warns before an announcement is recorded that is there already: the same address, or the same title of the same publisher. */
export function duplicates() {
  const element = h('section', { class: 'card notice-card', 'aria-label': 'Recorded already?', hidden: true });
  const told = h('div', { role: 'status' });
  element.append(told);
  let asked = '';

  async function look({ source = {}, announcedOn } = {}) {
    const { url, publisher, title } = source;
    const wanted = JSON.stringify([url, publisher, title, announcedOn]);
    if (wanted === asked) {
      return;
    }
    asked = wanted;
    const questions = [url, title].filter((each) => each?.length > 5);
    const pages = await Promise.all(questions.map((each) => get('api/announcements', { source: bare(each), limit: 20 }).catch(() => ({ items: [] }))));
    if (wanted !== asked) {
      return;
    }
    const found = new Map(pages.flatMap(({ items }) => items).filter((each) => isLike(each, source)).map((each) => [each.id, each]));
    learnAll([...found.values()]);
    element.hidden = found.size === 0;
    fill(
      told,
      found.size > 0 && [
        h('h2', {}, 'Recorded already?'),
        h('ul', { class: 'movements' }, [...found.values()].slice(0, MOST).map((each) => h('li', {}, ref(each.id), ' ', h('time', {}, each.announcedOn), ' ', h('b', {}, each.source.publisher), ' ', h('bdi', {}, each.source.title), h('p', { class: 'hint' }, why(each, source, announcedOn))))),
      ],
    );
  }

  return { element, look };
}

function isLike(each, { url, publisher, title }) {
  return (url && bare(each.source.url ?? '') === bare(url)) || (title && same(each.source.title, title) && (!publisher || same(each.source.publisher, publisher)));
}

function why(each, { url }, announcedOn) {
  const where = url && bare(each.source.url ?? '') === bare(url) ? 'The same address' : 'The same title';
  return announcedOn === each.announcedOn ? `${where} and the same day: the same statements would be refused.` : `${where}, another day.`;
}

/** https://www.example.org/a/ → www.example.org/a */
function bare(url) {
  return url.trim().replace(/^https?:\/\//i, '').replace(/[/#]+$/, '');
}

function same(a, b) {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
