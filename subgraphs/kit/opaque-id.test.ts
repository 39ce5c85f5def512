import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOpaqueIds } from './opaque-id.ts';

const accounts = createOpaqueIds('acc', 'a secret of this test');
const cards = createOpaqueIds('card', 'a secret of this test');
const legacyNumber = fc.bigInt({ min: 1n, max: (1n << 63n) - 1n }).map(String);

describe('an opaque id', () => {
  it('stands for its number, whatever was encoded before it', () => {
    fc.assert(
      fc.property(legacyNumber, (number) => {
        const id = accounts.encode(number);
        expect(id).toMatch(/^acc_[0-9A-Za-z]{22}$/);
        expect(accounts.decode(id)).toBe(number);
      }),
    );
  });

  it('is stable from one process to the next, and another under another secret', () => {
    const again = createOpaqueIds('acc', 'a secret of this test');
    expect(again.encode('200000000000000119')).toBe(accounts.encode('200000000000000119'));
    expect(createOpaqueIds('acc', 'another').decode(accounts.encode('200000000000000119'))).toBeUndefined();
  });

  it('of one kind is none of another, even with its prefix changed', () => {
    const id = accounts.encode('200000000000000119');
    expect(cards.decode(id)).toBeUndefined();
    expect(cards.decode(id.replace('acc_', 'card_'))).toBeUndefined();
  });

  it('that was made up or changed by one digit stands for nothing', () => {
    fc.assert(
      fc.property(legacyNumber, fc.integer({ min: 4, max: 25 }), fc.constantFrom(...'0Aaz9'), (number, position, digit) => {
        const id = accounts.encode(number);
        const changed = id.slice(0, position) + digit + id.slice(position + 1);
        fc.pre(changed !== id);
        expect(accounts.decode(changed)).toBeUndefined();
      }),
    );
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => accounts.decode(text) === undefined));
    for (const id of ['', 'acc_', `acc_${'z'.repeat(22)}`, `acc_${'0'.repeat(22)}`, `${accounts.encode('1')} `, `acc_${'0'.repeat(21)}_`]) {
      expect(accounts.decode(id), id).toBeUndefined();
    }
  });

  it('of the next number looks nothing like its neighbour', () => {
    const [one, two] = [accounts.encode('200000000000000119'), accounts.encode('200000000000000120')];
    const alike = [...one].filter((digit, index) => index >= 4 && digit === two[index]).length;
    expect(alike).toBeLessThan(8);
  });
});
