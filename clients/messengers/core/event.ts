import { z } from 'zod';

/** Where a conversation takes place: one person and one bot in one messenger. */
export const chatAddress = z.object({
  channel: z.string().min(1).max(30),
  /** The bot's id in that messenger; a bank may have several. */
  bot: z.string().min(1).max(64),
  chat: z.string().min(1).max(64),
});
export type ChatAddress = z.infer<typeof chatAddress>;

/** What a person can ask for by name, from anywhere. */
export const commands = [
  'menu',
  'balance',
  'cards',
  'transactions',
  'lock',
  'bank-details',
  'rates',
  'language',
  'help',
  'link',
  'log-out',
] as const;
export type Command = (typeof commands)[number];

const what = z.discriminatedUnion('kind', [
  /** The person opened the chat for the first time, or again. */
  z.object({ kind: z.literal('opened') }),
  z.object({ kind: z.literal('command'), command: z.enum(commands) }),
  z.object({ kind: z.literal('text'), text: z.string().max(4_096), cardNumberMasked: z.boolean().default(false) }),
  /** A button was pressed; `press` is what the channel needs to acknowledge it, `message` the one it stands under. */
  z.object({ kind: z.literal('press'), button: z.string().max(64), press: z.string().max(200), message: z.string().max(64).optional() }),
  /** Something that the bot cannot read: a picture, a voice message. */
  z.object({ kind: z.literal('unreadable') }),
]);

/** What happened in a chat, in no messenger's words. */
export const canonicalEvent = z.object({
  /** The channel's own id of the event: the same event delivered again has the same one. */
  id: z.string().min(1).max(100),
  /** Orders the events of one chat. */
  sequence: z.int().min(0),
  address: chatAddress,
  /** Anybody else may read along, so nothing personal is said. */
  isPublic: z.boolean(),
  person: z.object({ name: z.string().max(200), language: z.string().max(20).optional() }),
  /** The channel's reference of the newest message of the chat that the event tells of. */
  newestMessage: z.string().max(64).optional(),
  what,
});
export type CanonicalEvent = z.infer<typeof canonicalEvent>;

/** `telegram:7001:42`: names a chat in the database. */
export function chatKeyOf({ channel, bot, chat }: ChatAddress): string {
  return `${channel}:${bot}:${chat}`;
}
