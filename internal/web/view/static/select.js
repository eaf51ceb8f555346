// select.js: the selected claim, and the ways between a claim and its place.
'use strict';

const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

function cardOf(view, id) {
  return view.querySelector(`.card[data-id="${CSS.escape(id)}"]`);
}

function placesOf(view, id) {
  return view.querySelectorAll(`.text [data-claim="${CSS.escape(id)}"]`);
}

function visibleCards(view) {
  return [...view.querySelectorAll('.card:not([hidden])')];
}

// select marks a claim in the list and in the text.
function select(view, id) {
  const card = cardOf(view, id);
  if (!card) return;
  for (const old of view.querySelectorAll('.on')) old.classList.remove('on');
  for (const old of view.querySelectorAll('.card [aria-current]')) old.removeAttribute('aria-current');
  view.dataset.selected = id;
  if (card.hidden) showAll(view);
  card.classList.add('on');
  card.querySelector('.statement').setAttribute('aria-current', 'true');
  for (const place of placesOf(view, id)) place.classList.add('on');
  highlightParts(view, card.dataset.parts);
  const cards = visibleCards(view);
  const number = cards.indexOf(card) + 1;
  say(view, `Claim ${number} of ${cards.length} selected`);
  for (const other of document.querySelectorAll('.sheet')) other.hidden = true;
  const sheet = view.querySelector('.sheet');
  sheet.hidden = false;
  sheet.querySelector('.who').textContent = card.querySelector('.said').textContent;
  sheet.querySelector('.what').textContent = card.querySelector('.statement').textContent;
  try {
    history.replaceState(history.state, '', '#' + card.id);
  } catch { /* an address that may not change, such as that of a mailed file */ }
}

// highlightParts shows where the words stand that deny a claim, put it as only
// possible, or say who says it. An old browser shows the claim without them.
function highlightParts(view, parts) {
  if (!CSS.highlights) return;
  for (const name of ['negation', 'modality', 'source']) CSS.highlights.delete(name);
  view.ranges ||= rangesIn(view.querySelector('.text'));
  const found = {};
  for (const part of parts.split(';').filter(Boolean)) {
    const [name, start, end] = part.split(' ');
    (found[name] ||= []).push(view.ranges(Number(start), Number(end)));
  }
  for (const name in found) CSS.highlights.set(name, new Highlight(...found[name]));
}

function reveal(element, block) {
  element.scrollIntoView({block, behavior: calm.matches ? 'auto' : 'smooth'});
}

// goToPlace shows a claim in the text and, unless only looking, moves there.
function goToPlace(view, id, looking) {
  select(view, id);
  const place = placesOf(view, id)[0];
  if (!place) return;
  goToCard(view, id, true);
  if (!looking) {
    show(view, 'article');
    place.tabIndex = -1;
    place.focus({preventScroll: true});
  }
  reveal(place, 'center');
}

// goToCard shows a claim in the list and, unless only looking, moves there.
function goToCard(view, id, looking) {
  if (view.dataset.selected !== id) select(view, id);
  const card = cardOf(view, id);
  if (!card) return;
  if (!looking) show(view, 'claims');
  else if (view.dataset.panel !== 'claims') return;
  const panel = view.querySelector('.panel');
  const area = panel.getBoundingClientRect();
  const at = card.getBoundingClientRect();
  if (panel.scrollHeight <= panel.clientHeight) { // on a phone the whole page scrolls
    if (!looking) reveal(card, 'center');
  } else if (at.top < area.top || at.bottom > area.bottom) { // here only the list: the text stays where it is
    panel.scrollBy({top: at.top - area.top - panel.clientHeight / 3, behavior: calm.matches ? 'auto' : 'smooth'});
  }
  if (!looking) card.querySelector('.statement').focus({preventScroll: true});
}

// step goes from a claim to another of those that the filters leave.
function step(view, by, inText) {
  const cards = visibleCards(view);
  const at = cards.findIndex((card) => card.dataset.id === view.dataset.selected);
  const next = cards[Math.max(0, Math.min(cards.length - 1, at + by))];
  if (!next) return;
  if (inText) {
    goToPlace(view, next.dataset.id);
  } else {
    goToPlace(view, next.dataset.id, true);
    goToCard(view, next.dataset.id);
  }
}

// claimsAt returns the claims that hold a place of the text, the innermost first.
function claimsAt(element) {
  const ids = [];
  for (let e = element.closest('[data-claim]'); e; e = e.parentElement.closest('[data-claim]')) ids.push(e.dataset.claim);
  return ids;
}

function clickText(view, element) {
  const ids = claimsAt(element);
  if (ids.length === 0) return;
  // A click on the selected claim takes the one around it.
  const next = ids[(ids.indexOf(view.dataset.selected) + 1) % ids.length];
  goToCard(view, next, true);
}

document.addEventListener('click', (event) => {
  const view = viewOf(event.target);
  if (!view || event.ctrlKey || event.metaKey) return;
  const link = event.target.closest('.card .statement, [data-goto], .card .link a, a[data-place]');
  const text = event.target.closest('.text');
  if (link) {
    event.preventDefault();
    if (link.dataset.place) {
      const place = document.getElementById(link.hash.slice(1));
      if (!place) return;
      show(view, 'article');
      reveal(place, 'center');
      flash(place);
    } else if (link.dataset.goto) goToPlace(view, link.dataset.goto);
    else if (link.matches('.link a')) goToCard(view, link.textContent);
    else goToPlace(view, link.closest('.card').dataset.id);
  } else if (text && getSelection().isCollapsed) clickText(view, event.target);
  else if (event.target.closest('.sheet .previous')) step(view, -1, true);
  else if (event.target.closest('.sheet .next')) step(view, 1, true);
  else if (event.target.closest('.sheet .back')) {
    event.preventDefault();
    goToCard(view, view.dataset.selected);
  }
});

function flash(place) {
  place.classList.add('flash');
  setTimeout(() => place.classList.remove('flash'), 1500);
}

document.addEventListener('keydown', (event) => {
  const view = viewOf(event.target);
  if (!view || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const card = event.target.closest('.card');
  const inText = event.target.closest('.text');
  if (!inText && !(card && event.target.matches('.statement'))) return;
  const keys = {
    ArrowDown: () => step(view, 1, inText),
    ArrowUp: () => step(view, -1, inText),
  };
  if (card) {
    keys.ArrowRight = () => goToPlace(view, card.dataset.id);
    view.dataset.selected ||= card.dataset.id;
  } else {
    const back = () => {
      const ids = claimsAt(event.target);
      const id = ids.includes(view.dataset.selected) ? view.dataset.selected : ids[0];
      if (id) goToCard(view, id);
    };
    keys.ArrowLeft = keys.Enter = back;
    if (!view.querySelector('.tip:not([hidden])')) keys.Escape = back;
    if (claimsAt(event.target).length === 0) delete keys.Escape;
  }
  if (keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});

// An address that ends in a claim, such as report.html#c21, opens with it; so does
// a link from what a report says of several articles.
function openAddress() {
  const card = location.hash && document.getElementById(location.hash.slice(1).replace('at-', ''));
  if (card && card.matches('.card')) goToPlace(viewOf(card), card.dataset.id);
}
window.addEventListener('load', () => setTimeout(openAddress)); // after the browser itself has gone there
window.addEventListener('hashchange', openAddress);
