import { createHash } from 'node:crypto';
import { LegacyUnreachable } from '#platform/errors.ts';
import { inOrderOf } from './in-order-of.ts';

/** Above any number that is given, so that a system whose numbers have nine digits takes them all. */
const numberLimit = 999_999_999;

/**
 * A number of nine digits at the most for each item of one request, made from the item. Where answers say only which item they
 * are about, this is what tells the answer to another question from the answer to ours; the same question has the same number.
 */
export function itemNumbers(items: readonly unknown[]): number[] {
  const taken = new Set<number>();
  for (const [index, item] of items.entries()) {
    const digest = createHash('sha256')
      .update(JSON.stringify([index, item]))
      .digest();
    let number = digest.readUInt32BE() % numberLimit;
    while (number === 0 || taken.has(number)) number = (number + 1) % numberLimit;
    taken.add(number);
  }
  return [...taken];
}

/** The answers in the order of the numbers. Each item has one, and there is no other, or none of them is believed. */
export function answersInOrder<Answer>(
  system: string,
  numbers: readonly number[],
  answers: readonly Answer[],
  numberOf: (answer: Answer) => number,
): Answer[] {
  const found = inOrderOf(system, numbers.map(String), answers, (answer) => String(numberOf(answer)));
  const answered = found.filter((answer) => answer !== undefined);
  if (answered.length === numbers.length) return answered;
  throw new LegacyUnreachable(system, 'UPSTREAM_MALFORMED', `${answered.length} answers to ${numbers.length} questions`);
}
