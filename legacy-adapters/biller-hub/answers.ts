import { z } from 'zod';
import { parseDecimal } from '#platform/decimal.ts';
import { XmlMalformed } from '../xml/malformed.ts';
import { type AnswerNode, readAnswerTree } from './answer-tree.ts';
import type * as wire from './generated/types.ts';

/**
 * Reads the hub's answers into the types of its WSDL, by fast-xml-parser and zod rather than by generated code: the two readings
 * are held against each other in answers.differential.test.ts.
 */

/** White space around a value that is no text, by XML Schema's whiteSpace="collapse". */
function trimmed(text: string): string {
  const isSpace = (index: number) => ' \t\r\n'.includes(text.charAt(index));
  let start = 0;
  let end = text.length;
  // By hand: an expression that ends in `+$` takes time by the square of a run of blanks inside the text.
  while (start < end && isSpace(start)) start += 1;
  while (end > start && isSpace(end - 1)) end -= 1;
  return text.slice(start, end);
}
const value = <Result>(read: (text: string) => Result | undefined, what: string) =>
  z.string().transform((text, context) => {
    const result = read(trimmed(text));
    if (result !== undefined) return result;
    context.addIssue({ code: 'custom', message: `no ${what}` });
    return z.NEVER;
  });
const long = value(
  (text) => (/^[+-]?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text) ? String(BigInt(text)) : undefined),
  'long',
);
const int = value((text) => (/^[+-]?\d{1,10}$/.test(text) && (Number(text) | 0) === Number(text) ? Number(text) + 0 : undefined), 'int');
const boolean = value(
  (text) =>
    new Map([
      ['true', true],
      ['1', true],
      ['false', false],
      ['0', false],
    ]).get(text),
  'boolean',
);
const decimal = value(parseDecimal, 'decimal');
/** Offsets end at 14:00 (XML Schema part 2, 3.2.7.3), where zod takes any hour of a day. */
const offset = /(?:Z|[+-](?:(?:0\d|1[0-3]):\d\d|14:00))$/;
const isMoment = (text: string) =>
  z.iso.datetime({ offset: true }).safeParse(text).success && offset.test(text) && !text.startsWith('0000');
const moment = value((text) => (isMoment(text) ? text : undefined), 'dateTime');
const month = value((text) => (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? text : undefined), 'gYearMonth');

/** An element that holds a value and no other element. */
const leaf = <Value>(content: z.ZodType<Value, string>) =>
  z.strictObject({ '#text': content }).transform((node) => (node as { readonly '#text': Value })['#text']);
const text = leaf(z.string());
const currency = z.string().regex(/^[A-Z]{3}$/);
const reference = leaf(z.string().regex(/^[\w-]{1,64}$/));

const res = z
  .strictObject({ '#text': z.string(), '@Code': int, '@BadFld': z.string().optional() })
  .transform((node): wire.Res => ({ Code: node['@Code'], ...defined({ BadFld: node['@BadFld'] }), value: node['#text'] }));
const amt = z
  .strictObject({ '#text': decimal, '@Cur': currency })
  .transform((node): wire.Amt => ({ Cur: node['@Cur'], value: node['#text'] }));
const txt = z
  .strictObject({ '#text': z.string(), '@Lang': z.string() })
  .transform((node): wire.Txt => ({ Lang: node['@Lang'], value: node['#text'] }));

const fld = z
  .object({
    '@Code': z.string(),
    '@Knd': z.string(),
    '@Min': int,
    '@Max': int,
    '@Req': boolean,
    Lbl: z.array(txt).min(1).max(10),
    Hint: z.array(txt).max(10).default([]),
    Ptn: text,
    Exmp: text,
  })
  .transform(
    ({ Lbl, Hint, Ptn, Exmp, ...at }): wire.Fld => ({
      Code: at['@Code'],
      Knd: at['@Knd'],
      Min: at['@Min'],
      Max: at['@Max'],
      Req: at['@Req'],
      Lbl,
      Hint,
      Ptn,
      Exmp,
    }),
  );
const biller = z
  .object({ '@No': long, '@Cat': z.string(), Name: z.array(txt).min(1).max(10), Fld: z.array(fld).min(1).max(20) })
  .transform(({ Name, Fld, ...at }): wire.Biller => ({ No: at['@No'], Cat: at['@Cat'], Name, Fld }));
const debt = z
  .object({
    '@No': int,
    Res: res,
    Amt: amt.optional(),
    Period: leaf(month).optional(),
    Holder: text.optional(),
    PayKnd: leaf(z.enum(['FIX', 'RNG'])).optional(),
    PayMin: amt.optional(),
    PayMax: amt.optional(),
  })
  .transform(
    ({ '@No': No, Res, ...rest }): wire.DebtSaid => ({
      No,
      Res,
      ...defined(rest),
    }),
  );
const pay = z
  .object({
    '@HubNo': long,
    Ref: reference,
    BillerNo: leaf(long),
    Amt: amt,
    At: leaf(moment),
    St: leaf(z.enum(['ACC', 'DON', 'REJ'])),
  })
  .transform(({ '@HubNo': HubNo, ...rest }): wire.Pay => ({ HubNo, ...rest }));

const billersAns: z.ZodType<wire.BillersAns> = z.object({ Res: res, Biller: z.array(biller).max(5_000).default([]) });
const debtAns: z.ZodType<wire.DebtAns> = z.object({ Res: res, Debt: z.array(debt).max(50).default([]) });
const payAns: z.ZodType<wire.PayAns> = z
  .object({ Res: res, Pay: z.array(pay).max(1).default([]) })
  .transform(({ Res, Pay: [Pay] }) => ({ Res, ...defined({ Pay }) }));
const payStatusAns: z.ZodType<wire.PayStatusAns> = z.object({ Res: res, Pay: z.array(pay).max(100).default([]) });

const reading =
  <Answer>(root: string, schema: z.ZodType<Answer>) =>
  (xml: string): Answer => {
    const tree: AnswerNode = readAnswerTree(xml, root);
    const result = schema.safeParse(tree);
    if (result.success) return result.data;
    // Only where: what stands there may be anything.
    throw new XmlMalformed('not what its schema says', [root, ...(result.error.issues[0]?.path ?? [])].join('/'), 0);
  };

/** Each throws XmlMalformed. */
export const readAnswer = {
  Billers: reading('BillersAns', billersAns),
  Debt: reading('DebtAns', debtAns),
  Pay: reading('PayAns', payAns),
  PayStatus: reading('PayStatusAns', payStatusAns),
};

/** Without what is undefined, as the generated decoder leaves it out. */
function defined<Part extends object>(part: Part): { [Key in keyof Part]: Exclude<Part[Key], undefined> } {
  return Object.fromEntries(Object.entries(part).filter(([, one]) => one !== undefined)) as never;
}
