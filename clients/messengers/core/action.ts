import { z } from 'zod';
import { languages } from './language.ts';

const id = z.string().min(1).max(100);
/** Where a page of a long list begins. */
const from = z.int().min(0).max(10_000).optional();

/** What a button does. It stays on the server; the messenger gets an opaque id. */
export const action = z.discriminatedUnion('name', [
  z.object({ name: z.literal('menu') }),
  z.object({ name: z.literal('balance') }),
  z.object({ name: z.literal('cards'), from }),
  z.object({ name: z.literal('card'), card: id }),
  z.object({ name: z.literal('emergency') }),
  z.object({ name: z.literal('contact') }),
  z.object({ name: z.literal('thanks') }),
  z.object({ name: z.literal('lock'), from }),
  z.object({ name: z.literal('lock-ending'), lastFour: z.string().regex(/^\d{4}$/) }),
  z.object({ name: z.literal('ask-lock'), card: id }),
  z.object({ name: z.literal('lock-card'), card: id }),
  z.object({ name: z.literal('ask-unlock'), card: id }),
  z.object({ name: z.literal('unlock-card'), card: id }),
  z.object({ name: z.literal('transactions'), from }),
  z.object({ name: z.literal('statement'), account: id, after: z.string().max(2_000).optional() }),
  z.object({ name: z.literal('bank-details'), from }),
  z.object({ name: z.literal('account-details'), account: id }),
  z.object({ name: z.literal('rates') }),
  z.object({ name: z.literal('language') }),
  z.object({ name: z.literal('choose-language'), language: z.enum(languages) }),
  z.object({ name: z.literal('help') }),
  z.object({ name: z.literal('link') }),
  z.object({ name: z.literal('link-anew') }),
  z.object({ name: z.literal('ask-log-out') }),
  z.object({ name: z.literal('log-out') }),
]);
export type Action = z.infer<typeof action>;
