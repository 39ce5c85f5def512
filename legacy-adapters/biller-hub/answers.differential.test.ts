import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswerDocument, writeRequestDocument } from '../xml/document.ts';
import { XmlMalformed } from '../xml/malformed.ts';
import { readAnswer } from './answers.ts';
import { elements, operations, schema } from './generated/operations.ts';

/** Two readings of the hub's answers, which know nothing of each other: fast-xml-parser with zod, and generated code. */
type Name = keyof typeof operations;

const text = fc.string({ unit: fc.constantFrom('a', 'Ї', ' ', '&', '<', '>', ']', '"', "'", '\n', '\t', '😀', '7'), maxLength: 20 });
const long = fc.stringMatching(/^-?[1-9]\d{0,17}$/);
const decimal = fc.stringMatching(/^-?(?:0|[1-9]\d{0,20})\.\d{1,4}$/);
const int = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const txt = fc.record({ Lang: fc.constantFrom('uk', 'en', 'ru'), value: text });
const amt = fc.record({ Cur: fc.constantFrom('UAH', 'USD'), value: decimal });
const res = fc.record({ Code: int, BadFld: optional(text), value: text });
const fld = fc.record({
  Code: text,
  Knd: text,
  Min: int,
  Max: int,
  Req: fc.boolean(),
  Lbl: fc.array(txt, { minLength: 1, maxLength: 3 }),
  Hint: fc.array(txt, { maxLength: 2 }),
  Ptn: text,
  Exmp: text,
});
const pay = fc.record({
  HubNo: long,
  Ref: fc.stringMatching(/^[\w-]{1,64}$/),
  BillerNo: long,
  Amt: amt,
  At: fc.constantFrom('2026-07-01T09:00:00Z', '2026-07-01T09:00:00.123+03:00'),
  St: fc.constantFrom('ACC', 'DON', 'REJ'),
});
const debt = fc.record({
  No: int,
  Res: res,
  Amt: optional(amt),
  Period: optional(fc.constantFrom('2026-06', '1999-12')),
  Holder: optional(text),
  PayKnd: optional(fc.constantFrom('FIX', 'RNG')),
  PayMin: optional(amt),
  PayMax: optional(amt),
});
const answers: Readonly<Record<Name, fc.Arbitrary<unknown>>> = {
  Billers: fc.record({
    Res: res,
    Biller: fc.array(
      fc.record({
        No: long,
        Cat: text,
        Name: fc.array(txt, { minLength: 1, maxLength: 3 }),
        Fld: fc.array(fld, { minLength: 1, maxLength: 2 }),
      }),
      { maxLength: 3 },
    ),
  }),
  Debt: fc.record({ Res: res, Debt: fc.array(debt, { maxLength: 3 }) }),
  Pay: fc.record({ Res: res, Pay: optional(pay) }),
  PayStatus: fc.record({ Res: res, Pay: fc.array(pay, { maxLength: 3 }) }),
};
const names = Object.keys(answers) as Name[];

/** Written by the generated encoder with the hub's own default namespace, as the hub writes. */
function written(name: Name, value: unknown): string {
  const element = operations[name].output;
  const document = writeRequestDocument(schema, { ...operations[name], input: element } as never, value);
  return document
    .replaceAll(/(<\/?)n\d:/g, '$1')
    .replaceAll(/ xmlns:n\d=/g, ' xmlns=')
    .replace(/ xmlns:xsi="[^"]*"/, '');
}

function both(name: Name, xml: string): { readonly ours: unknown; readonly generated: unknown } {
  return {
    ours: attempt(() => readAnswer[name](xml)),
    generated: attempt(() => readAnswerDocument(schema, operations[name] as never, xml)),
  };
}

const refused = Symbol('refused');

function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof XmlMalformed) return refused;
    throw error;
  }
}

describe('the two readings of an answer', () => {
  it.each(names)('agree on every %s that the WSDL allows', (name) => {
    fc.assert(
      fc.property(answers[name], (value) => {
        const { ours, generated } = both(name, written(name, value));
        expect(generated).not.toBe(refused);
        expect(ours).toEqual(generated);
      }),
      { numRuns: 200 },
    );
  });

  it.each(names)('refuse a %s that is cut off anywhere', (name) => {
    const [value] = fc.sample(answers[name], { numRuns: 1, seed: 7 });
    const xml = written(name, value);
    for (let length = 0; length < xml.length; length += 1) {
      expect(both(name, xml.slice(0, length)), `cut at ${length}: ${xml.slice(0, length)}`).toEqual({ ours: refused, generated: refused });
    }
  });

  it('never tell two values of one answer that was changed anywhere', () => {
    const change = fc.record({
      at: fc.nat(),
      removed: fc.nat({ max: 8 }),
      put: fc.constantFrom(
        '',
        '<',
        '>',
        '&',
        '"',
        '/',
        ' ',
        '1',
        '-',
        '.',
        'e',
        '&amp;',
        '&#49;',
        '<!-- -->',
        '<x/>',
        '</Amt>',
        '<![CDATA[1]]>',
        '<?x?>',
        ' xmlns="urn:evil"',
      ),
    });
    let agreed = 0;
    fc.assert(
      fc.property(answers.Debt, change, (value, { at, removed, put }) => {
        const xml = written('Debt', value);
        const from = at % xml.length;
        const { ours, generated } = both('Debt', xml.slice(0, from) + put + xml.slice(from + removed));
        if (ours !== refused && generated !== refused) {
          agreed += 1;
          expect(ours).toEqual(generated);
        }
      }),
      { numRuns: 3_000 },
    );
    // Most changes break a document; those that do not must have been looked at.
    expect(agreed).toBeGreaterThan(100);
  });
});

describe('an answer of the hub is refused', () => {
  const amount = (inner: string) =>
    `<DebtAns xmlns="urn:portico:biller-hub:v1"><Res Code="0">OK</Res><Debt No="1"><Res Code="0">OK</Res>${inner}</Debt></DebtAns>`;
  const whole = amount('<Amt Cur="UAH">1284.37</Amt>');

  it.each([
    ['with a DOCTYPE', `<!DOCTYPE x>${whole}`],
    ['with an entity', `<!DOCTYPE x [<!ENTITY a "1">]>${amount('<Amt Cur="UAH">&a;</Amt>')}`],
    ['with a reference to nothing', amount('<Amt Cur="UAH">1&a;2</Amt>')],
    ['with an element inside an amount', amount('<Amt Cur="UAH">1<b>2</b>.00</Amt>')],
    ['with an empty element inside an amount', amount('<Amt Cur="UAH">12<b/>.00</Amt>')],
    ['with a processing instruction inside an amount', amount('<Amt Cur="UAH">12<?x y?>.00</Amt>')],
    ['with CDATA', amount('<Amt Cur="UAH"><![CDATA[12]]>.00</Amt>')],
    ['with two amounts', amount('<Amt Cur="UAH">1.00</Amt><Amt Cur="UAH">2.00</Amt>')],
    ['with an amount of another namespace', amount('<Amt xmlns="urn:evil" Cur="UAH">1.00</Amt>')],
    ['with a prefix', amount('<e:Amt xmlns:e="urn:evil" Cur="UAH">1.00</e:Amt>')],
    ['with an amount in words', amount('<Amt Cur="UAH">a lot</Amt>')],
    ['with an exponent', amount('<Amt Cur="UAH">1e3</Amt>')],
    ['with a comma', amount('<Amt Cur="UAH">1,00</Amt>')],
    ['with < in an attribute', amount('<Amt Cur="UAH">1.00</Amt>').replace('<Res Code="0">', '<Res Code="0" BadFld="1<!-- -->2">')],
    ['with two hyphens inside a comment', amount('<Amt Cur="UAH">1.00</Amt><!-- -- -->')],
    ['with a comment that ends with three', amount('<Amt Cur="UAH">1.00</Amt><!-- --->')],
    ['with a stray = in a tag', whole.replace('hub:v1">', 'hub:v1"=>')],
    ['without a currency', amount('<Amt>1.00</Amt>')],
    ['with text between elements', amount('what?')],
    ['with a NUL', amount('<Amt Cur="UAH">1.00\u0000</Amt>')],
    ['with half a surrogate pair', amount('<Holder>\ud800</Holder>')],
    ['of another namespace', whole.replace('biller-hub:v1', 'biller-hub:v2')],
    ['of no namespace', whole.replace(/ xmlns="[^"]*"/, '')],
    ['with two roots', `${whole}<DebtAns xmlns="urn:portico:biller-hub:v1"/>`],
    ['with something behind it', `${whole}x`],
    ['of another operation', whole.replaceAll('DebtAns', 'PayAns')],
    ['of 40 levels', amount(`${'<a>'.repeat(40)}${'</a>'.repeat(40)}`)],
    ['with __proto__', amount('<__proto__><Amt Cur="UAH">1.00</Amt></__proto__>')],
    ['that is HTML', '<html><body>502 Bad Gateway</body></html>'],
    ['that is nothing', ''],
  ])('%s', (_case, xml) => {
    expect(() => readAnswer.Debt(xml)).toThrow(XmlMalformed);
  });

  it('and soon, with a hundred thousand blanks inside a number', () => {
    const startedAt = performance.now();
    expect(() => readAnswer.Debt(amount(`<Amt Cur="UAH">1${' '.repeat(100_000)}1</Amt>`))).toThrow(XmlMalformed);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('with no value of it in the error', () => {
    expect(() => readAnswer.Debt(amount('<Amt Cur="UAH">secret</Amt>'))).toThrow(
      /^not what its schema says at DebtAns\/Debt\/0\/Amt\/#text$/,
    );
  });

  it('and is read as it is where it is only written unusually', () => {
    const unusual = '\n<Amt  Cur = "UAH" >\n 1284<!-- c -->.3&#55; </Amt >';
    expect(readAnswer.Debt(`<?xml version="1.0"?>\n${amount(unusual)}\n`).Debt[0]?.Amt).toEqual({ Cur: 'UAH', value: '1284.37' });
    expect(elements.DebtAns.name).toBe('{urn:portico:biller-hub:v1}DebtAns');
  });
});
