import { type Decimal, fromMinorUnits } from '#platform/decimal.ts';
import { civilDateInKyiv } from '../civil-date.ts';
import type { Random } from '../random.ts';
import { clearingAccounts, knownAccounts, type WorldAccount } from './accounts.ts';

export interface WorldPosting {
  readonly accountId: string;
  /** Negative for money that leaves the account. */
  readonly amount: Decimal;
  readonly description: string;
  readonly counterparty: string | null;
}

/** Postings that sum to zero in each currency. */
export interface WorldTransaction {
  readonly postedOn: string;
  readonly bookedAt: string;
  readonly postings: readonly WorldPosting[];
}

type Movement = Omit<WorldPosting, 'accountId'>;
type Story = readonly [description: string, counterparty: string | null, minUnits: number, maxUnits: number];

const rowCounts: Readonly<Record<string, number>> = {
  [knownAccounts.olenaMain]: 300,
  [knownAccounts.iryna]: 5_000,
  [knownAccounts.olenaClosed]: 0,
};
/** Each so many rows of olena's main account, money goes to her savings: a transaction between two customers' accounts. */
const savingEvery = 25;
const statementsEndAt = Date.parse('2026-06-30T18:00:00Z');
const daysBackMax = 900;

const spending: readonly Story[] = [
  ['Оплата товарів', 'Супермаркет «Ґудзик»', 4_500, 180_000],
  ['Кав’ярня', 'ФОП Ґрещук Ї. І.', 6_500, 32_000],
  ['Комунальні послуги: електроенергія', 'ТОВ «Світло й тепло»', 20_000, 240_000],
  ['Поповнення мобільного +380 67 •••', 'Мобільний зв’язок «Їжачок»', 10_000, 40_000],
  ['Зняття готівки в банкоматі', null, 20_000, 500_000],
  ['Переказ за реквізитами', 'ТОВ «Ніка & Партнери»', 50_000, 900_000],
  ['Оплата <замовлення> №4512', 'ФОП Євтушенко Є. Ю.', 19_900, 1_500_000],
  ['Комісія за обслуговування', null, 5, 5_000],
];
const income: readonly Story[] = [
  ['Заробітна плата', 'ТОВ «Європа Софт»', 1_500_000, 6_500_000],
  ['Переказ від фізичної особи', 'Гнатюк Ілля', 10_000, 300_000],
  ['Кешбек у ₴', null, 10, 9_900],
  ['Повернення коштів за покупку', 'ФОП Євтушенко Є. Ю.', 9_900, 200_000],
];

/** What has happened on every account, oldest first. */
export function createTransactions(random: Random, accounts: readonly WorldAccount[]): WorldTransaction[] {
  return accounts
    .flatMap((account) => (account.accountId === knownAccounts.bohdan ? bohdansTransactions(account) : history(random, account)))
    .toSorted((a, b) => (a.bookedAt < b.bookedAt ? -1 : a.bookedAt > b.bookedAt ? 1 : 0));
}

function history(random: Random, account: WorldAccount): WorldTransaction[] {
  const rows = rowCounts[account.accountId] ?? random.int(6, 24);
  const startsAt = Math.max(Date.parse(account.openedOn) + 86_400_000, statementsEndAt - daysBackMax * 86_400_000);
  const stepMs = (statementsEndAt - startsAt) / Math.max(rows, 1);
  const floor = account.creditLimit === '0.00' ? 0 : -4_000_000;
  let balance = 0;
  return Array.from({ length: rows }, (_, row) => {
    const bookedAt = new Date(startsAt + Math.floor((row + random.next()) * stepMs));
    const [story, sign] = row > 0 && random.chance(0.85) ? [random.pick(spending), -1] : [random.pick(income), 1];
    const [description, counterparty, minUnits, maxUnits] = story;
    const drawn = random.int(minUnits, maxUnits);
    const affordable = sign === 1 || balance - drawn >= floor;
    const units = affordable ? sign * drawn : random.int(1_000_000, 4_000_000);
    balance += units;
    const amount = fromMinorUnits(BigInt(units), 2);
    const movement = affordable ? { description, counterparty } : { description: 'Поповнення рахунку', counterparty: null };
    const saved = account.accountId === knownAccounts.olenaMain && units < 0 && row % savingEvery === savingEvery - 1;
    return saved ? saving(bookedAt, amount) : crossing(account, bookedAt, { ...movement, amount });
  });
}

function saving(bookedAt: Date, amount: Decimal): WorldTransaction {
  const description = 'Переказ на скарбничку';
  return at(bookedAt, [
    { accountId: knownAccounts.olenaMain, amount, description, counterparty: 'Коваленко Олена' },
    { accountId: knownAccounts.olenaSavings, amount: negated(amount), description, counterparty: 'Коваленко Олена' },
  ]);
}

/** Exactly 12345678901234567.89 in the end, which no double holds. */
function bohdansTransactions(account: WorldAccount): WorldTransaction[] {
  const movements: readonly Movement[] = [
    { amount: '12345678901233067.84' as Decimal, description: 'Вхідний залишок', counterparty: null },
    { amount: '0.10' as Decimal, description: 'Відсотки на залишок', counterparty: null },
    { amount: '1500.00' as Decimal, description: 'Оплата за договором', counterparty: 'ТОВ «Їжачок»' },
    { amount: '-0.05' as Decimal, description: 'Комісія', counterparty: null },
  ];
  return movements.map((movement, index) =>
    crossing(account, new Date(statementsEndAt - (movements.length - index) * 86_400_000), movement),
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
