import { describe, expect, it } from 'vitest';
import { isContradictory, noFilter, toGraphFilter } from './statement-filter.ts';

describe('the filter of a statement', () => {
  it('asks for everything when nothing is set', () => {
    expect(toGraphFilter(noFilter)).toBeUndefined();
    expect(toGraphFilter({ ...noFilter, text: '   ', least: '5' })).toBeUndefined();
  });

  it('turns the ends of an amount round for what goes out', () => {
    expect(toGraphFilter({ ...noFilter, direction: 'out', least: '100', most: '1 000,50' })).toEqual({
      amountTo: '-100',
      amountFrom: '-1000.50',
    });
    expect(toGraphFilter({ ...noFilter, direction: 'in', least: '100', most: '200' })).toEqual({ amountFrom: '100', amountTo: '200' });
    expect(toGraphFilter({ ...noFilter, direction: 'out' })).toEqual({ amountTo: '-0.01' });
  });

  it('sends days and words as they are', () => {
    expect(toGraphFilter({ ...noFilter, text: ' кав ', from: '2026-01-01', to: '2026-02-01' })).toEqual({
      text: 'кав',
      postedFrom: '2026-01-01',
      postedTo: '2026-02-01',
    });
  });

  it('sees ends that stand the wrong way round', () => {
    expect(isContradictory({ ...noFilter, from: '2026-02-01', to: '2026-01-01' })).toBe(true);
    expect(isContradictory({ ...noFilter, direction: 'in', least: '12345678901234.02', most: '12345678901234.01' })).toBe(true);
    expect(isContradictory({ ...noFilter, direction: 'in', least: '1', most: '1.00' })).toBe(false);
  });
});
