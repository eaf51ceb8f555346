// start.js: the page without scripts is whole; these make it quicker to use.
'use strict';

document.documentElement.classList.add('js');

const setups = [];

// eachView calls setup with every article that is shown: those of the page, and
// those that are put into it later.
function eachView(setup) {
  setups.push(setup);
}

function setUp(root) {
  for (const view of root.querySelectorAll('.view')) {
    for (const setup of setups) setup(view);
  }
}

function viewOf(element) {
  return element.closest('.view');
}

// say tells a screen reader what has changed.
function say(view, words) {
  view.querySelector('.status').textContent = words;
}

document.addEventListener('DOMContentLoaded', () => setUp(document));
