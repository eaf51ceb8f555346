// copy.js: a claim as a citation into the clipboard, the claims file as a file.
'use strict';

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // not allowed here: the old way
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    if (!done) throw new Error('the browser does not allow it');
  }
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest('.cite');
  if (!button) return;
  const words = button.dataset.words ||= button.textContent;
  try {
    await copyText(button.dataset.citation);
    button.textContent = 'Copied';
    say(viewOf(button), 'Citation copied');
  } catch {
    button.textContent = 'Not copied';
  }
  setTimeout(() => { button.textContent = words; }, 1600);
});

function saveFile(text, type, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// What is already in the page needs no server.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('.downloads')) return;
  const {claims, csv} = form.elements;
  switch (event.submitter && event.submitter.value) {
    case 'json': saveFile(claims.value, 'application/json', form.dataset.name + '.claims.json'); break;
    case 'csv': saveFile(csv.value, 'text/csv', form.dataset.name + '.csv'); break;
    default: return;
  }
  event.preventDefault();
});
