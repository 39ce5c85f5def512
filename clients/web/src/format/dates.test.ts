import { expect, it } from 'vitest';
import { formatDay, formatExpiry, formatMoment, lastDayOf, monthsUpTo } from './dates.ts';

it('a civil date is the same day in every zone', () => {
  expect(formatDay('2026-03-31', 'uk')).toBe('31 березня 2026 р.');
  expect(formatDay('2026-03-31', 'en', 'day')).toBe('March 31');
  expect(formatDay('2026-06', 'en', 'monthWithYear')).toBe('June 2026');
});

it("a moment is told by the bank's clock", () => {
  expect(formatMoment('2026-06-30T21:30:00Z', 'en')).toContain('July 1, 2026');
});

it('months are counted back over a new year, and end on their last day', () => {
  expect(monthsUpTo('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(lastDayOf('2028-02')).toBe('2028-02-29');
});

it('a card expires as its plastic says', () => expect(formatExpiry('2030-11-30')).toBe('11/30'));
