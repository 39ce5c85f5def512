import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskCardNumbers, passesLuhn } from './card-number.ts';

it.each([
  ['my card 4149 4999 1234 5673', 'my card •••• 5673'],
  ['4149499912345673', '•••• 5673'],
  ['4149-4999-1234-5673, please', '•••• 5673, please'],
  ['４１４９４９９９１２３４５６７３', '•••• 5673'],
  ['٤١٤٩٤٩٩٩١٢٣٤٥٦٧٣', '•••• 5673'],
  ['2 4149 4999 1234 5673 15', '2 •••• 5673 15'],
  ['4149.4999 1234 5673 and 5555 5555 5555 4444', '•••• 5673 and •••• 4444'],
])('hides the card in %s', (text, masked) => {
  expect(maskCardNumbers(text)).toEqual({ text: masked, found: true });
});

it.each(['4149 4999 1234 5674', '+380 67 123 45 67', 'UA213223130000026007233566001', '0000 0000 0000 0000', 'hello', '12,50'])(
  'leaves %s as it is',
  (text) => {
    expect(maskCardNumbers(text)).toEqual({ text, found: false });
  },
);

it('leaves no number with a right check digit in any text, however it is written', () => {
  const card = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 18 })
    .map((digits) => digits.join(''))
    .filter((digits) => !/^0+$/.test(digits))
    .map((digits) => digits + [...'0123456789'].find((check) => passesLuhn(digits + check)));
  const separator = fc.constantFrom('', ' ', '-', '. ', '\u00A0');
  fc.assert(
    fc.property(card, separator, fc.constantFrom('', 'card ', 'ось '), (digits, between, before) => {
      const { text, found } = maskCardNumbers(`${before}${[...digits].join(between)}.`);
      expect(found).toBe(true);
      // Of digits that all stand apart a shorter number may be taken; nine of them are hidden even then.
      expect(text.replace(/\D/g, '').length).toBeLessThanOrEqual(digits.length - 9);
    }),
  );
});
