import { curve } from './bowtie.js';

const SPACE = 34;
const LEAST_RADIUS = 220;
const BESIDE = 250;
const STRETCH = 1.25;

/** Who is in most money stands in the middle, the others on an oval round it, no two names on one line of a side. */
export function ring(nodes, edges) {
  const [hub, ...others] = nodes.toSorted((a, b) => b.weight - a.weight || a.name.localeCompare(b.name));
  const perSide = Math.ceil(others.length / 2);
  const radius = Math.max(LEAST_RADIUS, (perSide * SPACE) / 2);
  const [width, height] = [2 * (radius * STRETCH + BESIDE), 2 * radius + 60];
  const centre = { x: width / 2, y: height / 2 };
  const places = new Map(hub ? [[hub.id, { ...centre, anchor: 'start' }]] : []);
  others.forEach(({ id }, index) => {
    const isLeft = index % 2 === 1;
    const y = centre.y - radius + ((Math.floor(index / 2) + 0.5) / perSide) * 2 * radius;
    const x = Math.sqrt(Math.max(0, radius ** 2 - (y - centre.y) ** 2)) * STRETCH;
    places.set(id, { x: centre.x + (isLeft ? -x : x), y, anchor: isLeft ? 'end' : 'start', side: isLeft ? 'left' : 'right' });
  });
  return { width, height, places, core: null, edges: edges.map((edge, index) => ({ edge, ...route(edge, index, edges, places, centre) })) };
}

/** Each direction bends to its own side, and what runs beside it lies further out. */
function route(edge, index, edges, places, centre) {
  const [from, to] = [places.get(edge.from), places.get(edge.to)];
  if (!from || !to || from === to) {
    return null;
  }
  const before = edges.slice(0, index).filter((each) => each.from === edge.from && each.to === edge.to);
  const aside = 14 + before.reduce((sum, each) => sum + each.width + 6, edge.width / 2);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const pull = [from, to].some(({ x, y }) => x === centre.x && y === centre.y) ? 0 : 0.3;
  const bent = (share) => {
    const point = { x: from.x + dx * share, y: from.y + dy * share };
    return [point.x + (centre.x - point.x) * pull - (dy / length) * aside, point.y + (centre.y - point.y) * pull + (dx / length) * aside];
  };
  return curve(from, [...bent(0.3), ...bent(0.7)], to);
}
