const NARROW = matchMedia('(max-width: 42rem)');

/** In a narrow window the controls of subject and time are folded into a line that says where they stand. */
export function foldWhereNarrow() {
  const details = document.getElementById('point');
  const line = document.getElementById('point-told');
  const adapt = () => (details.open = !NARROW.matches);
  NARROW.addEventListener('change', adapt);
  adapt();
  return {
    tell(parts) {
      line.textContent = parts.filter(Boolean).join(' · ');
    },
  };
}
