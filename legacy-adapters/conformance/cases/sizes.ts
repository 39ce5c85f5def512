import { type HostileCase, leaf, type Make, malformed, valueOrMalformed } from '../hostile-case.ts';
import type { HonestAnswer } from '../reply.ts';

export function sizes({ body }: HonestAnswer, make: Make): HostileCase[] {
  const text = Buffer.from(body).toString('utf8');
  const large = 30_000_000;
  const before = (given: string) => Buffer.from(text.replace(leaf, (whole) => given + whole));
  return [
    { name: '30 MB of comment', reply: () => make(before(`<!--${' '.repeat(large)}-->`)), expected: malformed, heavy: true },
    {
      name: '30 MB of one text',
      reply: () => make(text.replace(leaf, (_whole, name: string) => `<${name}>${'7'.repeat(large)}</${name}>`)),
      expected: malformed,
      heavy: true,
    },
    { name: '30 MB of elements', reply: () => make(before('<d/>'.repeat(large / 4))), expected: malformed, heavy: true },
    { name: '30 MB of white space behind the end', reply: () => make(text + ' '.repeat(large)), expected: malformed, heavy: true },
    {
      name: '3 MB of attributes',
      reply: () => make(before(`<d ${Array.from({ length: 250_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`)),
      expected: malformed,
      heavy: true,
    },
    { name: '3 MB of elements', reply: () => make(before('<d/>'.repeat(750_000))), expected: valueOrMalformed, heavy: true },
    {
      name: '3 MB of namespaces',
      reply: () => make(before(Array.from({ length: 60_000 }, (_, index) => `<d xmlns:n${index}="urn:${index}"/>`).join(''))),
      expected: valueOrMalformed,
      heavy: true,
    },
    {
      name: 'an answer without an end',
      reply: () => make(Buffer.concat([body, Buffer.alloc(60_000, ' ')]), { delivery: { kind: 'endless' } }),
      expected: malformed,
      heavy: true,
    },
  ];
}
