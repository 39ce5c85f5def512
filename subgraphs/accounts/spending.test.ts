import { expect, it } from 'vitest';
import type { StatementEntry } from '#legacy-adapters/core-banking/index.ts';
import type { Decimal } from '#platform/decimal.ts';
import { toSpending } from './spending.ts';
import { monthsOf, readOutgoing } from './spending-request.ts';

function entry(postedOn: string, amount: string, rest: Partial<StatementEntry> = {}): StatementEntry {
  return {
    entryNumber: '1',
    status: 'BOOKED',
    kind: 'CARD_PAYMENT',
    postedOn,
    bookedAt: `${postedOn}T10:00:00Z`,
    amount: { amount: amount as Decimal, currency: 'UAH' },
    balanceAfter: undefined,
    description: 'x',
    counterparty: undefined,
    merchantName: undefined,
    merchantCategoryCode: undefined,
    cardLastFour: undefined,
    ...rest,
  };
}

it('what left the account is summed by month and category, exactly, whatever the scale, and nothing else is', () => {
  const spending = toSpending(
    [
      entry('2026-02-28', '-0.10', { merchantCategoryCode: '5411' }),
      entry('2026-02-01', '-0.205', { merchantCategoryCode: '5411' }),
      entry('2026-02-03', '-7', { kind: 'FEE' }),
      entry('2026-02-02', '500.00', { kind: 'SALARY' }),
      entry('2026-02-02', '-99.00', { status: 'ON_HOLD' }),
      entry('2025-12-31', '-12345678901234567.89', { kind: 'TRANSFER' }),
    ],
    ['2025-12', '2026-01', '2026-02'],
    'UAH',
  );
  const money = (amount: string) => ({ amount, currency: 'UAH' });
  expect(spending).toEqual([
    {
      month: '2025-12',
      spent: money('12345678901234567.89'),
      categories: [{ category: 'TRANSFERS', spent: money('12345678901234567.89'), transactionCount: 1 }],
    },
    { month: '2026-01', spent: money('0.00'), categories: [] },
    {
      month: '2026-02',
      spent: money('7.305'),
      categories: [
        { category: 'FEES', spent: money('7.00'), transactionCount: 1 },
        { category: 'GROCERIES', spent: money('0.305'), transactionCount: 2 },
      ],
    },
  ]);
});

it('a period is whole months over the turn of years, at most 24, and not reversed', () => {
  expect(monthsOf({ monthFrom: '2025-11', monthTo: '2026-02' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsOf({ monthFrom: '2024-03', monthTo: '2026-02' })).toHaveLength(24);
  expect(() => monthsOf({ monthFrom: '2024-02', monthTo: '2026-02' })).toThrow('at most 24 months');
  expect(() => monthsOf({ monthFrom: '2026-02', monthTo: '2026-01' })).toThrow('monthFrom is after monthTo');
});

it('all pages of the period are read, each after the one before, and a period of too many is refused', async () => {
  const asked: unknown[] = [];
  const pages = ['9', '5', '2'].map((entryNumber, index) => ({
    entries: [entry('2026-02-01', '-1', { entryNumber })],
    hasMore: index < 2,
  }));
  const found = await readOutgoing('1', ['2026-01', '2026-02'], async (query) => {
    asked.push([query.afterEntry, query.filter.postedFrom, query.filter.postedTo]);
    const page = pages[asked.length - 1];
    if (page === undefined) throw new Error('one page too many');
    return page;
  });
  expect(found.map(({ entryNumber }) => entryNumber)).toEqual(['9', '5', '2']);
  expect(asked).toEqual([undefined, '9', '5'].map((after) => [after, '2026-01-01', '2026-02-28']));
  const endless = readOutgoing('1', ['2026-01'], async () => ({ entries: [entry('2026-01-01', '-1')], hasMore: true }));
  await expect(endless).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});
