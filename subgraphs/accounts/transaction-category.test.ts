import { expect, it } from 'vitest';
import { categoryOf } from './transaction-category.ts';

it.each([
  ['5411', 'GROCERIES'],
  ['5499', 'GROCERIES'],
  ['5541', 'TRANSPORT'],
  ['5812', 'RESTAURANTS'],
  ['5912', 'HEALTH'],
  ['5732', 'SHOPPING'],
  ['3058', 'TRAVEL'],
  ['4900', 'UTILITIES'],
  ['4814', 'COMMUNICATION'],
  ['6011', 'CASH'],
  ['8220', 'EDUCATION'],
  ['0001', 'OTHER'],
  ['9999', 'OTHER'],
])('a purchase at a merchant of category %s is %s', (merchantCategoryCode, category) => {
  expect(categoryOf({ kind: 'CARD_PAYMENT', merchantCategoryCode })).toBe(category);
});

it('where no merchant is known, the kind decides', () => {
  expect(categoryOf({ kind: 'SALARY', merchantCategoryCode: undefined })).toBe('INCOME');
  expect(categoryOf({ kind: 'CASH_WITHDRAWAL', merchantCategoryCode: undefined })).toBe('CASH');
});
