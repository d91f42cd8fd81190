/**
 * Builds an element. Children are nodes or texts; a text always becomes a text node, so nothing from the ledger is
 * ever read as markup. `on…` properties are listeners, `class` and the rest are attributes; null leaves one out.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value);
    }
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child instanceof Node ? child : String(child));
    }
  }
}

/** Replaces what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** Replaces what an element holds, and keeps the reader's place: what had the focus, and which details were open. */
export function refill(element, ...children) {
  const focused = element.contains(document.activeElement) ? trace(document.activeElement) : null;
  const open = new Set([...element.querySelectorAll('details[open] > summary')].map(trace));
  fill(element, ...children);
  element.querySelectorAll('details > summary').forEach((each) => (each.parentElement.open = open.has(trace(each)) || each.parentElement.open));
  if (focused) {
    [...element.querySelectorAll('a, button, summary, input, select')].find((each) => trace(each) === focused)?.focus({ preventScroll: true });
  }
  return element;
}

function trace(element) {
  return [element.tagName, element.id, element.getAttribute('href'), element.getAttribute('aria-label') ?? element.textContent].join(' ');
}

/** Nodes with a text between each two. */
export function between(separator, nodes) {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [separator, node]));
}

/** The link itself only where it leads to a web page; anything else stays text. */
export function webLink(url, text) {
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    return document.createTextNode(text);
  }
  return ['http:', 'https:'].includes(parsed.protocol)
    ? h('a', { href: parsed.href, rel: 'noopener noreferrer', target: '_blank', class: 'out' }, text)
    : document.createTextNode(text);
}

let toastTimer;

/** Says something in passing, to eyes and to screen readers. */
export function say(text) {
  const toast = document.getElementById('toast');
  const host = document.querySelector('dialog[open]') ?? document.body;
  host.append(toast);
  toast.textContent = text;
  toast.classList.add('shown');
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => toast.classList.remove('shown'), 4000);
}
