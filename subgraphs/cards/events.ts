import { z } from 'zod';
import { defineEvent } from '#platform/events/definition.ts';

const payload = z.object({
  /** The core's number of the customer who holds the card, and who asked for it. */
  customerNumber: z.string().min(1).max(32),
  /** The row of `card_change`: the same fact never comes under two of them. */
  changeId: z.uuid(),
});

// The subject is card processing's token of the card.

export const cardLocked = defineEvent({
  name: 'card.locked.v1',
  description: 'Card processing has locked a card, or had it locked already, because its holder asked for it.',
  subject: 'card',
  payload,
  retentionDays: 400,
});

export const cardUnlocked = defineEvent({
  name: 'card.unlocked.v1',
  description: 'Card processing has unlocked a card, or had it active already, because its holder asked for it.',
  subject: 'card',
  payload,
  retentionDays: 400,
});
