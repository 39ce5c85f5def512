import { describe, expect, it } from 'vitest';
import { createCursors } from './cursors.ts';

const secret = 'the secret of this test, 32 characters or more';
const position = '300000000000000101';
const own = ['account-1', { amountTo: '-100' }];

describe('a cursor', () => {
  const cursor = createCursors(secret).of(own).encode(position);

  it('leads back to its place in its own list', () => {
    expect(createCursors(secret).of(own).decode(cursor)).toBe(position);
  });

  it.each([
    ['of another account', createCursors(secret).of(['account-2', { amountTo: '-100' }]), cursor],
    ['of another filter', createCursors(secret).of(['account-1', { amountTo: '-101' }]), cursor],
    ['made with another secret', createCursors(`${secret}, another`).of(own), cursor],
    ['that nobody made', createCursors(secret).of(own), 'cur_abc'],
    ['with its end cut off', createCursors(secret).of(own), cursor.slice(0, -1)],
  ])('%s is refused', (_whose, list, given) => {
    expect(() => list.decode(given)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
