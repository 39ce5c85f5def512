import { z } from 'zod';
import { type CanonicalEvent, type Command, commands } from '#clients/messengers/core/event.ts';
import { BankError } from '#platform/errors.ts';
import { parseJson } from '#platform/http/json-body.ts';

const person = z.object({
  is_bot: z.boolean(),
  first_name: z.string(),
  language_code: z.string().optional(),
});
const chat = z.object({ id: z.int(), type: z.string() });
const message = z.object({ message_id: z.int(), from: person.optional(), chat, text: z.string().optional() });

/** The parts of a Bot API `Update` that the bot asks for (`allowedUpdates`). */
const update = z.object({
  update_id: z.int().min(0),
  message: message.optional(),
  callback_query: z
    .object({
      id: z.string().min(1),
      from: person,
      data: z.string().optional(),
      message: z.object({ message_id: z.int(), chat }).optional(),
    })
    .optional(),
});
type Update = z.infer<typeof update>;
type Person = z.infer<typeof person>;

export const allowedUpdates = ['message', 'callback_query'] as const;

/** A command in Telegram is letters, digits and underscores. */
export function telegramCommandOf(command: Command): string {
  return command.replace('-', '');
}

const commandsByName = new Map(commands.map((command) => [telegramCommandOf(command), command]));
const textMax = 4_096;
const nameMax = 100;

/** Reads one update. Throws a BankError for what is no update. */
export function parseUpdate(body: Buffer, bot: string): readonly CanonicalEvent[] {
  const read = update.safeParse(parseJson(body));
  if (!read.success) throw new BankError('BAD_USER_INPUT', 'This is not an update of the Bot API.');
  const event = eventOf(read.data, bot);
  return event === undefined ? [] : [event];
}

function eventOf({ update_id, message: written, callback_query: pressed }: Update, bot: string): CanonicalEvent | undefined {
  const common = (where: z.infer<typeof chat>, who: Person | undefined) => ({
    id: String(update_id),
    sequence: update_id,
    address: { channel: 'telegram', bot, chat: String(where.id) },
    isPublic: where.type !== 'private',
    person: {
      name: (who?.first_name ?? '').slice(0, nameMax),
      ...(who?.language_code === undefined ? {} : { language: who.language_code.slice(0, 20) }),
    },
  });
  if (written !== undefined && written.from?.is_bot !== true) {
    const what = whatOf(written.text);
    // In a group the bot speaks when it is spoken to.
    if (written.chat.type !== 'private' && what.kind !== 'command' && what.kind !== 'opened') return undefined;
    return { ...common(written.chat, written.from), newestMessage: String(written.message_id), what };
  }
  if (pressed?.message !== undefined && pressed.data !== undefined) {
    const { message: under } = pressed;
    const what = {
      kind: 'press' as const,
      button: pressed.data.slice(0, 64),
      press: pressed.id.slice(0, 200),
      message: String(under.message_id),
    };
    return { ...common(under.chat, pressed.from), newestMessage: String(under.message_id), what };
  }
  return undefined;
}

function whatOf(text: string | undefined): CanonicalEvent['what'] {
  if (text === undefined) return { kind: 'unreadable' };
  const name = /^\/([a-z0-9_]{1,32})(?:@\w+)?(?:\s|$)/i.exec(text)?.[1]?.toLowerCase();
  if (name === 'start') return { kind: 'opened' };
  const command = commandsByName.get(name ?? '');
  return command === undefined ? { kind: 'text', text: text.slice(0, textMax), cardNumberMasked: false } : { kind: 'command', command };
}
