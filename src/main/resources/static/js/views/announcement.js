import { announcement, historyOf } from '../citations.js';
import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { acts } from './acts.js';
import { allNames } from '../names.js';
import { headline } from './headline.js';
import { facts, historyList, remarksList, statementsList } from '../panel/announcement.js';
import { sourceBlock } from '../panel/source.js';
import { frame } from './frame.js';

/** An announcement on a page of its own: what it says, on whose word, and what became of it. */
export function announcementPage() {
  const { element, title, body, load } = frame('announcement-page');
  const names = h('datalist', { id: 'organizations' });
  const form = h('div', { class: 'part-of-grid' });
  const rest = h('div', { class: 'part-of-grid' });
  let named = '';
  let written = null;

  async function draw({ id = '', asOf, act }, signal) {
    const [found, history] = await Promise.all([asOf ? get(`api/announcements/${encodeURIComponent(id)}`, { asOf }, signal) : announcement(id), historyOf(id)]);
    fill(names, allNames().map((value) => h('option', { value })));
    const wanted = `${id} ${act}`;
    const change = written?.isWriting && written.wanted === wanted ? written : { wanted, ...(await acts(found, act)) };
    if (signal.aborted) {
      return null;
    }
    change.meanwhile(found);
    if (change !== written) {
      fill(form, act && change.element);
      written = change;
    }
    named = `#${found.position} ${found.source.publisher}`;
    fill(title, headline(found.source.title, null), h('p', { class: 'when' }, h('bdi', {}, found.source.publisher), ` · #${found.position}`));
    fill(
      rest,
      card('What it says', facts(found), statementsList(found.statements)),
      card('On whose word', sourceBlock(found.source), h('p', { class: 'hint' }, h('code', {}, found.id))),
      found.remarks?.length > 0 && card('Disputed and corroborated', remarksList(found.remarks)),
      card('History', historyList(history)),
      !act && change.element,
    );
    if (!form.isConnected) {
      fill(body, names, h('div', { class: 'grid' }, form, rest));
    }
    return null;
  }

  return {
    element,
    keys: ['id', 'asOf', 'act'],
    title: () => named,
    load: (state, signal) => load(signal, () => draw(state, signal)),
  };
}

function card(title, ...content) {
  return h('section', { class: 'card', 'aria-label': title }, h('div', { class: 'head' }, h('h2', {}, title)), content);
}
