import { z } from 'zod';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { Channel, ChannelRequest, SendOutcome } from './channel.ts';
import { noteNewest } from './inbox.ts';
import type { Store } from './tables.ts';

const attemptsMax = 20;
const pauseAfterUnknownMs = 500;
const pauseMsMax = 300_000;

const channelRequest: z.ZodType<ChannelRequest> = z.object({
  method: z.string(),
  payload: z.record(z.string(), z.unknown()),
  effect: z.enum(['repeatable', 'visible', 'dispensable']),
  get instead(): z.ZodOptional<z.ZodType<ChannelRequest>> {
    return channelRequest.optional();
  },
}) as z.ZodType<ChannelRequest>;

/** Puts requests behind whatever still has to go to the chat, in the caller's transaction. */
export async function enqueue(store: Store, chat: string, requests: readonly ChannelRequest[], now: Date): Promise<void> {
  if (requests.length === 0) return;
  await store
    .insertInto('messenger_outbox')
    .values(
      requests.map((request) => ({
        chat,
        request: JSON.stringify(request),
        state: 'waiting' as const,
        not_before: now,
        sent_after: null,
        message: null,
        created_at: now,
      })),
    )
    .execute();
}

export interface Outbox {
  /**
   * Sends what waits for the chat, in order, as long as `hold` answers that the chat is held, which is asked before each request.
   * Answers how long to wait before going on, or undefined once there is nothing left to do here.
   */
  flush(chat: string, channel: Channel, hold: () => Promise<boolean>): Promise<number | undefined>;
}

/**
 * A messenger has no idempotency key, so each request is marked `sending` before it goes and `sent` after it was answered.
 * A row that is found `sending` was cut off by a crash or a lost answer: nobody knows whether it was done. Doing a
 * `repeatable` one again changes nothing; for a `visible` one the channel first looks whether the message stands in the chat.
 */
export function createOutbox({ store, logger, now }: { readonly store: Store; readonly logger: Logger; readonly now: () => Date }): Outbox {
  async function next(chat: string) {
    return await store
      .selectFrom('messenger_outbox')
      .selectAll()
      .where('chat', '=', chat)
      .where('state', 'in', ['waiting', 'sending'])
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
  }

  async function finish(id: number, chat: string, state: 'sent' | 'refused', message: string | undefined): Promise<void> {
    await store.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('messenger_outbox')
        .set({ state, request: null, message: message ?? null })
        .where('id', '=', id)
        .execute();
      if (message !== undefined) await noteNewest(transaction, chat, message);
    });
  }

  async function markSending(id: number, chat: string, attempts: number, sentAfter: string | null): Promise<string | null> {
    const before =
      sentAfter ??
      (await store.selectFrom('messenger_chat').select('newest_message').where('chat', '=', chat).executeTakeFirst())?.newest_message ??
      null;
    await store
      .updateTable('messenger_outbox')
      .set({ state: 'sending', attempts: attempts + 1, sent_after: before })
      .where('id', '=', id)
      .execute();
    return before;
  }

  async function postpone(id: number, state: 'waiting' | 'sending', afterMs: number): Promise<number> {
    const pause = Math.min(Math.max(afterMs, 50), pauseMsMax);
    await store
      .updateTable('messenger_outbox')
      .set({ state, not_before: new Date(now().getTime() + pause) })
      .where('id', '=', id)
      .execute();
    return pause;
  }

  return {
    async flush(chat, channel, hold) {
      while (await hold()) {
        const row = await next(chat);
        if (row === undefined) return undefined;
        const waitMs = row.not_before.getTime() - now().getTime();
        if (waitMs > 0) return waitMs;
        const request = channelRequest.parse(row.request);
        const cutOff = row.state === 'sending';
        if (cutOff && request.effect === 'visible') {
          const found = await channel.find(request, row.sent_after ?? undefined);
          if (found !== undefined) {
            await finish(row.id, chat, 'sent', found);
            continue;
          }
          // The search may have taken longer than the hold lasts.
          if (!(await hold())) return undefined;
        }
        if (row.attempts >= attemptsMax) {
          logger.error({ chat, method: request.method }, 'a message was given up');
          await finish(row.id, chat, 'refused', undefined);
          continue;
        }
        await markSending(row.id, chat, row.attempts, row.sent_after);
        const outcome = await channel.send(request);
        const pause = await settle(row.id, chat, request, outcome);
        if (pause !== undefined) return pause;
      }
      return undefined;
    },
  };

  async function settle(id: number, chat: string, request: ChannelRequest, outcome: SendOutcome): Promise<number | undefined> {
    switch (outcome.kind) {
      case 'sent':
        await finish(id, chat, 'sent', outcome.message);
        return undefined;
      case 'refused':
        return await refuse(id, chat, request, outcome);
      case 'later':
        logger.info({ chat, afterMs: outcome.afterMs, reason: outcome.reason }, 'the messenger asks to wait');
        return await postpone(id, 'waiting', outcome.afterMs);
      case 'unknown':
        logger.warn({ chat, method: request.method, reason: outcome.reason }, 'nobody knows whether a message was sent');
        return await postpone(id, 'sending', pauseAfterUnknownMs);
    }
  }

  async function refuse(
    id: number,
    chat: string,
    request: ChannelRequest,
    { reason, blocked }: SendOutcome & { kind: 'refused' },
  ): Promise<undefined> {
    if (request.effect !== 'dispensable') logger.warn({ chat, method: request.method, reason }, 'the messenger refused a message');
    if (request.instead !== undefined && !blocked) {
      await store
        .updateTable('messenger_outbox')
        .set({ state: 'waiting', request: JSON.stringify(request.instead) })
        .where('id', '=', id)
        .execute();
      return undefined;
    }
    await finish(id, chat, 'refused', undefined);
    return undefined;
  }
}
