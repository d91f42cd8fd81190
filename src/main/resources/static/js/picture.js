import { h } from './dom.js';
import { save } from './views/exports.js';

const LOOKS = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'opacity', 'font-family',
  'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline', 'visibility', 'display', 'paint-order', 'stroke-linejoin',
];
const SHARPNESS = 2;

/** Buttons that save a drawing as it looks on screen. */
export function pictureButtons(find, name, title) {
  return ['svg', 'png'].map((kind) =>
    h(
      'button',
      { type: 'button', class: 'quiet', 'aria-label': `Save ${title} as ${kind.toUpperCase()}`, onclick: () => savePicture(find(), `${name()}.${kind}`, kind) },
      kind.toUpperCase(),
    ),
  );
}

async function savePicture(drawing, name, kind) {
  const stage = h('div', { class: 'offstage', 'aria-hidden': 'true' });
  if (!drawing.isConnected) {
    document.body.append(stage);
    stage.append(drawing);
  }
  const svg = standalone(drawing);
  stage.remove();
  const text = new XMLSerializer().serializeToString(svg);
  const blob = new Blob([text], { type: 'image/svg+xml' });
  save(kind === 'svg' ? blob : await painted(blob, svg), name);
}

/** A copy that needs no style sheet. */
function standalone(drawing) {
  const copy = drawing.cloneNode(true);
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((each, index) => {
    const looks = getComputedStyle(originals[index]);
    LOOKS.forEach((look) => each.setAttribute(look, looks.getPropertyValue(look)));
    ['class', 'tabindex', 'style', 'href'].forEach((attribute) => each.removeAttribute(attribute));
  });
  const { width, height } = drawing.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  Object.entries({ x: drawing.viewBox.baseVal.x, y: drawing.viewBox.baseVal.y, width, height, fill: getComputedStyle(document.documentElement).getPropertyValue('--card') }).forEach(([key, value]) =>
    ground.setAttribute(key, value),
  );
  copy.prepend(ground);
  return copy;
}

async function painted(blob, svg) {
  const url = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = h('canvas', { width: Number(svg.getAttribute('width')) * SHARPNESS, height: Number(svg.getAttribute('height')) * SHARPNESS });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}
