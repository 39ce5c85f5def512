import { type Decimal, fromMinorUnits } from '#platform/decimal.ts';
import { people } from '../people.ts';
import type { Random } from '../random.ts';
import type { WorldCustomer } from './customers.ts';

export type ProductCode = 'CUR' | 'CRD' | 'SAV' | 'DEP' | 'FOP';
export type WorldCurrency = 'UAH' | 'USD' | 'EUR';

export interface WorldAccount {
  readonly accountId: string;
  readonly customerId: string;
  readonly productCode: ProductCode;
  readonly productName: string;
  readonly currency: WorldCurrency;
  readonly openedOn: string;
  readonly closedOn: string | null;
  /** Reserved by card payments that are not booked yet; what is available is less by this. */
  readonly held: Decimal;
  /** How far below zero the account may go; what is available is more by this. */
  readonly creditLimit: Decimal;
  readonly iban: string;
  readonly bic: string | null;
}

export const bank = { name: 'АТ «Портіко Банк»', code: '399001', bic: 'PRTCUAUK' } as const;

/** Accounts that tests and demonstrations know by name. */
export const knownAccounts = {
  olenaMain: '200000000000000119',
  olenaSavings: '200000000000000121',
  olenaDollars: '200000000000000123',
  olenaCredit: '200000000000000125',
  olenaClosed: '200000000000000127',
  iryna: '200000000000000129',
  andriyDollars: '200000000000000131',
  andriyEuro: '200000000000000133',
  bohdan: '200000000000000135',
} as const;

/** The bank's own side of every entry that crosses its border, one account a currency. Not a customer's, so no call shows it. */
export const clearingAccounts: Readonly<Record<WorldCurrency, string>> = {
  UAH: '900000000000000980',
  USD: '900000000000000840',
  EUR: '900000000000000978',
};

const productNames: Record<ProductCode, string> = {
  CUR: 'Поточний рахунок',
  CRD: 'Картковий рахунок',
  SAV: 'Накопичувальний рахунок «Скарбничка»',
  DEP: 'Строковий вклад',
  FOP: 'Рахунок ФОП',
};
const noMoney = fromMinorUnits(0n, 2);
const firstGeneratedId = 200000000000001001n;
const mykolaAccountCount = 40;

export function createAccounts(random: Random, customers: readonly WorldCustomer[]): WorldAccount[] {
  const known = demoAccounts();
  const demo = new Set(Object.values(people).map((person) => person.customerId));
  const owners = [
    ...Array.from({ length: mykolaAccountCount }, () => people.mykola.customerId),
    ...customers.filter(({ customerId }) => !demo.has(customerId)).flatMap(({ customerId }) => Array(random.int(1, 3)).fill(customerId)),
  ];
  return [...known, ...owners.map((customerId, index) => generateAccount(random, customerId, index))];
}

function demoAccounts(): WorldAccount[] {
  const { olena, iryna, andriy, bohdan } = people;
  return [
    account(knownAccounts.olenaMain, olena.customerId, 'CRD', 'UAH', '2022-03-14', { held: fromMinorUnits(25_000n, 2) }),
    account(knownAccounts.olenaSavings, olena.customerId, 'SAV', 'UAH', '2023-01-09'),
    account(knownAccounts.olenaDollars, olena.customerId, 'CUR', 'USD', '2022-03-14'),
    account(knownAccounts.olenaCredit, olena.customerId, 'CRD', 'UAH', '2024-05-20', {
      productName: 'Кредитна картка',
      creditLimit: fromMinorUnits(5_000_000n, 2),
    }),
    account(knownAccounts.olenaClosed, olena.customerId, 'DEP', 'UAH', '2023-02-01', { closedOn: '2024-02-01' }),
    account(knownAccounts.iryna, iryna.customerId, 'CRD', 'UAH', '2021-09-01'),
    account(knownAccounts.andriyDollars, andriy.customerId, 'CUR', 'USD', '2022-08-15'),
    account(knownAccounts.andriyEuro, andriy.customerId, 'CUR', 'EUR', '2022-08-15'),
    account(knownAccounts.bohdan, bohdan.customerId, 'FOP', 'UAH', '2020-01-02', { held: fromMinorUnits(1n, 2) }),
  ];
}

function generateAccount(random: Random, customerId: string, index: number): WorldAccount {
  const productCode = random.pick(['CUR', 'CRD', 'CRD', 'SAV', 'DEP', 'FOP'] as const);
  const currency = productCode === 'CRD' ? 'UAH' : random.pick(['UAH', 'UAH', 'USD', 'EUR'] as const);
  const openedOn = `${random.int(2019, 2025)}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`;
  const held = random.chance(0.2) ? fromMinorUnits(BigInt(random.int(100, 50_000)), 2) : noMoney;
  return account(String(firstGeneratedId + 2n * BigInt(index)), customerId, productCode, currency, openedOn, { held });
}

function account(
  accountId: string,
  customerId: string,
  productCode: ProductCode,
  currency: WorldCurrency,
  openedOn: string,
  rest: Partial<Pick<WorldAccount, 'productName' | 'closedOn' | 'held' | 'creditLimit'>> = {},
): WorldAccount {
  return {
    accountId,
    customerId,
    productCode,
    productName: productNames[productCode],
    currency,
    openedOn,
    closedOn: null,
    held: noMoney,
    creditLimit: noMoney,
    ...rest,
    iban: ibanOf(accountId),
    bic: currency === 'UAH' ? null : bank.bic,
  };
}

/** ISO 13616: `UA`, two check digits by ISO 7064 MOD 97-10, the bank's code, 19 digits of the account. */
function ibanOf(accountId: string): string {
  const national = `${bank.code}${accountId.padStart(19, '2')}`;
  const check = 98n - (BigInt(`${national}301000`) % 97n);
  return `UA${String(check).padStart(2, '0')}${national}`;
}
