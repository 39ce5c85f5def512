import { createRandom } from './random.ts';
import { createAccounts, type WorldAccount } from './world/accounts.ts';
import { billers, type WorldBiller } from './world/billers.ts';
import { createCards, type WorldCard } from './world/cards.ts';
import { createCustomers, type WorldCustomer } from './world/customers.ts';
import { createDebts, type WorldDebt } from './world/debts.ts';
import { createExchangeRates, type WorldExchangeRate } from './world/exchange-rates.ts';
import { createHolds, type WorldHold } from './world/holds.ts';
import { createTransactions, type WorldTransaction } from './world/statements.ts';
import { createVerifications, knownDocuments, type WorldDocument, type WorldVerification } from './world/verifications.ts';

export { type PersonName, people } from './people.ts';
export { bank, clearingAccounts, knownAccounts, type ProductCode, type WorldAccount, type WorldCurrency } from './world/accounts.ts';
export { knownBillers, type WorldBiller, type WorldBillerCategory, type WorldBillerField, type WorldText } from './world/billers.ts';
export { type CardLimitKind, type CardStatusCode, knownCards, type WorldCard } from './world/cards.ts';
export type { WorldCustomer } from './world/customers.ts';
export { knownPayers, type WorldDebt } from './world/debts.ts';
export { type EntryDetails, noDetails } from './world/entry-details.ts';
export type { WorldExchangeRate } from './world/exchange-rates.ts';
export type { WorldHold } from './world/holds.ts';
export type { WorldPosting, WorldTransaction } from './world/statements.ts';
export { knownDocuments, type WorldDocument, type WorldVerification, type WorldWatchlistEntry, watchlist } from './world/verifications.ts';

/** How the bank stood when the simulators opened. Nothing changes it: each simulator keeps its own state beside it. */
export interface World {
  readonly customers: readonly WorldCustomer[];
  readonly accounts: readonly WorldAccount[];
  /** Oldest first. */
  readonly transactions: readonly WorldTransaction[];
  /** What is authorised and not booked; of each account they sum to what is held of it. */
  readonly holds: readonly WorldHold[];
  readonly cards: readonly WorldCard[];
  readonly exchangeRates: readonly WorldExchangeRate[];
  /** Of the customers whom the bank has ever tried to verify. */
  readonly verifications: readonly WorldVerification[];
  /** Every identity document that is known anywhere, those of customers among them. */
  readonly documents: readonly WorldDocument[];
  /** Whom one can pay through the hub. */
  readonly billers: readonly WorldBiller[];
  readonly debts: readonly WorldDebt[];
}

export interface WorldOptions {
  /** Decides who there is and what happened. */
  readonly seed?: number;
  /** The last day of the statements, `YYYY-MM-DD`: everything dated ends with it, and nothing else depends on it. */
  readonly day?: string;
}

export const defaultSeed = 20_260_630;
/** The day of the tests. The bank itself begins with a day of its own. */
export const fixedDay = '2026-06-30';

/** The same world for the same seed and day, at every start and in every process, so the simulators agree without talking. */
export function createWorld({ seed = defaultSeed, day = fixedDay }: WorldOptions = {}): World {
  const endsAt = Date.parse(`${day}T18:00:00Z`);
  const customers = createCustomers(createRandom(seed, 'customers'));
  const accounts = createAccounts(createRandom(seed, 'accounts'), customers);
  const verifications = createVerifications(createRandom(seed, 'verifications'), customers);
  const cards = createCards(createRandom(seed, 'cards'), customers, accounts, day);
  const cardOfAccount = new Map(cards.toReversed().map(({ accountId, maskedPan }) => [accountId, maskedPan]));
  const cardOf = (accountId: string) => cardOfAccount.get(accountId);
  return {
    customers,
    accounts,
    transactions: createTransactions(createRandom(seed, 'statements'), accounts, cardOf, endsAt),
    holds: createHolds(accounts, cardOf, endsAt),
    cards,
    exchangeRates: createExchangeRates(createRandom(seed, 'exchange rates')),
    verifications,
    documents: [...new Set([...Object.values(knownDocuments), ...verifications.flatMap(({ document }) => document ?? [])])],
    billers,
    debts: createDebts(createRandom(seed, 'debts'), customers, day),
  };
}
