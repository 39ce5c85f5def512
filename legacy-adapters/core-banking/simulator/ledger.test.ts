import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clearingAccounts, createWorld } from '#legacy-adapters/simulation/world.ts';
import { type Decimal, fromMinorUnits } from '#platform/decimal.ts';
import { createLedger, type Ledger } from './ledger.ts';

const accounts = [
  { accountId: '1', currency: 'UAH' },
  { accountId: '2', currency: 'UAH' },
  { accountId: '3', currency: 'USD' },
];
const clock = () => new Date('2026-07-01T22:30:00Z');
const open = (): Ledger => createLedger({ accounts, clearingAccounts: { UAH: '980', USD: '840' }, clock });
const posting = (accountId: string, amount: string) => ({ accountId, amount: amount as Decimal, description: 'x', counterparty: null });

test("the world's ledger sums to zero in every currency", () => {
  const world = createWorld();
  const ledger = createLedger({ accounts: world.accounts, clearingAccounts, clock });
  for (const transaction of world.transactions) ledger.append(transaction);
  expect(Object.fromEntries(ledger.totals())).toEqual({ UAH: '0.00', USD: '0.00', EUR: '0.00' });
});

test.each([
  ['postings that do not sum to zero', [posting('1', '10.00'), posting('2', '-9.99')]],
  ['currencies that balance each other only together', [posting('1', '10.00'), posting('3', '-10.00')]],
  ['an account that is not here', [posting('1', '10.00'), posting('9', '-10.00')]],
  ['one posting', [posting('1', '0.00')]],
  ['an amount that is no decimal', [posting('1', 'ten'), posting('2', '-ten')]],
])('%s are refused and book nothing', (_case, postings) => {
  const ledger = open();
  expect(() => ledger.append({ postings })).toThrow(RangeError);
  expect([...ledger.entries('1'), ...ledger.entries('2'), ...ledger.entries('3')]).toEqual([]);
  expect(ledger.balance('1')).toBe('0.00');
});

test('an entry keeps its scale, and its day is the one in Kyiv', () => {
  const ledger = open();
  ledger.append({ postings: [posting('1', '0.10'), posting('2', '-0.100')] });
  const [entry] = ledger.entries('1');
  expect(entry).toMatchObject({ amount: '0.10', balanceAfter: '0.10', bookedAt: '2026-07-01T22:30:00.000Z', postedOn: '2026-07-02' });
  expect(ledger.balance('2')).toBe('-0.100');
});

test('an entry cannot be changed once it is booked', () => {
  const ledger = open();
  const entry = ledger.appendAgainstClearing(posting('1', '5.00'));
  expect(() => Object.assign(entry, { amount: '6.00' })).toThrow(TypeError);
});

test('whatever is moved, the balance is the exact sum of the entries and the whole is zero', () => {
  const movement = fc.record({
    accountId: fc.constantFrom('1', '2', '3'),
    amount: fc.tuple(fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n }), fc.constantFrom(0, 2, 4)),
  });
  fc.assert(
    fc.property(fc.array(movement, { maxLength: 30 }), (movements) => {
      const ledger = open();
      const sums: Record<string, bigint> = { '1': 0n, '2': 0n, '3': 0n };
      for (const { accountId, amount } of movements) {
        const [units, scale] = amount;
        ledger.appendAgainstClearing(posting(accountId, fromMinorUnits(units, scale)));
        sums[accountId] = (sums[accountId] ?? 0n) + units * 10n ** BigInt(4 - scale);
      }
      for (const [accountId, sum] of Object.entries(sums)) {
        const [whole = '', fraction = ''] = ledger.balance(accountId).split('.');
        expect(BigInt(whole + fraction.padEnd(4, '0'))).toBe(sum);
        expect(ledger.entries(accountId).at(-1)?.balanceAfter ?? '0.00').toBe(ledger.balance(accountId));
      }
      for (const total of ledger.totals().values()) expect(Number(total)).toBe(0);
    }),
  );
});
