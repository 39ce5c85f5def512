const path = '/telegram-emulator/_switches';
const names = {
  tooManyRequests: 'Answer the next calls with 429 (too many requests)',
  retryAfterSeconds: 'Seconds that a 429 asks to wait',
  failNext: 'Answer the next calls with 502',
  loseAnswers: 'Do the next calls, lose their answers',
  duplicates: 'Deliver each update so many times more',
  latencyMs: 'Milliseconds that each answer takes',
  reorder: 'Deliver two quick updates in the wrong order',
};

/** The emulator's switches, each a field that changes it at once. */
export async function showSwitches(place) {
  const switches = await (await fetch(path)).json();
  for (const [name, label] of Object.entries(names)) place.append(field(name, label, switches[name]));
}

function field(name, label, value) {
  const element = document.createElement('label');
  element.className = 'switch';
  const input = document.createElement('input');
  const isSwitch = typeof value === 'boolean';
  Object.assign(input, isSwitch ? { type: 'checkbox', checked: value } : { type: 'number', min: 0, value });
  input.addEventListener('change', () => change(input, name, isSwitch ? input.checked : Number(input.value)));
  element.append(label, input);
  return element;
}

async function change(input, name, value) {
  const response = await fetch(path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ [name]: value }),
  });
  input.setCustomValidity(response.ok ? '' : (await response.json()).error);
  input.reportValidity();
}
