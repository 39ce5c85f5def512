import { type HostileCase, leaf, type Make, malformed, spliced, value, valueOrMalformed } from '../hostile-case.ts';
import type { HonestAnswer } from '../reply.ts';

export function charsets({ body }: HonestAnswer, make: Make): HostileCase[] {
  const text = Buffer.from(body).toString('utf8');
  const type = (charset: string) => ({ 'content-type': `text/xml; charset=${charset}` });
  const undeclared = text.replace(/^<\?xml[^>]*\?>/, '');
  const declared = (name: string) => `<?xml version="1.0" encoding="${name}"?>${undeclared}`;
  const little = (given: string) => Buffer.from(given, 'utf16le');
  const big = (given: string) => little(given).swap16();
  const latin = (given: string) => Buffer.from(given.replaceAll(/[^\0-\x7f]/g, 'é'), 'latin1');
  const hasForeign = /[^\0-\x7f]/.test(text);
  return [
    {
      name: 'UTF-16, little-endian, with a byte order mark',
      reply: () => make(little(`\uFEFF${undeclared}`), { headers: type('utf-16') }),
      expected: value,
    },
    {
      name: 'UTF-16, big-endian, with a byte order mark',
      reply: () => make(big(`\uFEFF${undeclared}`), { headers: type('utf-16') }),
      expected: value,
    },
    {
      name: 'UTF-16 that says UTF-8',
      reply: () => make(little(`\uFEFF${declared('utf-8')}`), { headers: type('utf-8') }),
      expected: valueOrMalformed,
    },
    { name: 'UTF-16 without a byte order mark', reply: () => make(little(undeclared), { headers: type('utf-8') }), expected: malformed },
    {
      name: 'half a character of UTF-16',
      reply: () => make(little(`\uFEFF${undeclared}`).subarray(0, -1), { headers: type('utf-16') }),
      expected: malformed,
    },
    { name: 'UTF-8 that says UTF-16', reply: () => make(body, { headers: type('utf-16le') }), expected: malformed },
    { name: 'a charset that nobody knows', reply: () => make(body, { headers: type('x-bank-7') }), expected: malformed },
    {
      name: 'UTF-8 that HTTP calls windows-1251',
      reply: () => make(declared('utf-8'), { headers: type('windows-1251') }),
      expected: hasForeign ? malformed : valueOrMalformed,
    },
    {
      name: 'bytes that are no UTF-8',
      reply: () => make(Buffer.concat([latin(text.replace(leaf, '<$1>é</$1>'))]), { headers: type('utf-8') }),
      expected: malformed,
    },
    { name: 'an overlong form', reply: () => make(spliced(body, Buffer.from([0xc0, 0xaf]))), expected: malformed },
    { name: 'half a surrogate', reply: () => make(spliced(body, Buffer.from([0xed, 0xa0, 0x80]))), expected: malformed },
    { name: 'a byte order mark of UTF-8', reply: () => make(`\uFEFF${text}`), expected: value },
  ];
}
