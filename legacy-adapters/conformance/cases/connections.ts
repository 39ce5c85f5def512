import { gzipSync } from 'node:zlib';
import { type HostileCase, type Make, malformed, timeout, unavailable, value, valueOrMalformed } from '../hostile-case.ts';
import type { HonestAnswer, Reply } from '../reply.ts';

let bombOfGzip: Buffer | undefined;
/** 200 MB of spaces, packed once: that takes most of a second. */
function bomb(): Buffer {
  bombOfGzip ??= gzipSync(Buffer.alloc(200_000_000, ' '));
  return bombOfGzip;
}

export function connections({ body }: HonestAnswer, make: Make): HostileCase[] {
  const raw = (bytes: Uint8Array | string): Reply => ({ ...make(bytes), delivery: { kind: 'raw' } });
  const head = (reply: Reply, extra = '') =>
    `HTTP/1.1 ${reply.status} OK\r\n${Object.entries(reply.headers)
      .map(([name, given]) => `${name}: ${given}\r\n`)
      .join('')}${extra}content-length: ${reply.body.length}\r\n\r\n`;
  const honest = make(body);
  const whole = Buffer.concat([Buffer.from(head(honest)), body]);
  return [
    { name: 'every byte in a packet of its own', reply: () => make(body, { delivery: { kind: 'drip', everyMs: 0 } }), expected: value },
    { name: 'dripped, a byte in 40 ms', reply: () => make(body, { delivery: { kind: 'drip', everyMs: 40 } }), expected: timeout },
    { name: 'hung before the headers', reply: () => make(body, { delivery: { kind: 'hang', sent: -1 } }), expected: timeout },
    { name: 'hung after the headers', reply: () => make(body, { delivery: { kind: 'hang', sent: 0 } }), expected: timeout },
    { name: 'hung half-way', reply: () => make(body, { delivery: { kind: 'hang', sent: body.length >> 1 } }), expected: timeout },
    {
      name: 'hung before the last byte',
      reply: () => make(body, { delivery: { kind: 'hang', sent: body.length - 1 } }),
      expected: timeout,
    },
    { name: 'another protocol', reply: () => raw('SSH-2.0-OpenSSH_9.9\r\n'), expected: unavailable },
    { name: 'an answer of HTTP/0.9', reply: () => raw(body), expected: unavailable },
    { name: 'nothing at all', reply: () => raw(''), expected: unavailable },
    {
      name: 'headers of 200 kB',
      reply: () => raw(Buffer.concat([Buffer.from(head(honest, `x: ${'a'.repeat(200_000)}\r\n`)), body])),
      expected: malformed,
    },
    {
      name: 'two lengths',
      reply: () => raw(Buffer.concat([Buffer.from(head(honest, 'content-length: 1\r\n')), body])),
      expected: unavailable,
    },
    {
      name: 'an early hint before it',
      reply: () => raw(Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'), whole])),
      expected: value,
    },
    // The second answer must not be taken for the answer to the next request.
    { name: 'a second answer behind it', reply: () => raw(Buffer.concat([whole, whole])), expected: ['VALUE', 'UPSTREAM_UNAVAILABLE'] },
    { name: 'compressed', reply: () => make(gzipSync(body), { headers: { 'content-encoding': 'gzip' } }), expected: valueOrMalformed },
    { name: 'said to be compressed', reply: () => make(body, { headers: { 'content-encoding': 'br' } }), expected: valueOrMalformed },
    {
      name: 'a bomb of gzip',
      reply: () => make(bomb(), { headers: { 'content-encoding': 'gzip' } }),
      expected: malformed,
      heavy: true,
    },
  ];
}
