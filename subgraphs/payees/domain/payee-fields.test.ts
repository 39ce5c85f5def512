import { describe, expect, it } from 'vitest';
import { isUkrainianIban } from './iban.ts';
import { initialsOf } from './payee.ts';
import { readDestination, readName } from './payee-fields.ts';

const iban = 'UA213223130000026007233566001';
const card = '4111 1111 1111 1111';

describe('an IBAN', () => {
  it('is one of Ukraine with right check digits', () => {
    expect(isUkrainianIban(iban)).toBe(true);
    for (const wrong of [
      iban.replace('UA21', 'UA22'),
      iban.slice(0, -1),
      `${iban}0`,
      'DE89370400440532013000',
      iban.replace('UA', 'ua'),
      '',
    ])
      expect(isUkrainianIban(wrong), wrong).toBe(false);
  });

  it('with any one digit changed, or two neighbours swapped, is none', () => {
    for (let at = 2; at < iban.length; at += 1) {
      const digit = Number(iban[at]);
      for (let by = 1; by < 10; by += 1)
        expect(isUkrainianIban(`${iban.slice(0, at)}${(digit + by) % 10}${iban.slice(at + 1)}`), `${at} by ${by}`).toBe(false);
      const [one, other] = [iban[at], iban[at + 1]];
      if (other === undefined || one === other) continue;
      expect(isUkrainianIban(`${iban.slice(0, at)}${other}${one}${iban.slice(at + 2)}`), `${at} swapped`).toBe(false);
    }
  });

  it('is read as people write it', () => {
    expect(readDestination({ iban: 'ua21 3223 1300 0002 6007 2335 6600 1' })).toEqual({ kind: 'IBAN', iban });
    expect(readDestination({ iban: iban.replace('21', '12') })).toEqual({ field: 'IBAN', reason: 'INVALID' });
  });
});

describe('a phone number', () => {
  it.each(['+380671234567', '380671234567', '067 123-45-67', '+38 (067) 123 45 67'])('is read as people write it: %s', (phone) => {
    expect(readDestination({ phone })).toEqual({ kind: 'PHONE', phone: '+380671234567' });
  });

  it.each(['', '+48601234567', '+3806712345', '+3806712345678', '067123456a', '٠٦٧١٢٣٤٥٦٧', '0'.repeat(5_000)])(
    'is Ukrainian and whole: %s',
    (phone) => {
      expect(readDestination({ phone })).toEqual({ field: 'PHONE', reason: 'INVALID' });
    },
  );
});

describe('a card', () => {
  it('is a token and four digits', () => {
    expect(readDestination({ card: { token: 'tok_4fTq9-Zz', lastFour: '1111' } })).toEqual({
      kind: 'CARD',
      token: 'tok_4fTq9-Zz',
      lastFour: '1111',
    });
    for (const wrong of [
      { token: 'short', lastFour: '1111' },
      { token: 'tok_4fTq9Zz', lastFour: '111' },
      { token: 'a b c d e f', lastFour: '1111' },
    ])
      expect(readDestination({ card: wrong })).toEqual({ field: 'CARD', reason: 'INVALID' });
  });

  it('is never a number, in whatever field and however it is written', () => {
    const bare = card.replaceAll(' ', '');
    for (const token of [card, bare, card.replaceAll(' ', '-'), `${bare.slice(0, -1)}2`, `tok_${bare}`])
      expect(readDestination({ card: { token, lastFour: '1111' } }), token).toEqual({ field: 'CARD', reason: 'CARD_NUMBER' });
    expect(readDestination({ card: { token: 'tok_4fTq9Zz', lastFour: bare } })).toEqual({ field: 'CARD', reason: 'CARD_NUMBER' });
    expect(readDestination({ phone: card })).toEqual({ field: 'PHONE', reason: 'CARD_NUMBER' });
    expect(readDestination({ iban: bare })).toEqual({ field: 'IBAN', reason: 'CARD_NUMBER' });
    expect(readName(`Ірина ${card}`)).toEqual({ field: 'NAME', reason: 'CARD_NUMBER' });
  });
});

describe('a name', () => {
  it('has 1 to 70 characters, its spaces put in order', () => {
    expect(readName('  Ірина \n  оренда ')).toBe('Ірина оренда');
    expect(readName('я'.repeat(70))).toBe('я'.repeat(70));
    expect(readName('👩🏽'.repeat(35))).toBe('👩🏽'.repeat(35));
    for (const wrong of ['', '   ', 'я'.repeat(71), 'Ір\u202Eина', 'Ір\u0000ина', ' '.repeat(400)])
      expect(readName(wrong), JSON.stringify(wrong)).toEqual({ field: 'NAME', reason: 'INVALID' });
  });

  it.each([
    ['Ірина Мельник', 'ІМ'],
    ['мама', 'М'],
    ['ТОВ «Київські енергетичні послуги»', 'ТП'],
    ['їжак-єнот', 'ЇЄ'],
    ['👩🏽‍🚀 Оля', '👩🏽‍🚀О'],
    ['...', '.'],
  ])('%s is drawn as %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
