import { type Decimal, fromMinorUnits } from '#platform/decimal.ts';
import { people } from '../people.ts';
import type { Random } from '../random.ts';
import { knownAccounts, type WorldAccount, type WorldCurrency } from './accounts.ts';
import type { WorldCustomer } from './customers.ts';

export type CardNetwork = 'VISA' | 'MASTERCARD' | 'PROSTIR';
/** A active, L locked by its holder, B blocked by the bank, X expired, C closed. */
export type CardStatusCode = 'A' | 'L' | 'B' | 'X' | 'C';
export type CardLimitKind = 'CASH_DAY' | 'PURCHASE_DAY' | 'ONLINE_DAY' | 'TRANSFER_MONTH';

export type CardFeatures =
  | { readonly kind: 'debit'; readonly contactless: boolean }
  | { readonly kind: 'credit'; readonly creditLimit: Decimal; readonly paymentDueOn: string | null }
  | { readonly kind: 'virtual'; readonly singleUse: boolean };

export type WorldCard = CardFeatures & {
  readonly cardToken: string;
  readonly maskedPan: string;
  readonly network: CardNetwork;
  readonly holderId: string;
  readonly accountId: string;
  readonly accountOwnerId: string;
  readonly embossedName: string | null;
  /** `YYYY-MM`. */
  readonly expires: string;
  readonly currency: WorldCurrency;
  readonly status: CardStatusCode;
  readonly statusChangedAt: string;
  readonly limits: readonly { readonly kind: CardLimitKind; readonly limit: Decimal; readonly used: Decimal }[];
};

/** Cards that tests and demonstrations know by name. */
export const knownCards = {
  olenaDebit: '300000000000000121',
  olenaCredit: '300000000000000123',
  olenaVirtual: '300000000000000125',
  andriyAdditional: '300000000000000127',
  andriyOwn: '300000000000000129',
  iryna: '300000000000000131',
  bohdanBlockedByBank: '300000000000000133',
  bohdanExpired: '300000000000000135',
  bohdanClosed: '300000000000000137',
} as const;

interface Issue {
  readonly cardToken: string;
  readonly holder: WorldCustomer;
  readonly account: WorldAccount;
  readonly features: CardFeatures;
  readonly network: CardNetwork;
  readonly status?: CardStatusCode;
}

const mykolaCardCount = 60;
const firstGeneratedToken = 300000000000001003n;
const firstDigits: Record<CardNetwork, string> = { VISA: '414949', MASTERCARD: '516875', PROSTIR: '980412' };
const dailyLimits: Record<CardLimitKind, bigint> = {
  CASH_DAY: 2_000_000n,
  PURCHASE_DAY: 10_000_000n,
  ONLINE_DAY: 3_000_000n,
  TRANSFER_MONTH: 40_000_000n,
};
const everyLimit: readonly CardLimitKind[] = ['CASH_DAY', 'PURCHASE_DAY', 'ONLINE_DAY', 'TRANSFER_MONTH'];

/** `day`: the last one of the world, `YYYY-MM-DD`; a debt on a credit card is due on the 25th of the month after it. */
export function createCards(
  random: Random,
  customers: readonly WorldCustomer[],
  accounts: readonly WorldAccount[],
  day: string,
): WorldCard[] {
  const dueOn = nextDueDate(day);
  const customerById = new Map(customers.map((customer) => [customer.customerId, customer]));
  const accountById = new Map(accounts.map((account) => [account.accountId, account]));
  return [...demoIssues(customerById, accountById, dueOn), ...generatedIssues(random, customerById, accounts, dueOn)].map((issue) =>
    issueCard(random, issue),
  );
}

function demoIssues(customers: ReadonlyMap<string, WorldCustomer>, accounts: ReadonlyMap<string, WorldAccount>, dueOn: string): Issue[] {
  const olena = known(customers, people.olena.customerId);
  const andriy = known(customers, people.andriy.customerId);
  const iryna = known(customers, people.iryna.customerId);
  const bohdan = known(customers, people.bohdan.customerId);
  const main = known(accounts, knownAccounts.olenaMain);
  const bohdans = known(accounts, knownAccounts.bohdan);
  const debit: CardFeatures = { kind: 'debit', contactless: true };
  const credit: CardFeatures = { kind: 'credit', creditLimit: '50000.00' as Decimal, paymentDueOn: dueOn };
  return [
    { cardToken: knownCards.olenaDebit, holder: olena, account: main, features: debit, network: 'VISA' },
    {
      cardToken: knownCards.olenaCredit,
      holder: olena,
      account: known(accounts, knownAccounts.olenaCredit),
      features: credit,
      network: 'MASTERCARD',
    },
    { cardToken: knownCards.olenaVirtual, holder: olena, account: main, features: { kind: 'virtual', singleUse: false }, network: 'VISA' },
    { cardToken: knownCards.andriyAdditional, holder: andriy, account: main, features: debit, network: 'VISA' },
    {
      cardToken: knownCards.andriyOwn,
      holder: andriy,
      account: known(accounts, knownAccounts.andriyDollars),
      features: debit,
      network: 'MASTERCARD',
    },
    { cardToken: knownCards.iryna, holder: iryna, account: known(accounts, knownAccounts.iryna), features: debit, network: 'PROSTIR' },
    { cardToken: knownCards.bohdanBlockedByBank, holder: bohdan, account: bohdans, features: debit, network: 'PROSTIR', status: 'B' },
    { cardToken: knownCards.bohdanExpired, holder: bohdan, account: bohdans, features: debit, network: 'VISA', status: 'X' },
    { cardToken: knownCards.bohdanClosed, holder: bohdan, account: bohdans, features: debit, network: 'VISA', status: 'C' },
  ];
}

function generatedIssues(
  random: Random,
  customers: ReadonlyMap<string, WorldCustomer>,
  accounts: readonly WorldAccount[],
  dueOn: string,
): Issue[] {
  const taken: ReadonlySet<string> = new Set(Object.values(knownAccounts));
  const others = accounts.filter(({ accountId, customerId }) => !taken.has(accountId) && customerId !== people.mykola.customerId);
  const mykolas = accounts.filter(({ customerId }) => customerId === people.mykola.customerId);
  const drawn = [
    ...Array.from({ length: mykolaCardCount }, (_, index) => mykolas[index % mykolas.length]).filter((account) => account !== undefined),
    ...others.filter(() => random.chance(0.6)),
  ];
  return drawn.map((account, index) => ({
    cardToken: String(firstGeneratedToken + 2n * BigInt(index)),
    holder: known(customers, account.customerId),
    account,
    features: generateFeatures(random, dueOn),
    network: random.pick(['VISA', 'MASTERCARD', 'PROSTIR'] as const),
    status: random.chance(0.8) ? 'A' : random.pick(['L', 'B', 'X', 'C'] as const),
  }));
}

function nextDueDate(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 25)).toISOString().slice(0, 10);
}

function generateFeatures(random: Random, dueOn: string): CardFeatures {
  const kind = random.pick(['debit', 'debit', 'debit', 'credit', 'virtual'] as const);
  if (kind === 'debit') return { kind, contactless: random.chance(0.9) };
  if (kind === 'virtual') return { kind, singleUse: random.chance(0.3) };
  const creditLimit = fromMinorUnits(BigInt(random.int(5, 200)) * 100_000n, 2);
  return { kind, creditLimit, paymentDueOn: random.chance(0.5) ? dueOn : null };
}

function issueCard(random: Random, { cardToken, holder, account, features, network, status = 'A' }: Issue): WorldCard {
  const lastFour = String(random.int(0, 9_999)).padStart(4, '0');
  const kinds = features.kind === 'virtual' ? (['ONLINE_DAY'] as const) : everyLimit;
  return {
    ...features,
    cardToken,
    maskedPan: `${firstDigits[network]}******${lastFour}`,
    network,
    holderId: holder.customerId,
    accountId: account.accountId,
    accountOwnerId: account.customerId,
    embossedName: features.kind === 'virtual' ? null : embossed(holder),
    expires: status === 'X' ? '2025-03' : `${random.int(2030, 2033)}-${String(random.int(1, 12)).padStart(2, '0')}`,
    currency: account.currency,
    status,
    statusChangedAt: `2026-0${random.int(1, 5)}-${random.int(10, 28)}T09:${random.int(10, 59)}:00Z`,
    limits: kinds.map((kind) => ({
      kind,
      limit: fromMinorUnits(dailyLimits[kind], 2),
      used: fromMinorUnits(BigInt(random.int(0, 500_000)), 2),
    })),
  };
}

/** As the bank's national transliteration (resolution 55 of 2010) would cut it into the plastic. */
function embossed({ firstName, lastName }: WorldCustomer): string {
  return `${transliterate(firstName)} ${transliterate(lastName)}`.slice(0, 26);
}

const letters: Record<string, string> = Object.fromEntries(
  'а:A б:B в:V г:H ґ:G д:D е:E є:IE ж:ZH з:Z и:Y і:I ї:I й:I к:K л:L м:M н:N о:O п:P р:R с:S т:T у:U ф:F х:KH ц:TS ч:CH ш:SH щ:SHCH ю:IU я:IA'
    .split(' ')
    .map((pair) => pair.split(':')),
);
const firstLetters: Record<string, string> = { є: 'YE', ї: 'YI', й: 'Y', ю: 'YU', я: 'YA' };

function transliterate(name: string): string {
  return [...name.toLocaleLowerCase('uk')]
    .map((letter, index) => (index === 0 && firstLetters[letter]) || (letters[letter] ?? ''))
    .join('');
}

function known<Value>(values: ReadonlyMap<string, Value>, id: string): Value {
  const value = values.get(id);
  if (value === undefined) throw new Error(`the world has no ${id}`);
  return value;
}
