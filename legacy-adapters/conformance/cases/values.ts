import { type HostileCase, leaf, type Make, malformed } from '../hostile-case.ts';
import type { HonestAnswer } from '../reply.ts';

/** What a number of money may not look like. */
const noNumbers = ['', '1e3', '1,00', '1 000.00', 'NaN', 'INF', '0x10', '٣.٠٠', '--1', '1.0.0', '1_000'];

export function values({ body }: HonestAnswer, make: Make): HostileCase[] {
  const text = Buffer.from(body).toString('utf8');
  const amount = /<([\w:-]+)>-?\d+\.\d{2}<\/\1>/;
  const found: HostileCase[] = [
    { name: 'every value empty', reply: () => make(text.replaceAll(leaf, '<$1></$1>')), expected: malformed },
    { name: 'no value', reply: () => make(text.replaceAll(leaf, '')), expected: malformed },
    { name: 'an element in each value', reply: () => make(text.replaceAll(leaf, '<$1>$2<b>7</b></$1>')), expected: malformed },
  ];
  if (!amount.test(text)) return found;
  return [
    ...found,
    ...noNumbers.map(
      (given): HostileCase => ({
        name: `an amount of ${JSON.stringify(given)}`,
        reply: () => make(text.replace(amount, `<$1>${given}</$1>`)),
        expected: malformed,
      }),
    ),
  ];
}
