import { get } from '../api.js';
import { fill, h, refill } from '../dom.js';
import { learn, nameOf } from '../names.js';
import { bowtie } from '../network/bowtie.js';
import { drawing } from '../network/drawing.js';
import { graphOf } from '../network/graph.js';
import { ring } from '../network/ring.js';
import { pictureButtons } from '../picture.js';
import { changed, go } from '../state.js';
import { csvButton, fileName } from './exports.js';
import { circles, flowTable, instrumentLegend, picks } from './flows.js';
import { frame } from './frame.js';
import { headline } from './headline.js';
import { copy, empty } from './section.js';
import { keyOf } from './totals.js';

/** Organizations and the money between them, by instrument and role; circles, in which money comes back, stand out. */
export function network() {
  const { element, title, body, load } = frame('network');

  async function draw(state, signal) {
    const isAll = state.by === 'all';
    const subject = isAll ? null : state.subject;
    const flows = await get('api/flows', { subject, validAt: state.validAt, asOf: state.asOf }, signal);
    const point = { subject, validAt: flows.validAt, asOf: `position:${flows.position}` };
    const [totals, roster] = await Promise.all([get('api/totals', point, signal), isAll ? null : get('api/roster', point, signal)]);
    learn(flows.nodes);
    const centre = flows.subject ?? subject;
    const { nodes, edges } = graphOf(totals, flows, roster, centre);
    fill(title, headline(isAll ? 'The whole ledger' : nameOf(centre), flows, state.asOf));
    const cycle = flows.cycles[Number(state.circle ?? -1)];
    const label = `${isAll ? 'All organizations' : nameOf(centre)}: ${nodes.length} organizations, ${edges.length} flows, ${flows.cycles.length} circles. The table below says the same.`;
    const graph = () =>
      drawing(isAll ? ring(nodes, edges) : bowtie(centre, nodes, edges), nodes, {
        subject: centre,
        label,
        isLit: lit(state, cycle, edges, centre),
        onEdge: (edge) => go(changed({ explain: keyOf(edge), announcement: null })),
      });
    refill(
      body,
      h(
        'section',
        { class: 'card', 'aria-label': 'Graph' },
        h(
          'div',
          { class: 'head' },
          picks(state, edges, nodes),
          h('div', { class: 'actions' }, edges.length > 0 && pictureButtons(() => body.querySelector('svg.graph'), () => fileName(flows.permalink), 'the graph'), h('button', { type: 'button', class: 'quiet', onclick: () => copy(new URL(flows.permalink, document.baseURI).href) }, 'Copy citation')),
        ),
        nodes.length < 2 ? empty(`No flow of money and no partner was announced by ${flows.validAt}.`) : [instrumentLegend(edges), h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Drawing, scrolls sideways' }, graph())],
      ),
      circles(flows, state),
      edges.length > 0 &&
        h('section', { class: 'card', 'aria-label': 'Flows' }, h('div', { class: 'head' }, h('h2', {}, 'Flows'), h('div', { class: 'actions' }, csvButton(totals.permalink, 'the flows'))), flowTable(edges.filter(lit(state, cycle, edges, centre)), nodes)),
    );
    return { ...flows, subject: flows.subject ?? state.subject };
  }

  return {
    element,
    keys: ['subject', 'validAt', 'asOf', 'by', 'instrument', 'role', 'circle'],
    title: () => 'Network',
    load: (state, signal) => load(signal, () => draw(state, signal)),
  };
}

/** Whether a node or an edge is among what was picked. */
function lit({ instrument, role }, cycle, edges, centre) {
  const inCircle = ({ from, to }) => !cycle || cycle.members.some((id, index) => id === from && cycle.members[(index + 1) % cycle.members.length] === to);
  const hasRole = (id, nodes) => !role || id === centre || nodes(id)?.includes(role);
  return (each) => {
    if (each.from !== undefined) {
      return (!instrument || each.instrument === instrument) && inCircle(each);
    }
    const own = edges.filter(({ from, to }) => from === each.id || to === each.id);
    return hasRole(each.id, () => each.roles) && (!cycle || cycle.members.includes(each.id)) && (!instrument || own.some((edge) => edge.instrument === instrument));
  };
}
