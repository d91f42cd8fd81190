const WIDTH = 1080;
const COLUMN = 320;
const ROW = 48;
const LINE = 15;
const BAND_SPACE = 76;
const FURTHEST_DOWN = 170;
const GAP = 5;
const LEAST_CORE = 150;

/**
 * The subject in the middle: who gives stands left, who gets stands right, who does both stands above and below, where
 * the money comes back. Answers where each node and each edge is drawn.
 */
export function bowtie(subject, nodes, edges) {
  const sides = { left: [], right: [], both: [] };
  for (const node of nodes.filter(({ id }) => id !== subject)) {
    sides[sideOf(node, edges, subject)].push(node);
  }
  Object.values(sides).forEach((side) => side.sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name)));
  const above = sides.both.filter((_, index) => index % 2 === 0 || sides.both.length <= 3);
  const below = sides.both.filter((each) => !above.includes(each));
  const rows = Math.max(sides.left.length, sides.right.length, 3);
  const [top, bottom] = [bandHeight(above), bandHeight(below)];
  const height = top + rows * ROW + bottom;
  const middle = top + (rows * ROW) / 2;
  const core = { y: below.length > 0 ? middle : Math.min(middle, top + FURTHEST_DOWN) };

  const places = new Map();
  column(sides.left, COLUMN, 'end', top).forEach((place, id) => places.set(id, { ...place, side: 'left' }));
  column(sides.right, WIDTH - COLUMN, 'start', top).forEach((place, id) => places.set(id, { ...place, side: 'right' }));
  band(above, top - BAND_SPACE + 24, -1).forEach((place, id) => places.set(id, { ...place, side: 'above' }));
  band(below, height - bottom + BAND_SPACE - 24, 1).forEach((place, id) => places.set(id, { ...place, side: 'below' }));

  const ports = portsOf(edges, places, subject);
  Object.assign(core, coreOf(ports, core.y));
  return { width: WIDTH, height, places, core, edges: edges.map((edge) => ({ edge, ...route(edge, places, core, ports, subject) })) };
}

function bandHeight(nodes) {
  return nodes.length > 0 ? BAND_SPACE + (1 + Math.max(...nodes.map(({ lines }) => lines.length))) * LINE : 20;
}

function sideOf(node, edges, subject) {
  const gives = edges.some(({ from, to }) => from === node.id && to === subject);
  const gets = edges.some(({ from, to }) => to === node.id && from === subject);
  if (gives && gets) {
    return 'both';
  }
  return gives || (!gets && node.roles.includes('investor')) ? 'left' : 'right';
}

function column(nodes, x, anchor, top) {
  return new Map(nodes.map(({ id }, index) => [id, { x, y: top + (index + 0.5) * ROW, anchor }]));
}

function band(nodes, y, towards) {
  const step = Math.min(205, 760 / Math.max(nodes.length, 1));
  return new Map(nodes.map(({ id }, index) => [id, { x: WIDTH / 2 + (index - (nodes.length - 1) / 2) * step, y, anchor: 'middle', towards }]));
}

/** The edges that end at each side of the subject, in the order in which they are stacked there. */
function portsOf(edges, places, subject) {
  const ports = { left: [], right: [], above: [], below: [] };
  for (const edge of edges) {
    const other = places.get(edge.from === subject ? edge.to : edge.from);
    if (other && (edge.from === subject || edge.to === subject)) {
      ports[other.side].push({ edge, along: other.side === 'left' || other.side === 'right' ? other.y : other.x });
    }
  }
  Object.values(ports).forEach((side) => side.sort((a, b) => a.along - b.along));
  return ports;
}

function coreOf(ports, middle) {
  const length = (side) => side.reduce((sum, { edge }) => sum + edge.width + GAP, GAP);
  const width = Math.max(LEAST_CORE, length(ports.above), length(ports.below));
  const height = Math.max(64, length(ports.left), length(ports.right));
  return { x: WIDTH / 2 - width / 2, y: middle - height / 2, width, height };
}

function route(edge, places, core, ports, subject) {
  const outward = edge.from === subject;
  const other = places.get(outward ? edge.to : edge.from);
  if (!other || (edge.from !== subject && edge.to !== subject)) {
    return between(places.get(edge.from), places.get(edge.to));
  }
  const side = ports[other.side];
  const before = side.slice(0, side.findIndex((each) => each.edge === edge)).reduce((sum, each) => sum + each.edge.width + GAP, 0);
  const total = side.reduce((sum, each) => sum + each.edge.width + GAP, -GAP);
  const offset = before + edge.width / 2 - total / 2;
  const apart = siblings(edge, side, other);
  const [far, near] = ends(other, core, offset, apart);
  const isFlat = other.side === 'left' || other.side === 'right';
  const bend = isFlat ? [(far.x + near.x) / 2, far.y, (far.x + near.x) / 2, near.y] : [far.x, (far.y + near.y) / 2, near.x, (far.y + near.y) / 2];
  return outward ? curve(near, [bend[2], bend[3], bend[0], bend[1]], far) : curve(far, bend, near);
}

/** How far an edge is moved aside at the far end, where several meet. */
function siblings(edge, side, other) {
  const same = side.filter(({ along }) => along === (other.side === 'left' || other.side === 'right' ? other.y : other.x));
  const total = same.reduce((sum, each) => sum + each.edge.width + 2, -2);
  const before = same.slice(0, same.findIndex((each) => each.edge === edge)).reduce((sum, each) => sum + each.edge.width + 2, 0);
  return before + edge.width / 2 - total / 2;
}

function ends(other, core, offset, apart) {
  const middleX = core.x + core.width / 2;
  const middleY = core.y + core.height / 2;
  switch (other.side) {
    case 'left':
      return [{ x: other.x + 9, y: other.y + apart }, { x: core.x, y: middleY + offset }];
    case 'right':
      return [{ x: other.x - 9, y: other.y + apart }, { x: core.x + core.width, y: middleY + offset }];
    case 'above':
      return [{ x: other.x + apart, y: other.y + 9 }, { x: middleX + offset, y: core.y }];
    default:
      return [{ x: other.x + apart, y: other.y - 9 }, { x: middleX + offset, y: core.y + core.height }];
  }
}

function between(from, to) {
  return from && to ? curve(from, [(from.x + to.x) / 2, from.y, (from.x + to.x) / 2, to.y], to) : null;
}

/** A curve with its controls, and where an arrow sits on it and which way it points. */
export function curve(from, [ax, ay, bx, by], to) {
  const t = 0.55;
  const at = (p, a, b, q) => (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * a + 3 * (1 - t) * t ** 2 * b + t ** 3 * q;
  const slope = (p, a, b, q) => 3 * (1 - t) ** 2 * (a - p) + 6 * (1 - t) * t * (b - a) + 3 * t ** 2 * (q - b);
  return {
    path: `M${from.x},${from.y}C${ax},${ay} ${bx},${by} ${to.x},${to.y}`,
    arrow: { x: at(from.x, ax, bx, to.x), y: at(from.y, ay, by, to.y), angle: (Math.atan2(slope(from.y, ay, by, to.y), slope(from.x, ax, bx, to.x)) * 180) / Math.PI },
  };
}
