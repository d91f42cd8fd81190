/** The parts that a ceiling is split into, in the order in which they are drawn; `own` is the name in an answer. */
export const PARTS = [
  { own: 'paid', style: 'paid', label: 'paid' },
  { own: 'outstanding', style: 'outstanding', label: 'outstanding' },
  { own: 'nonBinding', style: 'non-binding', label: 'non-binding' },
  { own: 'rumoured', style: 'rumoured', label: 'rumoured' },
  { own: 'lapsed', style: 'lapsed', label: 'lapsed' },
];

/** How long a bar is in all; for drawing only, never for a figure that is shown. */
export function extent(row) {
  return PARTS.reduce((sum, part) => sum + Number(row[part.own]), 0);
}
