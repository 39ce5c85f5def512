import { createRandom } from './random.ts';
import { createAccounts, type WorldAccount } from './world/accounts.ts';
import { createCards, type WorldCard } from './world/cards.ts';
import { createCustomers, type WorldCustomer } from './world/customers.ts';
import { createExchangeRates, type WorldExchangeRate } from './world/exchange-rates.ts';
import { createTransactions, type WorldTransaction } from './world/statements.ts';

export { type PersonName, people } from './people.ts';
export { bank, clearingAccounts, knownAccounts, type ProductCode, type WorldAccount, type WorldCurrency } from './world/accounts.ts';
export { type CardLimitKind, type CardStatusCode, knownCards, type WorldCard } from './world/cards.ts';
export type { WorldCustomer } from './world/customers.ts';
export type { WorldExchangeRate } from './world/exchange-rates.ts';
export type { WorldPosting, WorldTransaction } from './world/statements.ts';

/** How the bank stood when the simulators opened. Nothing changes it: each simulator keeps its own state beside it. */
export interface World {
  readonly customers: readonly WorldCustomer[];
  readonly accounts: readonly WorldAccount[];
  /** Oldest first. */
  readonly transactions: readonly WorldTransaction[];
  readonly cards: readonly WorldCard[];
  readonly exchangeRates: readonly WorldExchangeRate[];
}

const defaultSeed = 20_260_630;

/** The same world for the same seed, at every start and in every process, so the two simulators agree without talking. */
export function createWorld(seed = defaultSeed): World {
  const customers = createCustomers(createRandom(seed, 'customers'));
  const accounts = createAccounts(createRandom(seed, 'accounts'), customers);
  return {
    customers,
    accounts,
    transactions: createTransactions(createRandom(seed, 'statements'), accounts),
    cards: createCards(createRandom(seed, 'cards'), customers, accounts),
    exchangeRates: createExchangeRates(createRandom(seed, 'exchange rates')),
  };
}
