import type { Transaction } from '#platform/database/transaction.ts';
import type { EventOf } from '#platform/events/definition.ts';
import type { Journal } from '#platform/events/journal.ts';
import { cardLocked, cardUnlocked } from '../../cards/events.ts';
import { payeeCreated } from '../../payees/events.ts';
import { type NoticeKind, noticesMax } from '../domain/notice.ts';
import { insertNotice, removeBeyond } from '../store/notices.ts';

const events = [cardLocked, cardUnlocked, payeeCreated];
type Told = EventOf<(typeof events)[number]>;

const kinds: ReadonlyMap<string, NoticeKind> = new Map([
  [cardLocked.name, 'CARD_LOCKED'],
  [cardUnlocked.name, 'CARD_UNLOCKED'],
  [payeeCreated.name, 'PAYEE_CREATED'],
]);

/** Makes each fact that a customer should know a notice of his, once. */
export function registerNotices(journal: Journal): void {
  // A customer is told of what happens from now on, and not of a year at once.
  journal.subscribe({ name: 'notices', events, from: 'now', handle: writeNotice });
}

export async function writeNotice(transaction: Transaction, event: Told): Promise<void> {
  const kind = kinds.get(event.name);
  if (kind === undefined) throw new Error(`${event.name} makes no notice`);
  const { customerNumber } = event.payload;
  await insertNotice(transaction, { customerNumber, kind, subject: event.subject, occurredAt: event.occurredAt, eventId: event.id });
  await removeBeyond(transaction, customerNumber, noticesMax);
}
