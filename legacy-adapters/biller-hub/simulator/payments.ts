import { addDecimals, compareDecimals, type Decimal } from '#platform/decimal.ts';

export interface PaymentOrder {
  readonly reference: string;
  readonly billerNumber: string;
  readonly payer: string;
  /** Every field by its code. */
  readonly values: Readonly<Record<string, string>>;
  readonly amount: Decimal;
}

export interface HubPayment extends PaymentOrder {
  readonly hubNumber: string;
  readonly acceptedAt: string;
}

export type PaymentState = 'ACC' | 'DON' | 'REJ';

/** What was paid through the hub. It only grows: a payment that a biller sent back stays and says so. */
export interface Payments {
  /** Answers `conflict` where the reference stands for another payment already; the same order again is the same payment. */
  accept(order: PaymentOrder): HubPayment | 'conflict';
  find(reference: string): HubPayment | undefined;
  stateOf(payment: HubPayment): PaymentState;
  /** The sum of what a payer has paid and was not sent back. */
  paid(billerNumber: string, payer: string): Decimal;
  /** Oldest first. */
  all(): readonly HubPayment[];
}

export interface PaymentsOptions {
  /** How long a payment is on its way. */
  readonly settleMs: number;
  /** The billers who send back whatever reaches them. */
  readonly sendsBack: ReadonlySet<string>;
  readonly clock: () => Date;
}

const paymentsMax = 1_000_000;
const firstHubNumber = 9_000_000_000_000_000_001n;

export function createPayments({ settleMs, sendsBack, clock }: PaymentsOptions): Payments {
  const payments: HubPayment[] = [];
  const byReference = new Map<string, HubPayment>();

  function stateOf({ acceptedAt, billerNumber }: HubPayment): PaymentState {
    if (clock().getTime() - Date.parse(acceptedAt) < settleMs) return 'ACC';
    return sendsBack.has(billerNumber) ? 'REJ' : 'DON';
  }

  return {
    accept(order) {
      const before = byReference.get(order.reference);
      if (before !== undefined) return isSameOrder(before, order) ? before : 'conflict';
      if (payments.length >= paymentsMax) throw new RangeError(`the ledger is full: ${paymentsMax} payments`);
      const hubNumber = String(firstHubNumber + BigInt(payments.length));
      const payment = Object.freeze({ ...order, hubNumber, acceptedAt: clock().toISOString() });
      payments.push(payment);
      byReference.set(order.reference, payment);
      return payment;
    },
    find: (reference) => byReference.get(reference),
    stateOf,
    paid: (billerNumber, payer) =>
      payments
        .filter((payment) => payment.billerNumber === billerNumber && payment.payer === payer && stateOf(payment) !== 'REJ')
        .reduce((sum, { amount }) => addDecimals(sum, amount), '0.00' as Decimal),
    all: () => [...payments],
  };
}

function isSameOrder(one: PaymentOrder, other: PaymentOrder): boolean {
  const codes = new Set([...Object.keys(one.values), ...Object.keys(other.values)]);
  return (
    one.billerNumber === other.billerNumber &&
    compareDecimals(one.amount, other.amount) === 0 &&
    [...codes].every((code) => one.values[code] === other.values[code])
  );
}
