import type { Store } from './tables.ts';

const dayMs = 24 * 3_600_000;
/** A messenger delivers an event again for about a day; for longer nothing needs to be known. */
const keptMs = 3 * dayMs;

/** Removes what nobody needs any more. Payloads went when they were done with; these are the rows. */
export async function removeOld(store: Store, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptMs);
  await store.deleteFrom('messenger_inbox').where('state', '!=', 'received').where('received_at', '<', before).execute();
  await store.deleteFrom('messenger_outbox').where('state', 'in', ['sent', 'refused']).where('created_at', '<', before).execute();
  await store.deleteFrom('messenger_button').where('expires_at', '<', before).execute();
  await store
    .deleteFrom('messenger_link_attempt')
    .where('expires_at', '<', new Date(now.getTime() - dayMs))
    .execute();
}
