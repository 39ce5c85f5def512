import { BankError } from '#platform/errors.ts';

const lengthMax = 100;
/** Characters that XML 1.0 (section 2.2) cannot carry, and those that turn a text around, have no place in a search. */
const unprintable = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;

/** A text to search for, which may be left out. `name` is the argument's. Throws BAD_USER_INPUT. */
export function checkSearchText(text: string | undefined | null, name: string): string | undefined {
  if (text == null) return undefined;
  if (text.length < 1 || text.length > lengthMax) throw new BankError('BAD_USER_INPUT', `${name} must have 1 to ${lengthMax} characters.`);
  if (isUnprintable(text)) throw new BankError('BAD_USER_INPUT', `${name} has characters that cannot be searched for.`);
  return text;
}

export function isUnprintable(text: string): boolean {
  return unprintable.test(text);
}
