const kept = 'portico-telephone';
const phones = '/messengers/api/phones';

async function post(path, body = {}) {
  const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return await response.json();
}

/** The telephone of this tab's browser: taken anew where there is none, or the emulator has forgotten it. */
export async function takeTelephone({ name, language }, { anew = false } = {}) {
  const known = anew ? null : localStorage.getItem(kept);
  const isThere = known !== null && (await fetch(`${phones}/${known}`)).ok;
  const id = isThere ? known : (await post(phones, { name, language })).id;
  localStorage.setItem(kept, id);
  return {
    write: (text) => post(`${phones}/${id}/messages`, { text }),
    press: (messageId, data) => post(`${phones}/${id}/presses`, { messageId, data }),
    /** Calls `show` with the whole chat whenever something changes in it; answers how to stop. */
    watch(show, lost) {
      const events = new EventSource(`${phones}/${id}/events`);
      events.addEventListener('chat', (event) => show(JSON.parse(event.data)));
      events.addEventListener('error', () => lost(events.readyState === EventSource.CLOSED));
      return () => events.close();
    },
  };
}
