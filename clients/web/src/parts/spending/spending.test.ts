import { expect, it } from 'vitest';
import { periodOf, spendingByMonth } from './spending.ts';

it('spending is summed by month to the last kopiyka, without what came in', () => {
  const transaction = (postedOn: string, amount: string) => ({ postedOn, amount: { amount } });
  const months = spendingByMonth(
    [
      transaction('2026-02-28', '-0.10'),
      transaction('2026-02-01', '-0.20'),
      transaction('2026-02-02', '500.00'),
      transaction('2025-12-31', '-12345678901234567.89'),
    ],
    '2026-02-28',
  );
  expect(months.map(({ month }) => month)).toEqual(['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02']);
  expect(months.at(-1)?.amount).toBe('0.30');
  expect(months.at(-3)?.amount).toBe('12345678901234567.89');
  expect(months.at(-2)?.amount).toBe('0');
});

it('the period is whole months', () => expect(periodOf('2026-02-10')).toEqual({ postedFrom: '2025-09-01', postedTo: '2026-02-28' }));
