import type { Decimal } from '#platform/decimal.ts';
import { people } from '../people.ts';
import type { Random } from '../random.ts';
import { billers, knownBillers } from './billers.ts';
import type { WorldCustomer } from './customers.ts';

/** What a payer owes to a biller. A payer whom a biller does not know has none. */
export interface WorldDebt {
  readonly billerNumber: string;
  /** The value of the biller's first field: an account, a phone, a contract. */
  readonly payer: string;
  readonly holder: string;
  /** Negative for money that the payer has paid ahead; null where the biller does not say. */
  readonly amount: Decimal | null;
  /** `YYYY-MM`. */
  readonly period: string | null;
  /** Only the whole amount is taken. */
  readonly fixed: boolean;
}

/** Accounts at billers that tests and demonstrations know by name. */
export const knownPayers = {
  olenaLight: '1002003001',
  olenaGas: '430100218',
  olenaWater: '55120034',
  olenaFibre: 'PN204518',
  olenaCityCard: '0100234519',
  bohdanLight: '1002003027',
} as const;

const decimal = (amount: string) => amount as Decimal;
const generatedPayersPerBiller = 12;

const { olena, bohdan } = people;
const demo: readonly (Omit<WorldDebt, 'holder' | 'period'> & { readonly customerId: string; readonly hasPeriod?: false })[] = [
  {
    billerNumber: knownBillers.light,
    payer: knownPayers.olenaLight,
    customerId: olena.customerId,
    amount: decimal('1284.37'),
    fixed: false,
  },
  {
    billerNumber: knownBillers.gas,
    payer: knownPayers.olenaGas,
    customerId: olena.customerId,
    amount: decimal('0.00'),
    fixed: false,
  },
  {
    billerNumber: knownBillers.water,
    payer: knownPayers.olenaWater,
    customerId: olena.customerId,
    amount: decimal('-120.50'),
    fixed: false,
  },
  {
    billerNumber: knownBillers.fibre,
    payer: knownPayers.olenaFibre,
    customerId: olena.customerId,
    amount: decimal('350.00'),
    fixed: true,
  },
  {
    billerNumber: knownBillers.cityCard,
    payer: knownPayers.olenaCityCard,
    customerId: olena.customerId,
    amount: null,
    hasPeriod: false,
    fixed: false,
  },
  // Beyond what a double holds, as everything of bohdan's.
  {
    billerNumber: knownBillers.light,
    payer: knownPayers.bohdanLight,
    customerId: bohdan.customerId,
    amount: decimal('9007199254740993.01'),
    fixed: false,
  },
];

/** The billers' registers: the demo people's own accounts, and a dozen payers of each biller whom the bank does not know. */
export function createDebts(random: Random, customers: readonly WorldCustomer[], day: string): WorldDebt[] {
  const period = day.slice(0, 7);
  const owners = new Map(customers.map((customer) => [customer.customerId, customer]));
  const known = demo.map(({ customerId, hasPeriod = true, ...debt }) => {
    const owner = owners.get(customerId);
    if (owner === undefined) throw new Error(`the world has no ${customerId}`);
    return { ...debt, period: hasPeriod ? period : null, holder: maskHolder(owner) };
  });
  const generated = billers
    .filter(({ operatorCodes }) => operatorCodes === undefined)
    .flatMap(({ number, fields: [first] }) =>
      Array.from({ length: generatedPayersPerBiller }, (): WorldDebt => {
        const fixed = random.chance(0.2);
        return {
          billerNumber: number,
          payer: resembling(random, first.example),
          holder: maskHolder(random.pick(customers)),
          amount: decimal(`${random.int(fixed ? 50 : 0, 4_000)}.${random.int(10, 99)}`),
          period,
          fixed,
        };
      }),
    );
  return [...known, ...generated];
}

/** As a biller shows a name to strangers: `К••••••• О. І.`. */
function maskHolder({ lastName, firstName, middleName }: WorldCustomer): string {
  const initials = [firstName, middleName].filter((name) => name !== null).map((name) => `${[...name][0]}.`);
  return `${[...lastName][0]}${'•'.repeat([...lastName].length - 1)} ${initials.join(' ')}`;
}

/** The example with its last digits changed, so that it fits the same pattern. */
function resembling(random: Random, example: string): string {
  return example.replace(/\d{3}(?=\D*$)/, () => String(random.int(100, 999)));
}
