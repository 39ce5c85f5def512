import { randomInt } from 'node:crypto';
import { LegacyUnreachable } from '../../platform/errors.ts';
import { inOrderOf } from './in-order-of.ts';

/** Larger than any number that is given, so that a system whose numbers have nine digits takes them all. */
const numberLimit = 1_000_000_000;

/**
 * Numbers for the items of one request, in a row from a random one on. Where answers say only which item they are about, this
 * is what tells the answer to another request from ours.
 */
export function itemNumbers(count: number): number[] {
  const first = randomInt(1, numberLimit - count);
  return Array.from({ length: count }, (_, index) => first + index);
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
  throw new LegacyUnreachable(system, 'LEGACY_MALFORMED', `${answered.length} answers to ${numbers.length} questions`);
}
