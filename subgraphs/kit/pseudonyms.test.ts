import { expect, it } from 'vitest';
import { createPseudonyms } from './pseudonyms.ts';

const pseudonymOf = createPseudonyms('a secret of this test, 32 characters or more');
const payer = pseudonymOf('payer', '1002003001');

it('a pseudonym stays the same, and says nothing of what it stands for', () => {
  expect(payer).toMatch(/^payer_[\w-]{22}$/);
  expect(pseudonymOf('payer', '1002003001')).toBe(payer);
  expect(payer).not.toContain('1002003001');
});

it.each([
  ['another text', pseudonymOf('payer', '1002003002')],
  ['another kind', pseudonymOf('holder', '1002003001').replace('holder', 'payer')],
  ['another secret', createPseudonyms('another secret of this test, 32 characters')('payer', '1002003001')],
])('is another one for %s', (_what, other) => {
  expect(other).not.toBe(payer);
});
