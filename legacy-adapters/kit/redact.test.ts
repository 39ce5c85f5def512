import { expect, it } from 'vitest';
import { redact } from './redact.ts';

it('shows no part of a secret that stands where a long text is cut', () => {
  const secret = 'hub-password-1';
  for (let before = 180; before <= 200; before += 1) expect(redact('a'.repeat(before) + secret, [secret])).not.toContain('hub');
  expect(redact('b'.repeat(300))).toHaveLength(200);
});
