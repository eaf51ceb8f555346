// read.js: the form of the page: dropped files, progress, and the way back.
'use strict';

const main = document.getElementById('main');
let running = null;

// read posts the form and shows how far the work is. The answer is a line of
// JSON for each stage, then one with the article.
async function read(form) {
  const words = form.querySelector('.progress [role=status]');
  const bar = form.querySelector('progress');
  running = new AbortController();
  form.classList.add('busy');
  form.querySelector('.progress').hidden = false;
  bar.removeAttribute('value');
  words.textContent = 'Sending';
  let article = null;
  try {
    const answer = await fetch(form.action, {
      method: 'POST', body: new FormData(form), headers: {Accept: 'application/x-ndjson'}, signal: running.signal,
    });
    await eachLine(answer.body, (line) => {
      const news = JSON.parse(line);
      if (news.problem) throw new Error(news.problem);
      if (news.main) {
        article = news;
        return;
      }
      bar.value = news.done / news.of;
      words.textContent = `Reading: ${news.stage} (${news.done + 1} of ${news.of})`;
    });
  } catch (error) {
    if (error.name !== 'AbortError') showProblem(form, error.message);
  } finally {
    running = null;
    form.classList.remove('busy');
    form.querySelector('.progress').hidden = true;
  }
  if (article) showMain(article);
}

async function eachLine(stream, use) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const {value, done} = await reader.read();
    const lines = (rest + (value || '')).split('\n');
    rest = lines.pop();
    lines.filter(Boolean).forEach(use);
    if (done) return;
  }
}

function showProblem(form, text) {
  let problem = form.parentElement.querySelector('.problem');
  if (!problem) {
    problem = document.createElement('p');
    problem.className = 'problem';
    problem.setAttribute('role', 'alert');
    form.before(problem);
  }
  problem.textContent = text;
  problem.scrollIntoView({block: 'center'});
}

// The form stays as it was filled in, for the way back.
let formParts = null;
const formTitle = document.title;

function showMain(news) {
  const page = new DOMParser().parseFromString(news.main, 'text/html');
  formParts = [...main.childNodes];
  main.replaceChildren(...page.body.childNodes);
  document.title = news.title;
  document.querySelector('.again').hidden = false;
  history.pushState({article: true}, '', '#');
  setUp(main);
  window.scrollTo(0, 0);
  main.focus({preventScroll: true});
}

function showForm() {
  if (!formParts) return location.reload();
  main.replaceChildren(...formParts);
  document.title = formTitle;
  document.querySelector('.again').hidden = true;
  window.scrollTo(0, 0);
}

window.addEventListener('popstate', (event) => {
  if (main.querySelector('.view') && !(event.state && event.state.article) && formParts) showForm();
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('.read') || !window.TextDecoderStream) return;
  event.preventDefault();
  if (!running) read(form);
});

document.addEventListener('click', (event) => {
  if (event.target.closest('.stop') && running) running.abort();
  if (event.target.closest('.again') && formParts && main.querySelector('.view')) {
    event.preventDefault();
    history.back();
  }
});

// A file may be dropped anywhere on the page.
for (const type of ['dragover', 'drop']) {
  document.addEventListener(type, (event) => {
    const input = document.querySelector('.read [type=file]');
    if (!input || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    document.body.classList.toggle('dropping', type === 'dragover');
    if (type === 'drop') {
      input.files = event.dataTransfer.files;
      input.form.requestSubmit();
    }
  });
}
document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) document.body.classList.remove('dropping');
});
