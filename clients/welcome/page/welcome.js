const everyMs = 5_000;
const patienceMs = 4_000;
const list = document.getElementById('parts-list');
const others = document.getElementById('others');
const overall = document.getElementById('overall');
const said = document.getElementById('said');

/** Answers undefined when nothing that can be read came back. A bank that is not ready answers 503 with the same JSON. */
async function readHealth() {
  try {
    const response = await fetch('/health/ready', { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(patienceMs) });
    const health = await response.json();
    return typeof health?.status === 'string' ? health : undefined;
  } catch {
    return undefined;
  }
}

function show(health) {
  const checks = health?.checks ?? {};
  const rows = [...list.querySelectorAll('li')];
  const rowOf = (name) => rows.find((row) => row.dataset.checks.split(' ').includes(name));
  const shown = new Map();
  for (const [name, result] of Object.entries(checks).slice(0, 50)) {
    const row = rowOf(name) ?? addRow(name);
    // Of several checks of one part the worst is shown.
    if (shown.get(row) === undefined || shown.get(row) === 'ok') shown.set(row, String(result));
  }
  for (const row of list.querySelectorAll('li')) mark(row, shown.get(row), health !== undefined);
  const state = health === undefined ? 'unknown' : health.status === 'ready' ? 'ok' : 'down';
  const text = { ok: 'Ready', down: 'Not ready', unknown: 'No answer from the bank' }[state];
  if (overall.dataset.state !== state) {
    overall.dataset.state = state;
    overall.textContent = text;
  }
}

function addRow(name) {
  const row = document.createElement('li');
  row.dataset.checks = name;
  const part = document.createElement('span');
  part.className = 'part';
  part.textContent = name;
  row.append(part);
  others.querySelector('ul').append(row);
  others.hidden = false;
  return row;
}

function mark(row, result, answered) {
  const mark = row.querySelector('.mark') ?? row.appendChild(document.createElement('span'));
  mark.className = 'mark';
  mark.dataset.state = result === 'ok' ? 'ok' : result === undefined ? 'unknown' : 'down';
  mark.textContent = result === undefined ? (answered ? '' : 'unknown') : result;
}

async function watch() {
  if (!document.hidden) show(await readHealth());
  setTimeout(watch, everyMs);
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest('button.copy');
  if (button === null) return;
  const source = button.dataset.copyFrom;
  const text = source === undefined ? button.dataset.copy : document.getElementById(source).textContent;
  const copied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  said.textContent = copied ? 'Copied' : 'Could not copy';
  button.textContent = said.textContent;
  setTimeout(() => {
    button.textContent = 'Copy';
    said.textContent = '';
  }, 1_500);
});

watch();
