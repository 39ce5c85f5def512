const everyMs = 3_000;
const patienceMs = 4_000;
const shownMax = 50;
const rows = document.getElementById('queue-rows');
const deadRows = document.getElementById('dead-rows');
const none = document.getElementById('none');
const overall = document.getElementById('overall');
const said = document.getElementById('said');

/** Answers undefined when nothing that can be read came back. */
async function ask(path, options = {}) {
  try {
    const response = await fetch(`/about/jobs/api/${path}`, { ...options, signal: AbortSignal.timeout(patienceMs) });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

function text(tag, className, content) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = content;
  return element;
}

function duration(seconds) {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3_600)} h`;
}

function queueRow({ name, description, waiting, oldestSeconds, active, dead }) {
  const row = document.createElement('tr');
  row.dataset.queue = name;
  const head = document.createElement('td');
  head.append(text('code', '', name), text('span', 'about', description));
  row.append(head, text('td', 'number', waiting), text('td', 'number', oldestSeconds === 0 ? '–' : duration(oldestSeconds)));
  row.append(text('td', 'number', active), text('td', 'number', dead));
  return row;
}

function deadRow(queue, { id, data, fault, diedAt }) {
  const row = document.createElement('li');
  row.dataset.job = id;
  const what = text('div', 'what', '');
  what.append(
    text('code', '', queue),
    ` ${new Date(diedAt).toLocaleString()}`,
    text('span', 'fault', fault),
    text('code', '', JSON.stringify(data)),
  );
  const replay = text('button', 'copy', 'Replay');
  replay.type = 'button';
  replay.addEventListener('click', async () => {
    replay.disabled = true;
    const body = JSON.stringify({ queue, ids: [id] });
    const answer = await ask('replay', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    said.textContent = answer?.replayed === 1 ? `A job of ${queue} is tried again.` : `The job of ${queue} could not be replayed.`;
    await look();
  });
  row.append(what, replay);
  return row;
}

async function look() {
  const queues = (await ask('queues'))?.queues;
  const state = queues === undefined ? 'unknown' : queues.some(({ dead }) => dead > 0) ? 'down' : 'ok';
  overall.dataset.state = state;
  overall.textContent = { ok: 'Nothing waits for a person', down: 'Some jobs wait for a person', unknown: 'No answer from the bank' }[
    state
  ];
  if (queues === undefined) return;
  rows.replaceChildren(...queues.map(queueRow));
  const dead = queues.flatMap(({ name, deadJobs }) => deadJobs.map((job) => ({ name, job }))).slice(0, shownMax);
  // A button that somebody is about to press stays where it is.
  const key = dead.map(({ job }) => job.id).join();
  if (deadRows.dataset.shown !== key) deadRows.replaceChildren(...dead.map(({ name, job }) => deadRow(name, job)));
  deadRows.dataset.shown = key;
  none.hidden = dead.length > 0;
}

async function watch() {
  if (!document.hidden) await look();
  setTimeout(watch, everyMs);
}

void watch();
