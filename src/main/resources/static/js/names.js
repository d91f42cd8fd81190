const names = new Map();

/** Remembers what organizations are called. */
export function learn(organizations) {
  organizations.forEach(({ id, name }) => names.set(id, name));
}

/** What an organization is called; its id where nobody said. */
export function nameOf(id) {
  return names.get(id) ?? id;
}
