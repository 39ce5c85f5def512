import { type HostileCase, type Make, malformed, unavailable, value } from '../hostile-case.ts';
import type { HonestAnswer } from '../reply.ts';

export function truncations({ body }: HonestAnswer, make: Make): HostileCase[] {
  const text = Buffer.from(body).toString('utf8');
  const root = Buffer.byteLength(text.trimEnd());
  const found: HostileCase[] = [];
  for (let at = 0; at < body.length; at += 1) {
    const expected = at >= root ? value : malformed;
    found.push({
      series: 'cut, framed as whole',
      name: `cut at byte ${at}, framed as whole`,
      reply: () => make(body.subarray(0, at)),
      expected,
    });
  }
  for (let at = 0; at < body.length; at += 16) {
    const sent = { kind: 'short', sent: at } as const;
    found.push({
      series: 'cut, connection ended',
      name: `cut at byte ${at}, connection ended`,
      reply: () => make(body, { delivery: sent }),
      expected: unavailable,
    });
  }
  for (let at = -1; at < body.length; at += 64) {
    const reset = { kind: 'reset', sent: at } as const;
    found.push({ series: 'reset', name: `reset at byte ${at}`, reply: () => make(body, { delivery: reset }), expected: unavailable });
  }
  return found;
}
