import { h, webLink } from '../dom.js';
import { words } from '../format.js';

/** A source in full: who published what and when, how near it is to the fact, and its words. */
export function sourceBlock(source) {
  return h(
    'div',
    { class: 'source' },
    h(
      'p',
      {},
      h('b', {}, source.publisher),
      source.author && [', ', h('bdi', {}, source.author)],
      ': ',
      h('bdi', {}, source.title),
      ' ',
      h('span', { class: `badge tier ${source.tier}` }, words(source.tier)),
    ),
    source.quote && h('blockquote', {}, source.quote),
    h(
      'p',
      { class: 'hint' },
      [
        source.publishedOn && `published ${source.publishedOn}`,
        source.retrievedAt && `retrieved ${source.retrievedAt}`,
        source.derivedFrom && `derived from ${source.derivedFrom}`,
      ]
        .filter(Boolean)
        .map((text) => `${text} · `),
      source.url ? webLink(source.url, source.url) : 'a document without an address',
    ),
  );
}
