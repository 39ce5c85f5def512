import { describe, expect, it } from 'vitest';
import { meaningOfWords } from './keywords.ts';

describe('what people type instead of pressing a button', () => {
  it.each([
    ['баланс', 'balance'],
    ['який у мене залишок', 'balance'],
    ['курс долара', 'rates'],
    ['сколько стоит доллар', 'rates'],
    ['euro', 'rates'],
    ['заблокувати мою картку', 'lock'],
    ['block my card', 'lock'],
    ['розблокувати картку', 'cards'],
    ['мої картки', 'cards'],
    ['выписка', 'transactions'],
    ['iban', 'bank-details'],
    ['допоможіть', 'help'],
    ['help', 'help'],
  ])('%s', (said, wanted) => {
    expect(meaningOfWords(said)?.name).toBe(wanted);
  });

  it.each(['', 'добрий день', 'clock', 'hello there', 'я хотів би розповісти вам довгу історію про те як загубив картку'])(
    'not %j',
    (said) => {
      expect(meaningOfWords(said)).toBeUndefined();
    },
  );
});
