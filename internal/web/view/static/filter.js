// filter.js: which claims the list shows, and in which order.
'use strict';

function applyFilters(view) {
  const form = view.querySelector('.filters');
  if (!form) return;
  const wanted = Object.fromEntries(new FormData(form));
  const list = view.querySelector('.cards');
  const cards = [...list.children];
  let shown = 0;
  for (const card of cards) {
    const d = card.dataset;
    card.hidden = !(
      (!wanted.speaker || d.speakers.split(' ').includes(wanted.speaker)) &&
      (!wanted.entity || d.entities.split(' ').includes(wanted.entity)) &&
      Number(d.score) >= Number(wanted.score) &&
      (!wanted.numbers || 'numbers' in d) &&
      (!wanted.corrected || 'corrected' in d));
    if (!card.hidden) shown++;
  }
  const place = (card) => Number(card.dataset.id.slice(1));
  cards.sort((a, b) => (wanted.order === 'score' && b.dataset.score - a.dataset.score) || place(a) - place(b));
  list.append(...cards);
  const all = shown === cards.length;
  form.querySelector('.shown').textContent = all ? `${shown} claims` : `${shown} of ${cards.length} claims`;
  form.querySelector('[type=reset]').hidden = all;
  view.querySelector('.claims .none').hidden = shown > 0;
}

function showAll(view) {
  view.querySelector('.filters').reset();
  applyFilters(view);
}

document.addEventListener('change', (event) => {
  if (event.target.closest('.filters')) applyFilters(viewOf(event.target));
});

document.addEventListener('reset', (event) => {
  if (!event.target.matches('.filters')) return;
  const view = viewOf(event.target);
  setTimeout(() => applyFilters(view)); // the fields change after the event
});

document.addEventListener('submit', (event) => {
  if (event.target.matches('.filters')) event.preventDefault();
});

eachView(applyFilters);
