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
    ['скільки в мене грошей', 'balance'],
    ['how much money do I have', 'balance'],
    ['how much did I spend in May', 'transactions'],
    ['сколько я потратил', 'transactions'],
    ['оператор', 'contact'],
    ['I want to talk to a human', 'contact'],
    ['дякую', 'thanks'],
    ['thanks', 'thanks'],
    ['спасибо', 'thanks'],
    ['unlock card 2216', 'cards'],
  ])('%s', (said, wanted) => {
    expect(meaningOfWords(said)?.name).toBe(wanted);
  });

  it.each(['', 'добрий день', 'clock', 'hello there', 'я хотів би розповісти вам довгу історію про те як відкрив цю картку'])(
    'not %j',
    (said) => {
      expect(meaningOfWords(said)).toBeUndefined();
    },
  );

  it.each([
    'my card was stolen',
    'somebody stole my wallet on the bus and I do not know what to do now please',
    'I lost my card',
    'this is fraud',
    'у мене вкрали картку',
    'загубила картку',
    'картка зникла',
    'з мого рахунку пропали гроші, це шахраї, що мені тепер робити, поможіть негайно',
    'украли карту',
    'потерял карту',
    'мошенники сняли деньги',
    'lock card 2216, it was stolen',
  ])('an emergency, whatever else is said: %s', (said) => {
    expect(meaningOfWords(said)).toEqual({ name: 'emergency' });
  });

  it('the lock of one card, by its last four digits', () => {
    expect(meaningOfWords('lock card 2216')).toEqual({ name: 'lock-ending', lastFour: '2216' });
    expect(meaningOfWords('заблокуй 0042')).toEqual({ name: 'lock-ending', lastFour: '0042' });
    expect(meaningOfWords('lock card 22161')).toEqual({ name: 'lock' });
  });
});
