import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLogger } from '#platform/telemetry/logger.ts';
import { createTelegram } from '../channels/telegram/telegram.ts';
import { addChat, createClock, openTestStore, type TestStore } from '../testkit/store.ts';
import type { Channel, ChannelRequest } from './channel.ts';
import { createOutbox, enqueue } from './outbox.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());

const message = (text: string): ChannelRequest => ({ method: 'sendMessage', payload: { chat_id: 1, text }, effect: 'visible' });

it('a process that does not hold the chat any more sends nothing of what is left, whatever it was about to do', async () => {
  const clock = createClock();
  const chat = await addChat(opened.store, 1, clock.now());
  const outbox = createOutbox({ store: opened.store, logger: createLogger('test', 'silent'), now: clock.now });
  await enqueue(opened.store, chat, [message('one'), message('two'), message('three')], clock.now());
  const sent: unknown[] = [];
  const looked: unknown[] = [];
  let held = true;
  const channel: Channel = {
    ...createTelegram({ token: '7001:a-token-of-the-right-length-for-a-bot', apiRoot: 'http://127.0.0.1:1' }),
    async send({ payload }) {
      sent.push(payload.text);
      if (payload.text === 'two') return { kind: 'unknown', reason: 'no answer' };
      return { kind: 'sent', message: '10' };
    },
    async find({ payload }) {
      looked.push(payload.text);
      held = false;
      return undefined;
    },
  };
  expect(await outbox.flush(chat, channel, async () => held)).toBe(500);
  expect(sent).toEqual(['one', 'two']);
  clock.pass(500);
  // The search for the message took so long that another process has the chat now.
  expect(await outbox.flush(chat, channel, async () => held)).toBeUndefined();
  expect([sent, looked]).toEqual([['one', 'two'], ['two']]);
  expect(await outbox.flush(chat, channel, async () => false)).toBeUndefined();
  expect(sent).toEqual(['one', 'two']);
});
