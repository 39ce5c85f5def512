import { BankError } from '#platform/errors.ts';

type Given<Value> = Value | null | undefined;

/** An argument's text, or each of its texts, as the legacy system takes them. Null and absent pass. */
export function checkPattern(name: string, given: Given<string | readonly string[]>, pattern: RegExp): void {
  const texts = typeof given === 'string' ? [given] : (given ?? []);
  if (!texts.every((text) => pattern.test(text))) throw new BankError('BAD_USER_INPUT', `${name} does not look as it should.`);
}

export function checkCount(name: string, given: Given<readonly unknown[]>, countMax: number): void {
  if (given && given.length > countMax) throw new BankError('BAD_USER_INPUT', `${name} has at most ${countMax} items.`);
}
