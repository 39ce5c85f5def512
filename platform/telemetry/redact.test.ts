import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';
import { excerpt, maskCardNumbers, maskPhone, passesLuhn, redactCode, redactText } from './redact.ts';

it.each([
  ['my card 4149 4999 1234 5673', 'my card •••• 5673'],
  ['4149499912345673', '•••• 5673'],
  ['4149-4999-1234-5673, please', '•••• 5673, please'],
  ['４１４９４９９９１２３４５６７３', '•••• 5673'],
  ['٤١٤٩٤٩٩٩١٢٣٤٥٦٧٣', '•••• 5673'],
  ['2 4149 4999 1234 5673 15', '2 •••• 5673 15'],
  ['4149.4999 1234 5673 and 5555 5555 5555 4444', '•••• 5673 and •••• 4444'],
  ['4149   4999   1234   5673', '•••• 5673'],
  ['4149---4999...1234 - 5673', '•••• 5673'],
  ['4149*4999*1234*5673', '•••• 5673'],
  ['4149***4999***1234***5673', '•••• 5673'],
  ['4149\u200B4999\u20601234\u00AD5673', '•••• 5673'],
  ['4 1 4 9 4 9 9 9 1 2 3 4 5 6 7 3', '•••• 5673'],
  ['pan=4149499912345673&pin=1', 'pan=•••• 5673&pin=1'],
  ['3782 822463 10005', '•••• 0005'],
  // Some digits are hidden already, and too many are not.
  ['4149 49** **** 5673, mine', '•••• 5673, mine'],
  ['414949******5673', '•••• 5673'],
  ['414949xxxxxx5673.', '•••• 5673.'],
  ['4149 4999 1234 ****', '••••'],
])('hides the card in %s', (text, masked) => {
  expect(maskCardNumbers(text)).toEqual({ text: masked, found: true });
});

it.each([
  '4149 4999 1234 5674',
  '4149    4999    1234    5673',
  '**** 5673',
  '•••• 5673',
  '2026-11-24 10:00:00 +02:00',
  '100.00, 250.00',
  '+380 67 123 45 67',
  'UA213223130000026007233566001',
  '0000 0000 0000 0000',
  'hello',
  '12,50',
])('leaves %s as it is', (text) => {
  expect(maskCardNumbers(text)).toEqual({ text, found: false });
});

it('leaves no number with a right check digit in any text, however it is written', () => {
  const card = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 18 })
    .map((digits) => digits.join(''))
    .filter((digits) => !/^0+$/.test(digits))
    .map((digits) => digits + [...'0123456789'].find((check) => passesLuhn(digits + check)));
  const separator = fc.constantFrom('', ' ', '-', '. ', '\u00A0', '   ', '*', '***', ' - ', '\u200B');
  fc.assert(
    fc.property(card, separator, fc.constantFrom('', 'card ', 'ось '), (digits, between, before) => {
      const { text, found } = maskCardNumbers(`${before}${[...digits].join(between)}.`);
      expect(found).toBe(true);
      // Of digits that all stand apart a shorter number may be taken; nine of them are hidden even then.
      expect(text.replace(/\D/g, '').length).toBeLessThanOrEqual(digits.length - 9);
    }),
  );
});

describe("a code of a legacy system's", () => {
  it('shows no part of a secret that stands where a long text is cut', () => {
    const secret = 'hub-password-1';
    for (let before = 180; before <= 200; before += 1) expect(redactCode('a'.repeat(before) + secret, [secret])).not.toContain('hub');
    expect(redactCode('b'.repeat(300))).toHaveLength(200);
  });

  it('shows no card number, not even at the cut', () => {
    for (const before of [0, 190, 195]) expect(redactCode(`${'a'.repeat(before)}4149499912345673`)).not.toMatch(/41494/);
  });
});

describe('what a client is told of its own request', () => {
  it('stays as it is while it is short', () => {
    expect(excerpt('Syntax Error: Unexpected Name "frm".')).toBe('Syntax Error: Unexpected Name "frm".');
  });

  it('says what is wrong and where, and of a long literal a hundred characters', () => {
    const told = excerpt(`Int cannot represent non-integer value: "${'x'.repeat(45_000)}" in the field first`);
    expect(told).toMatch(/^Int cannot represent non-integer value: "x+…x+" in the field first$/);
    expect(told.match(/x/g)?.length).toBeLessThanOrEqual(100);
  });

  it.each([0, 60, 90, 3_990, 44_970])('holds no card number, wherever it stands: after %i characters', (before) => {
    expect(excerpt(`"${'x'.repeat(before)} 4149 4999 1234 5673 ${'x'.repeat(45_000 - before)}"`)).not.toMatch(/4149|4999|1234/);
  });
});

describe('the log', () => {
  const written = (fields: object): string => {
    const lines: string[] = [];
    createLogger('test', 'trace', { write: (line) => void lines.push(line) }).info(fields, 'a message');
    return lines.join('');
  };

  it.each([
    ['detail', { detail: 'the card 4149 4999 1234 5673' }],
    ['why', { why: 'the card 4149 4999 1234 5673' }],
    ['data', { data: { rows: [{ '4149499912345673': 1, text: '4149***4999***1234***5673' }] } }],
    [
      'the message, the stack and the cause of err',
      { err: new Error('at 4149499912345673', { cause: new Error('of 4149 4999 1234 5673') }) },
    ],
    [
      'what a library puts on an error',
      { err: Object.assign(new Error('refused'), { detail: 'Key (text)=(4149499912345673)', path: ['a4149499912345673'] }) },
    ],
  ])('has no card number in %s', (_where, fields) => {
    const line = written(fields);
    expect(line).toContain('5673');
    expect(line).not.toMatch(/4149|4999|1234/);
    expect(() => JSON.parse(line)).not.toThrow();
  });

  it('keeps what an error is and where it was thrown', () => {
    const { err } = JSON.parse(written({ err: new TypeError('no such thing') }));
    expect(err).toMatchObject({ type: 'TypeError', message: 'no such thing', stack: expect.stringContaining('redact.test.ts') });
  });

  it('ends a text that has no end', () => {
    expect(redactText('x'.repeat(1_000_000)).length).toBeLessThan(5_000);
  });
});

it.each([
  ['+380671234567', '+380 ••••••• 67'],
  ['+38067', '•••'],
  ['call +380671234567', '•••'],
  ['+380671234567, please', '•••'],
  ['0671234567', '•••'],
])('of the phone number %s it shows %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});
