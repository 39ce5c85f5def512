import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addChat, type Clock, createClock, openTestStore, type TestStore } from '../testkit/store.ts';
import { type Chats, createChats } from './chats.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());

let clock: Clock;
let chat: string;
let one: Chats;
let two: Chats;
let count = 0;
beforeEach(async () => {
  clock = createClock();
  count += 1;
  chat = await addChat(opened.store, count, clock.now());
  [one, two] = [createChats(opened.store, clock.now), createChats(opened.store, clock.now)];
});

const asserted = (chats: Chats) => opened.store.transaction().execute((transaction) => chats.assertHeld(transaction, chat));

it('a chat is held by one process, for 90 s from when it was last held, and then by whoever comes', async () => {
  expect(await Promise.all([one.hold(chat), two.hold(chat)])).toEqual([true, false]);
  clock.pass(80_000);
  expect(await one.hold(chat), 'held anew').toBe(true);
  clock.pass(90_000);
  expect(await two.hold(chat)).toBe(false);
  clock.pass(1);
  expect(await two.hold(chat)).toBe(true);
  expect(await one.hold(chat)).toBe(false);
});

it('a process whose chat was taken over cannot end its work, nor let go of what is not its own any more', async () => {
  await one.hold(chat);
  await asserted(one);
  clock.pass(90_001);
  await two.hold(chat);
  await expect(asserted(one)).rejects.toThrow('another process has taken this chat over');
  await one.release(chat);
  await asserted(two);
  expect(await one.hold(chat)).toBe(false);
  await two.release(chat);
  await expect(asserted(two)).rejects.toThrow('another process');
  expect(await one.hold(chat)).toBe(true);
});

it('a chat that nobody holds, or that is not there, is not held', async () => {
  await expect(asserted(one)).rejects.toThrow('another process');
  expect(await one.hold('telegram:7001:999')).toBe(false);
});
