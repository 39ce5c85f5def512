import type { Logger } from '#platform/telemetry/logger.ts';
import { BulkheadFull, createBulkheads } from './bulkhead.ts';
import { type Channel, channelKeyOf } from './channel.ts';
import type { Chats } from './chats.ts';
import type { Conversation } from './conversation.ts';
import type { Outbox } from './outbox.ts';
import type { OutsideSlot } from './upstream-bulkheads.ts';

export interface WorkerOptions {
  /** By `channelKeyOf`. */
  readonly channels: ReadonlyMap<string, Channel>;
  readonly chats: Chats;
  readonly conversation: Conversation;
  readonly outbox: Outbox;
  readonly logger: Logger;
}

/** Answers what has come in: in order within a chat, many chats at a time. */
export interface Worker {
  start(): void;
  /** There may be work for this chat. */
  wake(chat: string): void;
  /** For what a chat waits for in the bank or at the identity provider: its slot goes to another chat meanwhile. */
  readonly outsideSlot: OutsideSlot;
  /** Takes no new work and finishes what is at hand. */
  stop(): Promise<void>;
}

/** Chats that are worked on at once, without those that wait for somebody else. */
const chatsAtOnceMax = 16;
/** A bound for memory; how many may wait for one and the same system is bounded where it is asked. */
const chatsHeldMax = 5_000;
/** A messenger that hangs holds up its own chats only. */
const sendingLimits = { callsMax: 16, waitingMax: chatsHeldMax, waitMsMax: 60_000 };
/** How often the database is asked for work that nobody has been woken for: what another process left, or was put off. */
const sweepMs = 2_000;
const sweptMax = 200;
const pauseAfterFaultMs = 1_000;

export function createWorker({ channels, chats, conversation, outbox, logger }: WorkerOptions): Worker {
  const waiting = new Set<string>();
  const working = new Map<string, Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  const sending = createBulkheads(sendingLimits);
  let atWork = 0;
  let running = false;
  let sweeping: Promise<void> = Promise.resolve();

  function after(delayMs: number, run: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, delayMs);
    timers.add(timer);
  }

  function fill(): void {
    for (const chat of waiting) {
      if (!running || atWork >= chatsAtOnceMax || working.size >= chatsHeldMax) return;
      if (working.has(chat)) continue;
      waiting.delete(chat);
      atWork += 1;
      const work = workOn(chat)
        .catch((error: unknown) => {
          logger.error({ err: error, chat }, 'a chat could not be served');
          if (running) after(pauseAfterFaultMs, () => wake(chat));
        })
        .finally(() => {
          working.delete(chat);
          atWork -= 1;
          fill();
        });
      working.set(chat, work);
    }
  }

  /** Whoever comes back goes on at once: for a moment there may be a few more at work than usual. */
  const outsideSlot: OutsideSlot = async (call) => {
    atWork -= 1;
    fill();
    try {
      return await call();
    } finally {
      atWork += 1;
    }
  };

  /** Sends what waits for a chat; undefined once there is nothing left, else how long to wait before going on. */
  async function flush(key: string, channel: Channel): Promise<number | undefined> {
    try {
      return await outsideSlot(() =>
        sending(channelKeyOf({ channel: channel.name, bot: channel.bot })).run(() => outbox.flush(key, channel, () => chats.hold(key))),
      );
    } catch (error) {
      if (error instanceof BulkheadFull) return pauseAfterFaultMs;
      throw error;
    }
  }

  async function workOn(key: string): Promise<void> {
    const chat = await chats.read(key);
    const channel = chat === undefined ? undefined : channels.get(channelKeyOf(chat.address));
    if (chat === undefined || channel === undefined) return;
    try {
      // Held anew for each event, so that a long queue does not outlast the hold.
      while (running && (await chats.hold(key))) {
        const pauseMs = await flush(key, channel);
        if (pauseMs !== undefined) {
          after(pauseMs, () => wake(key));
          return;
        }
        // Held anew after each message too: there may have been many, or a long wait for a slot.
        if (!(await chats.hold(key))) return;
        // What was chosen a moment ago, such as the language, counts for the next event.
        const current = (await chats.read(key)) ?? chat;
        if (!(await conversation.answerNext(current, channel))) return;
      }
    } finally {
      await chats.release(key);
    }
  }

  function wake(chat: string): void {
    if (!running) return;
    waiting.add(chat);
    fill();
  }

  function sweep(): void {
    if (!running) return;
    sweeping = chats
      .waiting(sweptMax)
      .then((found) => {
        for (const chat of found) wake(chat);
      })
      .catch((error: unknown) => logger.error({ err: error }, 'the database could not be asked for work'))
      .finally(() => {
        if (running) after(sweepMs, sweep);
      });
  }

  return {
    start() {
      running = true;
      sweep();
    },
    wake,
    outsideSlot,
    async stop() {
      running = false;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      await sweeping;
      await Promise.all(working.values());
    },
  };
}
