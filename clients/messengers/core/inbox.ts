import { sql } from 'kysely';
import { maskCardNumbers } from '#platform/telemetry/redact.ts';
import { type CanonicalEvent, chatKeyOf } from './event.ts';
import type { Store } from './tables.ts';

/**
 * Takes events in: each under its channel's own id, so that one delivered again is not taken again. What looks like a
 * card's number is masked first. Once this resolves, the events will be answered, whatever happens to the process.
 * Answers the chats that have something new.
 */
export async function receive(store: Store, events: readonly CanonicalEvent[], now: Date): Promise<readonly string[]> {
  if (events.length === 0) return [];
  return await store.transaction().execute(async (transaction) => {
    const woken = new Set<string>();
    for (const event of events.map(masked)) {
      const chat = chatKeyOf(event.address);
      const { name: person, language: messengerLanguage = null } = event.person;
      await transaction
        .insertInto('messenger_chat')
        .values({
          chat,
          address: JSON.stringify(event.address),
          person,
          language: null,
          messenger_language: messengerLanguage,
          newest_message: null,
          leased_by: null,
          leased_until: null,
          created_at: now,
        })
        .onConflict((conflict) => conflict.column('chat').doUpdateSet({ person, messenger_language: messengerLanguage }))
        .execute();
      const taken = await transaction
        .insertInto('messenger_inbox')
        .values({
          channel: event.address.channel,
          bot: event.address.bot,
          event_id: event.id,
          chat,
          sequence: String(event.sequence),
          event: JSON.stringify(event),
          state: 'received',
          received_at: now,
        })
        .onConflict((conflict) => conflict.columns(['channel', 'bot', 'event_id']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (taken !== undefined) woken.add(chat);
      if (event.newestMessage !== undefined) await noteNewest(transaction, chat, event.newestMessage);
    }
    return [...woken];
  });
}

/** Remembers the newest message of a chat. References are numbers that grow in the channels that can look for one. */
export async function noteNewest(store: Store, chat: string, message: string): Promise<void> {
  if (!/^\d{1,15}$/.test(message)) return;
  await store
    .updateTable('messenger_chat')
    .set({ newest_message: message })
    .where('chat', '=', chat)
    .where((where) => where.or([where('newest_message', 'is', null), where(sql<number>`newest_message::bigint`, '<', Number(message))]))
    .execute();
}

function masked(event: CanonicalEvent): CanonicalEvent {
  const person = { ...event.person, name: maskCardNumbers(event.person.name).text };
  if (event.what.kind !== 'text') return { ...event, person };
  const { text, found } = maskCardNumbers(event.what.text);
  return { ...event, person, what: { kind: 'text', text, cardNumberMasked: found } };
}
