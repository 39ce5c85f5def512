import { expect, it } from 'vitest';
import { toVerification } from './verification.ts';

it('a customer of whom Cerberus has never heard is not verified', () => {
  expect(toVerification(undefined)).toEqual({
    status: 'NOT_VERIFIED',
    level: 'NONE',
    verifiedOn: null,
    expiresOn: null,
    documentKind: null,
  });
});
