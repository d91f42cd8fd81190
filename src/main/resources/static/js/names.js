const names = new Map();
const ids = new Map();

/** Remembers what organizations are called. */
export function learn(organizations) {
  organizations.forEach(({ id, name, aliases = [] }) => {
    names.set(id, name);
    [id, name, ...aliases].forEach((each) => ids.set(folded(each), id));
  });
}

/** What an organization is called; its id where nobody said. */
export function nameOf(id) {
  return names.get(id) ?? id;
}

/** The organization that is known under an id, a name or an alias; undefined where none is. */
export function meant(written) {
  return ids.get(folded(written));
}

/** Every name, in the order of the alphabet. */
export function allNames() {
  return [...new Set(names.values())].sort((a, b) => a.localeCompare(b, 'en'));
}

function folded(text) {
  return String(text).trim().toLowerCase();
}
