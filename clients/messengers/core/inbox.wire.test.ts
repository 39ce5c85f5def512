import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClock, openTestStore, type TestStore } from '../testkit/store.ts';
import type { CanonicalEvent } from './event.ts';
import { receive } from './inbox.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());

const clock = createClock();
const event = (id: number, text: string, name = 'Ada'): CanonicalEvent => ({
  id: String(id),
  sequence: id,
  address: { channel: 'telegram', bot: '7001', chat: String(id) },
  isPublic: false,
  person: { name },
  what: { kind: 'text', text, cardNumberMasked: false },
});

/** All that is kept of an event before anybody has looked at it. */
async function keptOf(given: CanonicalEvent): Promise<string> {
  await receive(opened.store, [given], clock.now());
  const chat = `telegram:7001:${given.address.chat}`;
  const inbox = await opened.store.selectFrom('messenger_inbox').selectAll().where('chat', '=', chat).execute();
  const chats = await opened.store.selectFrom('messenger_chat').selectAll().where('chat', '=', chat).execute();
  expect([inbox.length, chats.length]).toEqual([1, 1]);
  return JSON.stringify([inbox, chats]);
}

it.each(['4149 4999 1234 5673', '4149499912345673', '4149-4999-1234-5673', 'no. 1: 4149 4999 1234 5673, please'])(
  'of the card number in %j its last four digits are kept, from the first moment on',
  async (text) => {
    const kept = await keptOf(event(100 + text.length, text));
    expect(kept).toContain('•••• 5673');
    expect(kept).toContain('"cardNumberMasked":true');
    expect(kept.replaceAll(/\D/g, ' ')).not.toMatch(/4149|4999|1234/);
  },
);

it('the name of a person is no place for a card number either', async () => {
  const kept = await keptOf(event(1, 'hello', 'Ada 4149 4999 1234 5673'));
  expect(kept).toContain('Ada •••• 5673');
  expect(kept).not.toContain('4999');
});

it('an event delivered again wakes nobody, and changes nothing of the first', async () => {
  expect(await receive(opened.store, [event(7, 'first')], clock.now())).toEqual(['telegram:7001:7']);
  expect(await receive(opened.store, [event(7, 'another text')], clock.now())).toEqual([]);
  expect(await keptOf(event(7, 'once more'))).toContain('first');
});
