// sections.js: beside the article stands one of claims, timeline and numbers;
// on a phone the article is one of four.
'use strict';

const narrow = window.matchMedia('(max-width: 60rem)');

// show shows a part of a view. Where there is room the article always is.
function show(view, name) {
  view.dataset.show = name === 'article' ? 'article' : 'panel';
  if (name !== 'article') view.dataset.panel = name;
  const current = name === 'article' ? ['article'] : [name];
  for (const link of view.querySelectorAll('.sections a')) {
    const part = link.hash.split('-').pop().replace('#', '');
    link.toggleAttribute('data-panel', part === view.dataset.panel);
    if (current.includes(part)) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('.sections a, .columns > .skip');
  if (!link) return;
  const view = viewOf(link);
  if (!link.matches('.skip')) event.preventDefault();
  show(view, link.hash.split('-').pop().replace('#', ''));
  view.querySelector('.panel').scrollTo({top: 0});
  const columns = view.querySelector('.columns');
  if (columns.getBoundingClientRect().top < 0 && narrow.matches) columns.scrollIntoView();
});

eachView((view) => {
  show(view, 'claims');
  if (narrow.matches) show(view, 'article');
});

// What is marked in the text is a choice.
document.addEventListener('change', (event) => {
  const box = event.target.closest('.legend input');
  if (box) viewOf(box).querySelector('.text').classList.toggle('no-' + box.dataset.kind, !box.checked);
});
