import { h } from '../dom.js';
import { changed, go } from '../state.js';

const STEP_MILLIS = 1600;
const SPEEDS = ['0.5', '1', '2', '4', '8'];

/** The buttons that play, pause and step, and how fast. `goTo` goes to the step of an index. */
export function player(goTo) {
  const play = h('button', { type: 'button', class: 'primary', onclick: () => (isPlaying ? pause() : start()) }, 'Play');
  const speed = h('select', { id: 'replay-speed' }, SPEEDS.map((value) => h('option', { value, selected: value === '1' }, `${value}×`)));
  const range = h('input', { type: 'range', class: 'handle', min: 0, max: 0, step: 1, 'aria-label': 'Move the step' });
  const told = h('p', { class: 'hint' });
  const by = h('select', { id: 'replay-by', onchange: () => go(changed({ by: by.value || null, asOf: by.value ? changed({}).asOf : null, validAt: by.value ? null : changed({}).validAt })) }, [
    h('option', { value: '' }, 'as recorded, entry by entry'),
    h('option', { value: 'day' }, 'as announced, day by day'),
  ]);
  const [first, back, next, last] = [
    ['First', () => 0],
    ['Back', () => index - 1],
    ['Step', () => index + 1],
    ['Last', () => count - 1],
  ].map(([text, target]) => h('button', { type: 'button', onclick: () => leap(target()) }, text));
  let index = -1;
  let count = 0;
  let isPlaying = false;
  let timer;

  range.addEventListener('input', () => leap(Number(range.value)));

  function leap(target) {
    pause();
    goTo(target);
  }

  function start() {
    isPlaying = true;
    play.textContent = 'Pause';
    goTo(index >= count - 1 ? 0 : index + 1);
  }

  function pause() {
    isPlaying = false;
    clearTimeout(timer);
    play.textContent = 'Play';
  }

  return {
    element: h(
      'div',
      { class: 'player card', role: 'group', 'aria-label': 'Player' },
      h('div', { class: 'buttons' }, play, first, back, next, last),
      h('div', { class: 'field speed' }, h('label', { for: speed.id }, 'Speed'), speed),
      h('div', { class: 'field' }, h('label', { for: by.id }, 'Order'), by),
      h('div', { class: 'field where' }, range, told),
    ),
    pause,
    isPlaying: () => isPlaying,
    /** A step is on screen; while playing, the next follows after its time. */
    at(newIndex, newCount, text, isByDay) {
      [index, count] = [newIndex, newCount];
      by.value = isByDay ? 'day' : '';
      range.max = Math.max(0, count - 1);
      range.value = Math.max(0, index);
      range.disabled = count < 2;
      range.setAttribute('aria-valuetext', text);
      told.textContent = text;
      first.disabled = back.disabled = index <= 0;
      next.disabled = last.disabled = index >= count - 1;
      play.disabled = count === 0;
      clearTimeout(timer);
      if (isPlaying && index >= count - 1) {
        pause();
      } else if (isPlaying) {
        timer = setTimeout(() => goTo(index + 1), STEP_MILLIS / Number(speed.value));
      }
    },
  };
}
