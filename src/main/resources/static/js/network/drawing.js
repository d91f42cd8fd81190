import { words } from '../format.js';
import { go, inView } from '../state.js';
import { fitted, s } from '../svg.js';

const LINE = 15;

/** The drawing of a layout; what the filters leave out is faint. Everything that it says is also in the table under it. */
export function drawing({ width, height, places, core, edges }, nodes, { subject, isLit, label, onEdge }) {
  return s(
    'svg',
    { class: 'graph', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    edges.filter(({ path }) => path).map((each) => edgeOf(each, isLit, onEdge)),
    core && coreOf(core, nodes.find(({ id }) => id === subject)?.name ?? subject),
    nodes.filter(({ id }) => places.has(id)).map((node) => nodeOf(node, places.get(node.id), isLit)),
  );
}

function edgeOf({ edge, path, arrow }, isLit, onEdge) {
  const classes = ['edge', `of-${edge.instrument}`, !edge.isFirm && 'soft', edge.isUndisclosed && 'undisclosed', !isLit(edge) && 'dim'].filter(Boolean).join(' ');
  const size = 4 + Math.min(edge.width, 16) * 0.5;
  return s(
    'g',
    { class: classes, onclick: () => onEdge(edge) },
    s('title', {}, edge.title),
    s('path', { d: path, class: 'line', 'stroke-width': edge.width.toFixed(2) }),
    s('path', { d: `M${-size},${-size}L${size},0L${-size},${size}Z`, class: 'head', transform: `translate(${arrow.x.toFixed(1)},${arrow.y.toFixed(1)}) rotate(${arrow.angle.toFixed(1)})` }),
  );
}

function coreOf({ x, y, width, height }, name) {
  return s(
    'g',
    { class: 'core' },
    s('rect', { x, y, width, height, rx: 10 }),
    s('text', { x: x + width / 2, y: y + height / 2, 'text-anchor': 'middle', 'dominant-baseline': 'central' }, s('title', {}, name), fitted(name, Math.floor(width / 9))),
  );
}

function nodeOf(node, { x, y, anchor, side, towards = 0 }, isLit) {
  const aside = anchor === 'end' ? -16 : anchor === 'start' ? 16 : 0;
  const isBand = anchor === 'middle';
  const start = isBand ? (towards < 0 ? y - 18 - node.lines.length * LINE : y + 22) : y - (Math.min(node.lines.length, 1) * LINE) / 2;
  return s(
    'g',
    { class: `node ${isLit(node) ? '' : 'dim'} ${side ?? ''}` },
    s('title', {}, [node.name, node.roles.map(words).join(', ')].filter(Boolean).join(': ')),
    s('circle', { cx: x, cy: y, r: 7, class: node.roles.length > 0 ? 'partner' : '' }),
    s(
      'g',
      { class: 'called', onclick: () => go(inView('network', { subject: node.id })) },
      s('text', { x: x + aside, y: start, 'text-anchor': anchor, 'dominant-baseline': 'central', class: 'name' }, fitted(node.name, 30)),
      (isBand ? node.lines : node.lines.length > 1 ? [node.lines.join(', ')] : node.lines).map((line, index) => s('text', { x: x + aside, y: start + (index + 1) * LINE, 'text-anchor': anchor, 'dominant-baseline': 'central', class: 'note' }, fitted(line, isBand ? 32 : 46))),
    ),
  );
}
