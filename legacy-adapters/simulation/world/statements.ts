import { type Decimal, fromMinorUnits } from '#platform/decimal.ts';
import { civilDateInKyiv } from '../civil-date.ts';
import type { Random } from '../random.ts';
import { clearingAccounts, knownAccounts, type WorldAccount } from './accounts.ts';
import { detailsOf, type EntryDetails } from './entry-details.ts';

export interface WorldPosting {
  readonly accountId: string;
  /** Negative for money that leaves the account. */
  readonly amount: Decimal;
  readonly description: string;
  readonly counterparty: string | null;
  readonly details: EntryDetails;
}

/** Postings that sum to zero in each currency. */
export interface WorldTransaction {
  readonly postedOn: string;
  readonly bookedAt: string;
  readonly postings: readonly WorldPosting[];
}

type Movement = Omit<WorldPosting, 'accountId'>;
type Story = readonly [
  description: string,
  counterparty: string | null,
  minUnits: number,
  maxUnits: number,
  typeCode: EntryDetails['typeCode'],
  mcc?: string,
];

const rowCounts: Readonly<Record<string, number>> = {
  [knownAccounts.olenaMain]: 300,
  [knownAccounts.iryna]: 5_000,
  [knownAccounts.olenaClosed]: 0,
};
/** Each so many rows of olena's main account, money goes to her savings: a transaction between two customers' accounts. */
const savingEvery = 25;
const daysBackMax = 900;

const spending: readonly Story[] = [
  ['Оплата товарів', 'Супермаркет «Ґудзик»', 4_500, 180_000, 'POS', '5411'],
  ['Кав’ярня', 'ФОП Ґрещук Ї. І.', 6_500, 32_000, 'POS', '5814'],
  ['Комунальні послуги: електроенергія', 'ТОВ «Світло й тепло»', 20_000, 240_000, 'BIL', '4900'],
  ['Поповнення мобільного +380 67 •••', 'Мобільний зв’язок «Їжачок»', 10_000, 40_000, 'BIL', '4814'],
  ['Зняття готівки в банкоматі', null, 20_000, 500_000, 'ATM', '6011'],
  ['Переказ за реквізитами', 'ТОВ «Ніка & Партнери»', 50_000, 900_000, 'TRF'],
  ['Оплата <замовлення> №4512', 'ФОП Євтушенко Є. Ю.', 19_900, 1_500_000, 'POS', '5311'],
  ['Комісія за обслуговування', null, 5, 5_000, 'FEE'],
];
const income: readonly Story[] = [
  ['Заробітна плата', 'ТОВ «Європа Софт»', 1_500_000, 6_500_000, 'SAL'],
  ['Переказ від фізичної особи', 'Гнатюк Ілля', 10_000, 300_000, 'TRF'],
  ['Кешбек у ₴', null, 10, 9_900, 'CBK'],
  ['Повернення коштів за покупку', 'ФОП Євтушенко Є. Ю.', 9_900, 200_000, 'REF', '5311'],
];

/** The masked number of the card that pays from an account, if it has one. */
export type CardOfAccount = (accountId: string) => string | undefined;

/** What has happened on every account up to the moment `endsAt`, oldest first. The amounts and words do not depend on that moment. */
export function createTransactions(
  random: Random,
  accounts: readonly WorldAccount[],
  cardOf: CardOfAccount,
  endsAt: number,
): WorldTransaction[] {
  return accounts
    .flatMap((account) =>
      account.accountId === knownAccounts.bohdan ? bohdansTransactions(account, endsAt) : history(random, account, cardOf, endsAt),
    )
    .toSorted((a, b) => (a.bookedAt < b.bookedAt ? -1 : a.bookedAt > b.bookedAt ? 1 : 0));
}

function history(random: Random, account: WorldAccount, cardOf: CardOfAccount, endsAt: number): WorldTransaction[] {
  const rows = rowCounts[account.accountId] ?? random.int(6, 24);
  const startsAt = Math.max(Date.parse(account.openedOn) + 86_400_000, endsAt - daysBackMax * 86_400_000);
  const stepMs = (endsAt - startsAt) / Math.max(rows, 1);
  const floor = account.creditLimit === '0.00' ? 0 : -4_000_000;
  let balance = 0;
  return Array.from({ length: rows }, (_, row) => {
    const bookedAt = new Date(startsAt + Math.floor((row + random.next()) * stepMs));
    const [story, sign] = row > 0 && random.chance(0.85) ? [random.pick(spending), -1] : [random.pick(income), 1];
    const [description, counterparty, minUnits, maxUnits, typeCode, mcc = null] = story;
    const drawn = random.int(minUnits, maxUnits);
    const affordable = sign === 1 || balance - drawn >= floor;
    const units = affordable ? sign * drawn : random.int(1_000_000, 4_000_000);
    balance += units;
    const amount = fromMinorUnits(BigInt(units), 2);
    const movement = affordable
      ? { description, counterparty, details: detailsOf(typeCode, mcc, counterparty, cardOf(account.accountId)) }
      : { description: 'Поповнення рахунку', counterparty: null, details: detailsOf('DEP', null, null, undefined) };
    const saved = account.accountId === knownAccounts.olenaMain && units < 0 && row % savingEvery === savingEvery - 1;
    return saved ? saving(bookedAt, amount) : crossing(account, bookedAt, { ...movement, amount });
  });
}

function saving(bookedAt: Date, amount: Decimal): WorldTransaction {
  const movement = {
    description: 'Переказ на скарбничку',
    counterparty: 'Коваленко Олена',
    details: detailsOf('TRF', null, null, undefined),
  };
  return at(bookedAt, [
    { ...movement, accountId: knownAccounts.olenaMain, amount },
    { ...movement, accountId: knownAccounts.olenaSavings, amount: negated(amount) },
  ]);
}

/** Exactly 12345678901234567.89 in the end, which no double holds. */
function bohdansTransactions(account: WorldAccount, endsAt: number): WorldTransaction[] {
  const movements: readonly (Omit<Movement, 'details'> & Pick<EntryDetails, 'typeCode'>)[] = [
    { amount: '12345678901233067.84' as Decimal, description: 'Вхідний залишок', counterparty: null, typeCode: 'OTH' },
    { amount: '0.10' as Decimal, description: 'Відсотки на залишок', counterparty: null, typeCode: 'INT' },
    { amount: '1500.00' as Decimal, description: 'Оплата за договором', counterparty: 'ТОВ «Їжачок»', typeCode: 'TRF' },
    { amount: '-0.05' as Decimal, description: 'Комісія', counterparty: null, typeCode: 'FEE' },
  ];
  return movements.map(({ typeCode, ...movement }, index) =>
    crossing(account, new Date(endsAt - (movements.length - index) * 86_400_000), {
      ...movement,
      details: detailsOf(typeCode, null, null, undefined),
    }),
  );
}

/** A movement between a customer's account and the world outside the bank. */
function crossing(account: WorldAccount, bookedAt: Date, movement: Movement): WorldTransaction {
  return at(bookedAt, [
    { ...movement, accountId: account.accountId },
    { ...movement, accountId: clearingAccounts[account.currency], amount: negated(movement.amount) },
  ]);
}

function at(bookedAt: Date, postings: readonly WorldPosting[]): WorldTransaction {
  return { postedOn: civilDateInKyiv(bookedAt), bookedAt: bookedAt.toISOString(), postings };
}

function negated(amount: Decimal): Decimal {
  return (amount.startsWith('-') ? amount.slice(1) : `-${amount}`) as Decimal;
}
