import { z } from 'zod';
import { parseDecimal } from '../../platform/decimal.ts';
import { LegacyUnreachable } from '../../platform/errors.ts';

/** Shapes of the leaves of a SOAP answer. Every leaf arrives as text; these check it and turn it into exact values. */

/** xs:long, kept as text: 18 digits are beyond what a double holds. */
export const legacyId = z.string().regex(/^[1-9]\d{0,18}$/);

export const int = z
  .string()
  .regex(/^-?\d{1,9}$/)
  .transform(Number);

export const decimal = z.string().transform((text, context) => {
  const value = parseDecimal(text);
  if (value !== undefined) return value;
  context.addIssue({ code: 'custom', message: 'no decimal' });
  return z.NEVER;
});

/** xs:boolean has four spellings (XML Schema 1.0 part 2, 3.2.2). */
export const boolean = z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1');

/** xs:date as a civil date. A time zone, which xs:date may carry, is refused: the bank's dates have none. */
export const date = z.iso.date();

/** xs:dateTime with its zone. */
export const dateTime = z.iso.datetime({ offset: true });

export const currency = z.string().regex(/^[A-Z]{3}$/);

export const text = z.string().max(10_000);

/** node-soap leaves out a repeated element that never occurs. */
export function list<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .max(20_000)
    .optional()
    .transform((items) => items ?? []);
}

/** Checks an answer against its shape. A wrong one is told by the path of its first fault, never by its values. */
export function readAnswer<Shape extends z.ZodType>(system: string, operation: string, shape: Shape, answer: unknown): z.infer<Shape> {
  const result = shape.safeParse(answer ?? {});
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.join('.') ?? '';
  throw new LegacyUnreachable(system, 'LEGACY_MALFORMED', `${operation}: the answer does not fit its schema at "${path}"`);
}

/**
 * The items of an answer in the order of the keys that were asked for. A legacy system answers in an order of its own and
 * leaves out what it does not know; that it names one key twice is a contradiction, and neither is believed.
 */
export function inOrderOf<Item>(
  system: string,
  keys: readonly string[],
  items: readonly Item[],
  keyOf: (item: Item) => string,
): (Item | undefined)[] {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    if (byKey.has(keyOf(item))) throw new LegacyUnreachable(system, 'LEGACY_MALFORMED', 'the answer has two items of one key');
    byKey.set(keyOf(item), item);
  }
  return keys.map((key) => byKey.get(key));
}
