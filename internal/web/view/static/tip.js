// tip.js: what a mark means, beside it: whom a pronoun means, what a number
// amounts to. Without scripts the browser shows the same as a title.
'use strict';

eachView((view) => {
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.id = view.id + '-tip';
  tip.setAttribute('role', 'tooltip');
  tip.hidden = true;
  view.append(tip);
  for (const mark of view.querySelectorAll('.text [title]')) {
    mark.dataset.tip = mark.title;
    mark.removeAttribute('title');
  }
});

function showTip(mark) {
  const view = viewOf(mark);
  const tip = view.querySelector('.tip');
  tip.textContent = mark.dataset.tip;
  tip.hidden = false;
  const at = mark.getClientRects()[0];
  const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - tip.offsetWidth - 8));
  const above = at.top - tip.offsetHeight - 6;
  tip.style.left = left + window.scrollX + 'px';
  tip.style.top = (above > 0 ? above : at.bottom + 6) + window.scrollY + 'px';
  // The other mentions of whom it means are shown as well.
  const entity = mark.dataset.entity;
  if (entity) for (const same of view.querySelectorAll(`.text [data-entity="${entity}"]`)) same.classList.add('same');
  if (mark === document.activeElement) mark.setAttribute('aria-describedby', tip.id);
}

function hideTips() {
  for (const tip of document.querySelectorAll('.tip:not([hidden])')) {
    tip.hidden = true;
    for (const mark of viewOf(tip).querySelectorAll('.text .same')) mark.classList.remove('same');
  }
}

const tipped = '.text [data-tip]';

document.addEventListener('mouseover', (event) => {
  if (event.target.closest('.tip')) return;
  hideTips();
  const mark = event.target.closest(tipped);
  if (mark) showTip(mark);
});
document.addEventListener('focusin', (event) => {
  hideTips();
  if (event.target.matches(tipped)) showTip(event.target);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') setTimeout(hideTips); // after those that ask whether one is shown
});
