import { compareDecimals } from '#platform/decimal.ts';
import { LegacyRefused, LegacyUnreachable } from '#platform/errors.ts';
import type { AdapterOptions } from '../kit/adapter-options.ts';
import type { Amount } from '../kit/amount.ts';
import type { Call, OperationPolicy } from '../kit/call.ts';
import { inOrderOf } from '../kit/in-order-of.ts';
import { answersInOrder, itemNumbers } from '../kit/item-numbers.ts';
import { createLegacySystem } from '../kit/legacy-system.ts';
import { createPortValues } from '../kit/port-values.ts';
import { createBodySignature } from '../kit/sign-in/body-signature.ts';
import type { OperationCodec } from '../xml/codec/element.ts';
import { writeRequestDocument } from '../xml/document.ts';
import { createXmlClient } from '../xml/xml-client.ts';
import { readAnswer } from './answers.ts';
import { toBiller } from './biller-record.ts';
import { operations, schema } from './generated/operations.ts';
import type * as wire from './generated/types.ts';
import type {
  BillerCategory,
  BillerHub,
  BillerRecord,
  BillPaymentRecord,
  BillPaymentRefusal,
  DebtAnswer,
  DebtEnquiry,
  DebtRefusal,
  FieldValue,
} from './port.ts';

export interface BillerHubOptions extends AdapterOptions {
  /** Who we are at the hub, and what signs the bodies. */
  readonly partner: string;
  readonly password: string;
}

const name = 'biller-hub';
const answerBytesMax = 2 * 1024 * 1024;
const asksMax = 50;
const referencesMax = 100;
const values = createPortValues(name);

const done = 0;
const hubInTrouble = 90;
const debtRefusals: ReadonlyMap<number, DebtRefusal> = new Map([
  [10, 'BILLER_NOT_FOUND'],
  [11, 'FIELD_REFUSED'],
  [20, 'PAYER_NOT_FOUND'],
]);
const paymentRefusals: ReadonlyMap<number, BillPaymentRefusal> = new Map<number, BillPaymentRefusal>([
  ...debtRefusals,
  [12, 'AMOUNT_REFUSED'],
  [13, 'REFERENCE_TAKEN'],
]);
const categories: Record<Exclude<BillerCategory, 'OTHER'>, string> = {
  MOBILE: 'MOB',
  UTILITIES: 'UTL',
  TV: 'TV',
  INTERNET: 'NET',
  TRANSPORT: 'TRN',
};
const states: Record<wire.PaySt, BillPaymentRecord['state']> = { ACC: 'IN_PROGRESS', DON: 'COMPLETED', REJ: 'RETURNED' };

/** What each operation does. */
const policies = {
  Billers: 'read',
  Debt: 'read',
  Pay: 'change',
  PayStatus: 'read',
} as const satisfies Record<keyof typeof operations, OperationPolicy>;

/** The biller-hub port: XML over POST, its bodies signed both ways. */
export async function createBillerHub(options: BillerHubOptions): Promise<BillerHub> {
  const { endpoint, deadlineMs, partner, password, policies: limits = {}, metrics } = options;
  const signIn = createBodySignature({ system: name, password, requestHeader: 'x-hub-sign', headers: { 'x-hub-partner': partner } });
  const system = createLegacySystem({ name, endpoint, deadlineMs, signIn, transport: { answerBytesMax }, policies: limits, metrics });
  const client = createXmlClient({ system, policies, contentType: 'text/xml; charset=utf-8' });

  /** Generated code writes the request, fast-xml-parser reads the answer, and `take` puts it into the port's terms. */
  function ask<Name extends keyof typeof operations, Result>(
    operation: Name,
    input: Parameters<(typeof operations)[Name]['input']['write']>[1],
    call: Call,
    take: (answer: ReturnType<(typeof readAnswer)[Name]>) => Result,
  ): Promise<Result> {
    const document = writeRequestDocument(schema, operations[operation] as OperationCodec<typeof input, unknown>, input);
    return client.call(operation, { document }, call, ({ text }) =>
      take(readAnswer[operation](text) as ReturnType<(typeof readAnswer)[Name]>),
    );
  }

  const findBillers = <Result>(input: wire.BillersReq, call: Call, take: (billers: BillerRecord[]) => Result): Promise<Result> =>
    ask('Billers', input, call, (answer) => {
      refuseUnlessDone(answer.Res);
      if (input.Cat !== undefined && answer.Biller.some(({ Cat }) => Cat !== input.Cat)) throw contradiction('billers of another category');
      const billers = answer.Biller.map(toBiller);
      if (new Set(billers.map(({ billerNumber }) => billerNumber)).size !== billers.length)
        throw contradiction('two billers of one number');
      return take(billers.toSorted(byNumber));
    });

  return {
    findBillers(category, call) {
      if (category !== undefined && category !== 'OTHER') {
        return findBillers({ Cat: categories[category], No: [] }, call, (billers) => billers);
      }
      return findBillers({ No: [] }, call, (all) => (category === undefined ? all : all.filter((biller) => biller.category === category)));
    },
    async findBillersByNumbers(billerNumbers, call) {
      // The hub takes an empty list for the whole catalogue.
      if (billerNumbers.length === 0) return [];
      return findBillers({ No: billerNumbers }, call, (found) => inOrderOf(name, billerNumbers, found, ({ billerNumber }) => billerNumber));
    },
    async findDebts(enquiries, call) {
      const answers: DebtAnswer[] = [];
      for (const some of inPieces(enquiries, asksMax)) {
        const numbers = itemNumbers(some);
        const asks = some.map((enquiry, index) => toAsk(enquiry, numbers[index] ?? 0));
        const part = await ask('Debt', { Ask: asks }, call, ({ Res, Debt }) => {
          refuseUnlessDone(Res);
          return answersInOrder(name, numbers, Debt, ({ No }) => No).map(toDebt);
        });
        answers.push(...part);
      }
      return answers;
    },
    pay: ({ reference, billerNumber, values: given, amount }, call) =>
      ask('Pay', { Ref: reference, BillerNo: billerNumber, Val: given.map(toVal), Amt: toAmt(amount) }, call, ({ Res, Pay }) => {
        const reason = paymentRefusals.get(Res.Code);
        if (reason !== undefined) return { outcome: 'REFUSED', reason, field: Res.BadFld };
        refuseUnlessDone(Res);
        const payment = Pay && toPayment(Pay);
        const isOurs = payment?.reference === reference && payment.billerNumber === billerNumber;
        if (!isOurs || !isSameAmount(payment.amount, amount)) throw contradiction('the answer is about another payment');
        return { outcome: 'ACCEPTED', payment };
      }),
    async findPayments(references, call) {
      const found: (BillPaymentRecord | undefined)[] = [];
      for (const some of inPieces(references, referencesMax)) {
        const part = await ask('PayStatus', { Ref: some }, call, ({ Res, Pay }) => {
          refuseUnlessDone(Res);
          return inOrderOf(name, some, Pay.map(toPayment), (payment) => payment.reference);
        });
        found.push(...part);
      }
      return found;
    },
    close: () => system.close(),
  };
}

function refuseUnlessDone({ Code }: wire.Res): void {
  if (Code === done) return;
  if (Code >= hubInTrouble) throw new LegacyUnreachable(name, 'UPSTREAM_UNAVAILABLE', `result ${Code}`);
  throw new LegacyRefused(name, String(Code));
}

function toAsk({ billerNumber, values: given }: DebtEnquiry, No: number): wire.DebtAsk {
  return { No, BillerNo: billerNumber, Val: given.map(toVal) };
}

function toVal({ code, value }: FieldValue): wire.Val {
  return { Fld: code, value };
}

function toDebt({ Res, Amt, Period, Holder, PayKnd, PayMin, PayMax }: wire.DebtSaid): DebtAnswer {
  const reason = debtRefusals.get(Res.Code);
  if (reason !== undefined) return { outcome: 'REFUSED', reason, field: Res.BadFld };
  refuseUnlessDone(Res);
  if (PayKnd === undefined || PayMin === undefined || PayMax === undefined) throw contradiction('a debt without what may be paid');
  if (PayMin.Cur !== PayMax.Cur || (Amt !== undefined && Amt.Cur !== PayMin.Cur)) throw contradiction('a debt in two currencies');
  const range = compareDecimals(PayMin.value, PayMax.value);
  if (range > 0 || (range < 0 && PayKnd === 'FIX'))
    throw contradiction('a debt that may be paid from more than to, or fixed at two amounts');
  return {
    outcome: 'FOUND',
    debt: {
      amount: Amt && toAmount(Amt),
      period: Period === undefined ? undefined : values.matching(Period, /^\d{4}-(?:0[1-9]|1[0-2])$/, 'Period'),
      maskedHolder: Holder,
      payable: { kind: PayKnd === 'FIX' ? 'FIXED' : 'RANGE', minimum: toAmount(PayMin), maximum: toAmount(PayMax) },
    },
  };
}

function toPayment({ HubNo, Ref, BillerNo, Amt, At, St }: wire.Pay): BillPaymentRecord {
  return {
    reference: Ref,
    paymentNumber: values.id(HubNo, 'HubNo'),
    billerNumber: values.id(BillerNo, 'BillerNo'),
    amount: toAmount(Amt),
    acceptedAt: values.moment(At, 'At'),
    state: states[St],
  };
}

function toAmount({ value, Cur }: wire.Amt): Amount {
  return { amount: value, currency: Cur };
}

function isSameAmount(one: Amount, other: Amount): boolean {
  return one.currency === other.currency && compareDecimals(one.amount, other.amount) === 0;
}

function toAmt({ amount, currency }: Amount): wire.Amt {
  return { Cur: currency, value: amount };
}

function inPieces<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

function byNumber(a: BillerRecord, b: BillerRecord): number {
  return BigInt(a.billerNumber) < BigInt(b.billerNumber) ? -1 : 1;
}

function contradiction(detail: string): LegacyUnreachable {
  return new LegacyUnreachable(name, 'UPSTREAM_MALFORMED', detail);
}
