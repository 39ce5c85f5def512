import { toLong } from '#legacy-adapters/simulation/soap-input.ts';
import type { World, WorldBiller, WorldBillerField, WorldDebt, WorldText } from '#legacy-adapters/simulation/world.ts';
import { addDecimals, compareDecimals, type Decimal, isDecimal } from '#platform/decimal.ts';
import type { HubPayment, PaymentOrder, Payments } from './payments.ts';
import { attributeOf, childrenOf, contentOf, documentOf, element, escaped, textOf, type XmlNode } from './xml.ts';

/** The request's root element to the answer's document. */
export type HubOperation = (request: XmlNode) => string;

export const resultCodes = {
  done: 0,
  noSuchBiller: 10,
  wrongField: 11,
  wrongAmount: 12,
  referenceTaken: 13,
  noSuchPayer: 20,
  wrongRequest: 40,
} as const;
type ResultCode = (typeof resultCodes)[keyof typeof resultCodes];

/** Why the hub says no; `field` is the one that is wrong. */
interface Refused {
  readonly code: ResultCode;
  readonly field?: string;
}

interface Payer {
  readonly biller: WorldBiller;
  readonly payer: string;
  readonly values: Readonly<Record<string, string>>;
  /** Absent for a phone, which is topped up and owes nothing. */
  readonly debt: WorldDebt | undefined;
}

const asksMax = 50;
const referencesMax = 100;
const numbersMax = 500;
const minimum = '1.00' as Decimal;
const maximum = '50000.00' as Decimal;
const reference = /^[\w-]{1,64}$/;

export function createOperations(world: World, payments: Payments): Readonly<Record<string, HubOperation>> {
  const billers = new Map(world.billers.map((biller) => [biller.number, biller]));
  const debts = new Map(world.debts.toReversed().map((debt) => [`${debt.billerNumber} ${debt.payer}`, debt]));

  /** The payer that an enquiry or an order names, checked as the biller would. */
  function payerOf(billerNumber: string | undefined, node: XmlNode): Payer | Refused {
    const biller = billers.get(billerNumber ?? '');
    if (biller === undefined) return { code: resultCodes.noSuchBiller };
    const values: Record<string, string> = {};
    for (const value of childrenOf(node, 'Val')) {
      const code = attributeOf(value, 'Fld') ?? '';
      if (Object.hasOwn(values, code) || !biller.fields.some((field) => field.code === code))
        return { code: resultCodes.wrongField, field: code };
      values[code] = contentOf(value);
    }
    const wrong = biller.fields.find((field) => !fits(values[field.code], field));
    if (wrong !== undefined) return { code: resultCodes.wrongField, field: wrong.code };
    const [first] = biller.fields;
    const payer = values[first.code] ?? '';
    if (biller.operatorCodes !== undefined) {
      return biller.operatorCodes.includes(payer.slice(3, 5))
        ? { biller, payer, values, debt: undefined }
        : { code: resultCodes.wrongField, field: first.code };
    }
    const debt = debts.get(`${biller.number} ${payer}`);
    return debt === undefined ? { code: resultCodes.noSuchPayer } : { biller, payer, values, debt };
  }

  function owed({ biller, payer, debt }: Payer): Decimal | null {
    if (debt === undefined || debt.amount === null) return null;
    const paid = payments.paid(biller.number, payer);
    return addDecimals(debt.amount, (paid === '0.00' ? paid : `-${paid}`) as Decimal);
  }

  function payable(payer: Payer): { readonly kind: 'FIX' | 'RNG'; readonly from: Decimal; readonly to: Decimal } {
    const amount = owed(payer);
    if (amount !== null && payer.debt?.fixed === true && compareDecimals(amount, minimum) >= 0)
      return { kind: 'FIX', from: amount, to: amount };
    const to = amount !== null && compareDecimals(amount, maximum) > 0 ? amount : maximum;
    return { kind: 'RNG', from: minimum, to };
  }

  function said(ask: XmlNode): string {
    const payer = payerOf(toLong(attributeOf(ask, 'BillerNo')), ask);
    const No = attributeOf(ask, 'No');
    if ('code' in payer) return element('Debt', { No }, result(payer));
    const amount = owed(payer);
    const { kind, from, to } = payable(payer);
    const { period = null, holder } = payer.debt ?? {};
    return element(
      'Debt',
      { No },
      result({ code: resultCodes.done }),
      amount === null ? '' : money('Amt', amount),
      period === null ? '' : element('Period', {}, period),
      holder === undefined ? '' : element('Holder', {}, escaped(holder)),
      element('PayKnd', {}, kind),
      money('PayMin', from),
      money('PayMax', to),
    );
  }

  function order(request: XmlNode): PaymentOrder | Refused {
    const ref = textOf(request, 'Ref') ?? '';
    const [amountNode] = childrenOf(request, 'Amt');
    const amount = amountNode === undefined ? '' : contentOf(amountNode);
    if (!reference.test(ref) || !isDecimal(amount) || attributeOf(amountNode, 'Cur') !== 'UAH') return { code: resultCodes.wrongRequest };
    const payer = payerOf(toLong(textOf(request, 'BillerNo')), request);
    if ('code' in payer) return payer;
    // A payment that was accepted may be asked for again when its amount is out of bounds by now, because it was paid.
    if (payments.find(ref) === undefined) {
      const { from, to } = payable(payer);
      if (compareDecimals(amount, from) < 0 || compareDecimals(amount, to) > 0) return { code: resultCodes.wrongAmount };
    }
    return { reference: ref, billerNumber: payer.biller.number, payer: payer.payer, values: payer.values, amount };
  }

  function toPay(payment: HubPayment): string {
    return element(
      'Pay',
      { HubNo: payment.hubNumber },
      element('Ref', {}, payment.reference),
      element('BillerNo', {}, payment.billerNumber),
      money('Amt', payment.amount),
      element('At', {}, payment.acceptedAt),
      element('St', {}, payments.stateOf(payment)),
    );
  }

  return {
    BillersReq(request) {
      const category = textOf(request, 'Cat');
      const numbers = childrenOf(request, 'No').map((node) => toLong(contentOf(node)));
      if (numbers.length > numbersMax || numbers.includes(undefined))
        return documentOf('BillersAns', result({ code: resultCodes.wrongRequest }));
      const found = world.billers
        .filter((biller) => category === undefined || biller.category === category)
        .filter((biller) => numbers.length === 0 || numbers.includes(biller.number));
      return documentOf('BillersAns', result({ code: resultCodes.done }), ...found.toReversed().map(toBiller));
    },
    DebtReq(request) {
      const asks = childrenOf(request, 'Ask');
      const numbers = asks.map((ask) => attributeOf(ask, 'No'));
      const right = asks.length >= 1 && asks.length <= asksMax && new Set(numbers).size === asks.length;
      if (!right || !numbers.every((number) => /^\d{1,9}$/.test(number ?? ''))) {
        return documentOf('DebtAns', result({ code: resultCodes.wrongRequest }));
      }
      return documentOf('DebtAns', result({ code: resultCodes.done }), ...asks.map(said).reverse());
    },
    PayReq(request) {
      const wanted = order(request);
      if ('code' in wanted) return documentOf('PayAns', result(wanted));
      const payment = payments.accept(wanted);
      if (payment === 'conflict') return documentOf('PayAns', result({ code: resultCodes.referenceTaken }));
      return documentOf('PayAns', result({ code: resultCodes.done }), toPay(payment));
    },
    PayStatusReq(request) {
      const references = childrenOf(request, 'Ref').map(contentOf);
      if (references.length < 1 || references.length > referencesMax) {
        return documentOf('PayStatusAns', result({ code: resultCodes.wrongRequest }));
      }
      const found = [...new Set(references)].map((ref) => payments.find(ref)).filter((payment) => payment !== undefined);
      return documentOf('PayStatusAns', result({ code: resultCodes.done }), ...found.map(toPay).reverse());
    },
  };
}

function fits(value: string | undefined, { pattern, min, max, required }: WorldBillerField): boolean {
  if (value === undefined) return !required;
  if (value.length < min || value.length > max) return false;
  return new RegExp(`^(?:${pattern})$`, 'u').test(value);
}

function toBiller({ number, category, name, fields }: WorldBiller): string {
  return element('Biller', { No: number, Cat: category }, ...texts('Name', name), ...fields.map(toField));
}

function toField({ code, kind, label, hint, pattern, example, min, max, required }: WorldBillerField): string {
  return element(
    'Fld',
    { Code: code, Knd: kind, Min: min, Max: max, Req: String(required) },
    ...texts('Lbl', label),
    ...(hint === null ? [] : texts('Hint', hint)),
    element('Ptn', {}, escaped(pattern)),
    element('Exmp', {}, escaped(example)),
  );
}

function texts(name: string, text: WorldText): string[] {
  return Object.entries(text).map(([Lang, words]) => element(name, { Lang }, escaped(words)));
}

function money(name: string, amount: Decimal): string {
  return element(name, { Cur: 'UAH' }, amount);
}

function result({ code, field }: Refused): string {
  return element('Res', { Code: code, BadFld: field }, code === resultCodes.done ? 'OK' : 'Відмова');
}
