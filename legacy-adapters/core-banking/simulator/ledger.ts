import { civilDateInKyiv } from '#legacy-adapters/simulation/civil-date.ts';
import type { EntryDetails } from '#legacy-adapters/simulation/world.ts';
import { type Decimal, fromMinorUnits, parseDecimal } from '#platform/decimal.ts';

export interface Posting {
  readonly accountId: string;
  /** Negative for money that leaves the account. Its scale is kept. */
  readonly amount: Decimal;
  readonly description: string;
  readonly counterparty: string | null;
  /** What the core knows of the movement besides; `OTH` and nothing for one that says nothing. */
  readonly details?: EntryDetails;
}

export interface NewTransaction {
  /** Today in Kyiv when absent. */
  readonly postedOn?: string;
  /** Now when absent. */
  readonly bookedAt?: string;
  readonly postings: readonly Posting[];
}

export interface LedgerEntry {
  readonly entryId: string;
  readonly transactionId: string;
  readonly accountId: string;
  readonly currency: string;
  readonly postedOn: string;
  readonly bookedAt: string;
  readonly amount: Decimal;
  readonly balanceAfter: Decimal;
  readonly description: string;
  readonly counterparty: string | null;
  readonly details?: EntryDetails;
}

export interface LedgerAccount {
  readonly accountId: string;
  readonly currency: string;
}

/** A double-entry ledger that only grows. There is no balance beside the entries: the last entry's `balanceAfter` is it. */
export interface Ledger {
  /**
   * Books one transaction and answers with its entries. Throws a RangeError, and books nothing, when the postings do not
   * sum to zero in every currency, or one names no account of this ledger.
   */
  append(transaction: NewTransaction): readonly LedgerEntry[];
  /** Books a movement between a customer's account and the world outside, with the clearing account as the other side. */
  appendAgainstClearing(posting: Posting, when?: Pick<NewTransaction, 'postedOn' | 'bookedAt'>): LedgerEntry;
  /** An id that no entry has or will have, for what stands in a statement and is not booked: newer than all entries so far. */
  reserveEntryId(): string;
  /** Oldest first. Empty for an account that is not here. */
  entries(accountId: string): readonly LedgerEntry[];
  balance(accountId: string): Decimal;
  /** The sum of all entries of each currency: zero, or the ledger is broken. */
  totals(): ReadonlyMap<string, Decimal>;
}

export interface LedgerOptions {
  readonly accounts: readonly LedgerAccount[];
  /** The bank's own account of each currency. */
  readonly clearingAccounts: Readonly<Record<string, string>>;
  readonly clock: () => Date;
}

/** Minor units with their own scale: 0.10 is 10 at scale 2, and stays different from 0.1. */
interface Units {
  readonly units: bigint;
  readonly scale: number;
}

const postingsMax = 100;
const entriesMax = 1_000_000;
const firstEntryId = 500000000000000001n;
const firstTransactionId = 400000000000000001n;
const nothing: Units = { units: 0n, scale: 2 };

export function createLedger(options: LedgerOptions): Ledger {
  const { clearingAccounts, clock } = options;
  const currencyOf = new Map(options.accounts.map(({ accountId, currency }) => [accountId, currency]));
  for (const [currency, accountId] of Object.entries(clearingAccounts)) currencyOf.set(accountId, currency);
  const entriesOf = new Map<string, LedgerEntry[]>();
  const balanceOf = new Map<string, Units>();
  let transactionCount = 0n;
  let entryCount = 0n;

  function append(transaction: NewTransaction): readonly LedgerEntry[] {
    const movements = readMovements(transaction);
    const now = clock();
    const when = {
      transactionId: String(firstTransactionId + transactionCount++),
      postedOn: transaction.postedOn ?? civilDateInKyiv(now),
      bookedAt: transaction.bookedAt ?? now.toISOString(),
    };
    return movements.map(({ posting, currency, moved }) => {
      const balance = plus(balanceOf.get(posting.accountId) ?? nothing, moved);
      balanceOf.set(posting.accountId, balance);
      const balanceAfter = fromMinorUnits(balance.units, balance.scale);
      const entryId = reserveEntryId();
      const entry: LedgerEntry = Object.freeze({ ...posting, ...when, entryId, currency, balanceAfter });
      const entries = entriesOf.get(posting.accountId);
      if (entries === undefined) entriesOf.set(posting.accountId, [entry]);
      else entries.push(entry);
      return entry;
    });
  }

  function reserveEntryId(): string {
    return String(firstEntryId + entryCount++);
  }

  /** Everything that can be refused is refused here, before anything is booked. */
  function readMovements({ postings }: NewTransaction) {
    if (postings.length < 2 || postings.length > postingsMax) throw new RangeError(`a transaction has 2 to ${postingsMax} postings`);
    if (entryCount + BigInt(postings.length) > entriesMax) throw new RangeError(`the ledger is full: ${entriesMax} entries`);
    const sums = new Map<string, Units>();
    const movements = postings.map((posting) => {
      const currency = currencyAt(posting.accountId);
      const moved = unitsOf(posting.amount);
      sums.set(currency, plus(sums.get(currency) ?? nothing, moved));
      return { posting, currency, moved };
    });
    for (const [currency, { units }] of sums) {
      if (units !== 0n) throw new RangeError(`the postings in ${currency} do not sum to zero`);
    }
    return movements;
  }

  function currencyAt(accountId: string): string {
    const currency = currencyOf.get(accountId);
    if (currency === undefined) throw new RangeError(`the ledger has no account ${accountId}`);
    return currency;
  }

  function appendAgainstClearing(posting: Posting, when: Pick<NewTransaction, 'postedOn' | 'bookedAt'> = {}): LedgerEntry {
    const { units, scale } = unitsOf(posting.amount);
    const clearing = clearingAccounts[currencyAt(posting.accountId)] ?? '';
    const [entry] = append({ ...when, postings: [posting, { ...posting, accountId: clearing, amount: fromMinorUnits(-units, scale) }] });
    if (entry === undefined) throw new Error('a booked transaction has entries');
    return entry;
  }

  function totals(): ReadonlyMap<string, Decimal> {
    const sums = new Map<string, Units>();
    for (const entries of entriesOf.values()) {
      for (const { currency, amount } of entries) sums.set(currency, plus(sums.get(currency) ?? nothing, unitsOf(amount)));
    }
    return new Map([...sums].map(([currency, { units, scale }]) => [currency, fromMinorUnits(units, scale)]));
  }

  return {
    append,
    reserveEntryId,
    appendAgainstClearing,
    entries: (accountId) => entriesOf.get(accountId) ?? [],
    balance: (accountId) => {
      const { units, scale } = balanceOf.get(accountId) ?? nothing;
      return fromMinorUnits(units, scale);
    },
    totals,
  };
}

function unitsOf(amount: Decimal): Units {
  const exact = parseDecimal(amount);
  if (exact === undefined) throw new RangeError('an amount is a decimal');
  const [whole = '', fraction = ''] = exact.split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

function plus(a: Units, b: Units): Units {
  if (a.scale === b.scale) return { units: a.units + b.units, scale: a.scale };
  const scale = Math.max(a.scale, b.scale);
  const at = (value: Units) => value.units * 10n ** BigInt(scale - value.scale);
  return { units: at(a) + at(b), scale };
}
